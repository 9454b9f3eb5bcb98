import type { Picture, PictureId } from '../document/editDocument.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { workerClient } from '../platform/workerClient.ts';
import type { DecodedMask } from './decodeMask.ts';
import { EncodeError, type EncodeErrorKind } from './encodeError.ts';
import type { SaveFormat } from './encodePicture.ts';
import type { JobId } from './jobs.ts';
import { OpenError, type OpenErrorKind } from './openError.ts';
import url from './raster.worker.ts?worker&url';
import { maskPortions } from './maskPortions.ts';
import type { MaskId } from './maskShelf.ts';
import type { Preparation, PreparedFiles } from './prepareFiles.ts';
import { ReceiveError, type ReceiveErrorKind } from './receiveError.ts';
import type { Received, Reception } from './receivePixels.ts';
import type { OpenedPicture, Outcome, PasteBackRequest, PasteBackResult, RasterMethods } from './rasterMethods.ts';

/**
 * The one way to pixels. A worker holds every picture; the page knows only ids, and no array of a picture's size comes here
 * unless asked for.
 * Calls with a signal reject at once with its reason when it is aborted, and the worker stops at its next row of tiles.
 * Calls on a picture that is closed reject with an Error. Regions are whole image px.
 */
const worker = workerClient<RasterMethods>(url, 'raster');

/**
 * Opens a file by its content; its name and MIME type don't count. Throws OpenError (with its kind, and a message for the
 * user) without touching any open picture. GIF, APNG and animated WebP give their first frame.
 */
export const openPicture = async (bytes: Blob, signal?: AbortSignal): Promise<OpenedPicture> => {
  const id = newPictureId();
  const call = (job: JobId) => worker.call('openPicture', { id, job, bytes }, signal && { signal });
  return opened(await droppingPicture(id, signal, () => cancellable(call, signal)));
};

/** The whole picture as one bitmap, reduced in proportion where it has more than `maxPixels` pixels. The caller closes it. */
export const displayPicture = (id: PictureId, maxPixels: number, signal?: AbortSignal): Promise<ImageBitmap> =>
  worker.call('displayPicture', { id, maxPixels }, signal && { signal });

/** A region (may reach beyond the picture: transparent there) scaled to `size` px. The caller closes it. */
export const detailPicture = (id: PictureId, region: Rect, size: Size, signal?: AbortSignal): Promise<ImageBitmap> =>
  worker.call('detailPicture', { id, region, size }, signal && { signal });

/** A region (null: the whole) stretched to `size` px, as a small WebP or PNG file. */
export const thumbnail = (id: PictureId, region: Rect | null, size: Size, signal?: AbortSignal): Promise<Blob> =>
  worker.call('thumbnail', { id, region, size }, signal && { signal });

/** A region's pixels: flat RGBA with straight alpha, row by row; 0, 0, 0, 0 beyond the picture. */
export const cropPixels = (
  id: PictureId,
  region: Rect,
  signal?: AbortSignal,
): Promise<Uint8ClampedArray<ArrayBuffer>> => worker.call('cropPixels', { id, region }, signal && { signal });

/**
 * Lays a candidate's pixels over a picture through the feathered mask, as a new picture that shares what is untouched. The
 * pixels are given away to the worker. `mask` has the picture's size. Every byte of a pixel with mask 0 stays; `proof` is the count.
 */
export const pasteBack = (request: PasteBackRequest, signal?: AbortSignal): Promise<PasteBackResult> => {
  const id = newPictureId();
  const { mask, ...rest } = request;
  return droppingPicture(id, signal, async () => {
    const maskId = await bringMask(mask, signal);
    const transfer = [request.pixels.buffer];
    return worker.call('pasteBack', { ...rest, id, maskId }, { transfer, ...(signal && { signal }) });
  });
};

/** The part of a picture in `frame` (image px, may reach beyond it: transparent there) as a new picture of the frame's size. */
export const framePicture = (source: PictureId, frame: Rect, signal?: AbortSignal): Promise<Picture> => {
  const id = newPictureId();
  return droppingPicture(id, signal, () => worker.call('framePicture', { id, source, frame }, signal && { signal }));
};

