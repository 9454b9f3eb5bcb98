import type { Size } from '../geometry/size.ts';

/** The kinds of picture that can be opened. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';

/** EXIF's numbering: 1 as stored, 2 mirrored, 3 half turn, 4 flipped, 5-8 with the sides swapped. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What a file's header says, read without decoding any pixel. */
export type ImageHeader = {
  readonly type: ImageType;
  /** As stored, before the orientation is applied. */
  readonly storedSize: Size;
  readonly orientation: Orientation;
  readonly animated: boolean;
  /** False only where no pixel can be transparent. */
  readonly mayHaveAlpha: boolean;
  /** True where the EXIF block tells a latitude or a longitude. */
  readonly hasLocation: boolean;
};

/** The size as the user sees it, orientation applied. */
export const seenSize = ({ storedSize, orientation }: Pick<ImageHeader, 'storedSize' | 'orientation'>): Size =>
  orientation >= 5 ? { width: storedSize.height, height: storedSize.width } : storedSize;
