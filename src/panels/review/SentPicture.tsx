import { useEffect, useState } from 'react';
import type { SentFile } from '../../providers/contract.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import styles from './ReviewSheet.module.css';

const titles = { image: 'Image', mask: 'Mask' } as const;
const formats = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' } as const;

/** A picture exactly as it is sent: the very file. `note` follows its type and size. */
export const SentPicture = ({ file, note }: { readonly file: SentFile; readonly note?: string | undefined }) => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file.bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
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
      {address && <img className={styles.sent} src={address} alt={`${titles[file.role]} as it is sent`} />}
      <figcaption className={styles.caption}>{words}</figcaption>
    </figure>
  );
};
