import { useEffect, useRef } from 'react';
import type { SentFile } from '../../providers/contract.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import styles from './ReviewSheet.module.css';

const titles = { image: 'Image', mask: 'Mask' } as const;
const formats = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' } as const;

/** A picture exactly as it is sent: the very file. `note` follows its type and size. */
export const SentPicture = ({ file, note }: { readonly file: SentFile; readonly note?: string | undefined }) => {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file.bytes);
    if (picture.current) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  const { width, height } = file.size;
  const words = [
    `${titles[file.role]}, ${formats[file.format]}`,
    `${width} × ${height}`,
    formatBytes(file.bytes.size),
    ...(note === undefined ? [] : [note]),
  ].join(', ');
  return (
    <figure className={styles.figure}>
      <img ref={picture} className={styles.sent} alt={`${titles[file.role]} as it is sent`} />
      <figcaption className={styles.caption}>{words}</figcaption>
    </figure>
  );
};
