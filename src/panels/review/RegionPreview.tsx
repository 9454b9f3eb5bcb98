import { useEffect, useRef, type CSSProperties } from 'react';
import type { PictureId } from '../../document/editDocument.ts';
import type { ReadyPlan } from '../../generation/plan.ts';
import { area } from '../../geometry/size.ts';
import { detailPicture } from '../../raster/rasterClient.ts';
import { formatPercent } from '../../ui/formatPercent.ts';
import styles from './ReviewSheet.module.css';

/** Enough for the sheet at two px per CSS px, px on the longer side. */
const longestSide = 1024;

type RegionPreviewProps = { readonly source: PictureId; readonly plan: ReadyPlan };

/** The finished picture with what is sent of it bright. */
export const RegionPreview = ({ source, plan }: RegionPreviewProps) => {
  const picture = useRef<HTMLCanvasElement>(null);
  const { canvas } = plan;
  const [{ region }] = plan.steps;

  useEffect(() => {
    const controller = new AbortController();
    const scale = Math.min(1, longestSide / Math.max(canvas.width, canvas.height));
    const size = {
      width: Math.max(1, Math.round(canvas.width * scale)),
      height: Math.max(1, Math.round(canvas.height * scale)),
    };
    const draw = async (): Promise<void> => {
      const bitmap = await detailPicture(source, canvas, size, controller.signal);
      const element = picture.current;
      if (element) {
        Object.assign(element, size);
        element.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      bitmap.close();
    };
    // Without it the frame of what is sent still stands on an empty ground, and the pictures as sent are beside it.
    draw().catch(() => undefined);
    return () => controller.abort();
  }, [source, canvas]);

  const part = (length: number, whole: number): string => `${(length / whole) * 100}%`;
  const place: CSSProperties = {
    left: part(region.x, canvas.width),
    top: part(region.y, canvas.height),
    width: part(region.width, canvas.width),
    height: part(region.height, canvas.height),
  };
  const done = plan.steps[0].transport === 'pixels' ? 'worked on' : 'sent';
  const share = area(region) / area(canvas);
  return (
    <figure className={styles.figure}>
      <div className={styles.crop} style={{ '--shape': canvas.width / canvas.height } as CSSProperties}>
        <canvas ref={picture} width={4} height={3} aria-hidden="true" />
        <i style={place} />
        <span className={styles.badge} style={{ left: place.left, top: place.top }}>
          {region.width} × {region.height}
        </span>
      </div>
      <figcaption className={styles.caption}>
        {share >= 1
          ? `All of the picture is ${done}`
          : `The bright part is ${done}, ${formatPercent(share, 1)} of the picture`}
      </figcaption>
    </figure>
  );
};
