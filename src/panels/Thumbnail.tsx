import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Picture } from '../document/editDocument.ts';
import type { Rect } from '../geometry/rect.ts';
import { thumbnailStore } from './thumbnailStore.ts';
import styles from './Thumbnail.module.css';

type ThumbnailProps = {
  readonly picture: Picture;
  /** The part to show, in image px; all where left out. */
  readonly part?: Rect;
};

/** A small picture, cut to fill its place; empty until there is one. Decorative: what holds it has the name. */
export const Thumbnail = ({ picture, part }: ThumbnailProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = useStore(thumbnailStore, (state) => state.bitmaps.get(picture.id));

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !bitmap) return;
    const scale = bitmap.width / picture.size.width;
    const from = part ?? { x: 0, y: 0, ...picture.size };
    element.width = Math.max(1, Math.round(from.width * scale));
    element.height = Math.max(1, Math.round(from.height * scale));
    element
      .getContext('2d')
      ?.drawImage(
        bitmap,
        from.x * scale,
        from.y * scale,
        from.width * scale,
        from.height * scale,
        0,
        0,
        element.width,
        element.height,
      );
  }, [bitmap, picture, part]);

  return <canvas ref={canvas} className={styles.thumbnail} width={4} height={3} aria-hidden="true" />;
};
