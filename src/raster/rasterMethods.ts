import type { Picture, PictureId } from '../document/editDocument.ts';
import type { Proof } from '../document/generation.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import type { DecodedMask } from './decodeMask.ts';
import type { EncodeErrorKind } from './encodeError.ts';
import type { SaveFormat } from './encodePicture.ts';
import type { ImageType, Orientation } from './imageType.ts';
import type { OpenErrorKind } from './openError.ts';
import type { JobId } from './jobs.ts';
import type { MaskId, MaskPortion } from './maskShelf.ts';
import type { Preparation, PreparedFiles } from './prepareFiles.ts';
import type { ReceiveErrorKind } from './receiveError.ts';
import type { Received, Reception } from './receivePixels.ts';

/** A picture that has just been opened, and what its file said. `picture.size` has the orientation applied. */
export type OpenedPicture = {
  readonly picture: Picture;
  readonly type: ImageType;
  readonly animated: boolean;
  readonly orientation: Orientation;
  /** True where the file's EXIF block tells where the picture was taken. */
  readonly hasLocation: boolean;
};

export type PasteBackRequest = {
  readonly source: PictureId;
  /** Where `pixels` belong, image px; may reach beyond the picture. */
  readonly region: Rect;
  /** Flat RGBA, straight alpha, of the region's size. */
  readonly pixels: Uint8ClampedArray;
  readonly mask: TileMask;
  /** Width of the soft edge inside the mask, image px. */
  readonly feather: number;
};

export type PasteBackResult = { readonly picture: Picture; readonly changed: Rect; readonly proof: Proof };

/** Refusals that a user is told about cross to the page as values: an error would keep only its name and message. */
export type Outcome<Value, Kind> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly reason: Kind; readonly message: string };

type Method<Argument, Answer, Progress = never> = { argument: Argument; answer: Answer; progress: Progress };

/** What the raster worker does. A new picture gets the id that the page chose, so that the page can drop it unseen. */
export type RasterMethods = {
  openPicture: Method<{ id: PictureId; job: JobId; bytes: Blob }, Outcome<OpenedPicture, OpenErrorKind>>;
  displayPicture: Method<{ id: PictureId; maxPixels: number }, ImageBitmap>;
  detailPicture: Method<{ id: PictureId; region: Rect; size: Size }, ImageBitmap>;
  thumbnail: Method<{ id: PictureId; region: Rect | null; size: Size }, Blob>;
  cropPixels: Method<{ id: PictureId; region: Rect }, Uint8ClampedArray<ArrayBuffer>>;
  addMaskPortion: Method<MaskPortion, null>;
  /** `maskId`: the mask came before, by addMaskPortion. */
  pasteBack: Method<Omit<PasteBackRequest, 'mask'> & { id: PictureId; maskId: MaskId }, PasteBackResult>;
  framePicture: Method<{ id: PictureId; source: PictureId; frame: Rect }, Picture>;
  prepareFiles: Method<
    Omit<Preparation, 'mask'> & { job: JobId; id: PictureId; maskId: MaskId },
    Outcome<PreparedFiles, EncodeErrorKind>
  >;
  receiveImage: Method<
    Omit<Reception, 'mask'> & { job: JobId; id: PictureId; file: Blob; maskId: MaskId },
    Outcome<Received, ReceiveErrorKind>
  >;
  encodePicture: Method<{ id: PictureId; job: JobId; format: SaveFormat }, Outcome<Blob, EncodeErrorKind>, number>;
  encodeMask: Method<{ job: JobId; maskId: MaskId; bounds: Rect }, Outcome<Blob, EncodeErrorKind>>;
  decodeMask: Method<{ job: JobId; bytes: Blob; size: Size }, Outcome<DecodedMask, OpenErrorKind>>;
  closePictures: Method<{ ids: readonly PictureId[] }, null>;
  pictureExists: Method<{ id: PictureId }, boolean>;
  cancel: Method<{ job: JobId }, null>;
};