/** The files of one provider call; see Preparation. Throws EncodeError. */
export const prepareFiles = async (
  id: PictureId,
  { mask, ...preparation }: Preparation,
  signal?: AbortSignal,
): Promise<PreparedFiles> => {
  const maskId = await bringMask(mask, signal);
  const call = (job: JobId) => worker.call('prepareFiles', { ...preparation, id, job, maskId }, signal && { signal });
  return encoded(await cancellable(call, signal));
};

/** Pixels for paste back out of a provider's file; see Reception. `id` is the picture that was sent. Throws ReceiveError. */
export const receiveImage = async (
  id: PictureId,
  file: Blob,
  { mask, ...reception }: Reception,
  signal?: AbortSignal,
): Promise<Received> => {
  const maskId = await bringMask(mask, signal);
  const call = (job: JobId) =>
    worker.call('receiveImage', { ...reception, id, job, file, maskId }, signal && { signal });
  const outcome: Outcome<Received, ReceiveErrorKind> = await cancellable(call, signal);
  if (outcome.kind === 'refused') throw new ReceiveError(outcome.reason, outcome.message);
  return outcome.value;
};

export type EncodeOptions = {
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
};

/** A file of the picture at full size, decoded again and checked before it comes here. Throws EncodeError. */
export const encodePicture = async (id: PictureId, format: SaveFormat, options: EncodeOptions = {}): Promise<Blob> =>
  encoded(await cancellable((job) => worker.call('encodePicture', { id, job, format }, options), options.signal));

/** The mask over `bounds` (picture or frame; 0 beyond the picture) as an 8-bit grey PNG, white = repaint. Throws EncodeError. */
export const encodeMask = async (mask: TileMask, bounds: Rect, signal?: AbortSignal): Promise<Blob> => {
  const maskId = await bringMask(mask, signal);
  return encoded(
    await cancellable((job) => worker.call('encodeMask', { job, maskId, bounds }, signal && { signal }), signal),
  );
};

/** Reads a mask for a picture of `size` from a picture file; our own export comes back byte for byte. Throws OpenError. */
export const decodeMask = async (bytes: Blob, size: Size, signal?: AbortSignal): Promise<DecodedMask> =>
  opened(await cancellable((job) => worker.call('decodeMask', { job, bytes, size }, signal && { signal }), signal));

/** Frees what no other picture shares. Ids that are not open are ignored. */
export const closePictures = async (ids: readonly PictureId[]): Promise<void> => {
  await worker.call('closePictures', { ids });
};

/** False once a picture is closed, or was lost with a worker that stopped. */
export const pictureExists = (id: PictureId): Promise<boolean> => worker.call('pictureExists', { id });

let nextMask: MaskId = 1;

/** Copies a mask to the worker, portion by portion, so that the page stays responsive however large it is. */
const bringMask = async (mask: TileMask, signal: AbortSignal | undefined): Promise<MaskId> => {
  const id = nextMask++;
  for (const tiles of maskPortions(mask)) {
    await worker.call('addMaskPortion', { id, size: mask.size, tiles }, signal && { signal });
  }
  return id;
};

let nextJob: JobId = 1;

/** Runs a call under a new job id and tells the worker when its signal is aborted. */
const cancellable = async <Answer>(
  call: (job: JobId) => Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> => {
  const job = nextJob++;
  const cancel = () => void worker.call('cancel', { job });
  // Before the call's own listener: once that has rejected, this one would be taken away unheard.
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await call(job);
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
};

/** Closes a picture whose maker was aborted: the worker may finish it all the same, and nobody would know its id. */
const droppingPicture = async <Answer>(
  id: PictureId,
  signal: AbortSignal | undefined,
  make: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await make();
  } catch (error) {
    if (signal?.aborted) void closePictures([id]);
    throw error;
  }
};

const session = crypto.getRandomValues(new Uint32Array(2)).join('-');
let nextPicture = 1;

/** Ids differ between visits too, so that a stored one never names another picture. */
const newPictureId = (): PictureId => `${session}-${nextPicture++}` as PictureId;

const opened = <Value>(outcome: Outcome<Value, OpenErrorKind>): Value => {
  if (outcome.kind === 'refused') throw new OpenError(outcome.reason, outcome.message);
  return outcome.value;
};

const encoded = <Value>(outcome: Outcome<Value, EncodeErrorKind>): Value => {
  if (outcome.kind === 'refused') throw new EncodeError(outcome.reason, outcome.message);
  return outcome.value;
};
