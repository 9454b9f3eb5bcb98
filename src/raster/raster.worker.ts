import { serveWorker } from '../platform/serveWorker.ts';
import { decodeMask } from './decodeMask.ts';
import { encodeMask } from './encodeMask.ts';
import { encodePicture } from './encodePicture.ts';
import { cancelJob, runJob } from './jobs.ts';
import { addMaskPortion, takeMask } from './maskShelf.ts';
import { openPicture } from './openPicture.ts';
import { framePicture } from './framePicture.ts';
import { encodeOutcome, openOutcome, receiveOutcome } from './outcome.ts';
import { pasteBack } from './pasteBack.ts';
import { pictureBitmap, regionBitmap, thumbnailBlob } from './pictureBitmap.ts';
import { dropPictures, hasPicture, keepPicture, pictureOf } from './pictureShelf.ts';
import { prepareFiles } from './prepareFiles.ts';
import type { RasterMethods } from './rasterMethods.ts';
import { receiveImage } from './receiveImage.ts';
import { readRegion } from './tilePicture.ts';
import { verifySize } from './verifyEncoded.ts';

const moved = (bitmap: ImageBitmap) => ({ value: bitmap, transfer: [bitmap] });

serveWorker<RasterMethods>({
  openPicture: async ({ id, job, bytes }) => {
    const open = async (signal: AbortSignal) => {
      const { picture, header } = await openPicture(bytes, signal);
      const { type, animated, orientation, hasLocation } = header;
      return { picture: keepPicture(id, picture), type, animated, orientation, hasLocation };
    };
    return { value: await openOutcome(runJob(job, open)) };
  },
  displayPicture: ({ id, maxPixels }) => moved(pictureBitmap(pictureOf(id), maxPixels)),
  detailPicture: ({ id, region, size }) => moved(regionBitmap(pictureOf(id), region, size)),
  thumbnail: async ({ id, region, size }) => ({ value: await thumbnailBlob(pictureOf(id), region, size) }),
  cropPixels: ({ id, region }) => {
    const pixels = readRegion(pictureOf(id), region);
    return { value: pixels, transfer: [pixels.buffer] };
  },
  addMaskPortion: (portion) => {
    addMaskPortion(portion);
    return { value: null };
  },
  pasteBack: ({ id, source, region, pixels, maskId, feather }) => {
    const mask = takeMask(maskId);
    const { picture, changed, proof } = pasteBack(pictureOf(source), { region, pixels }, mask, feather);
    return { value: { picture: keepPicture(id, picture), changed, proof } };
  },
  framePicture: ({ id, source, frame }) => ({ value: keepPicture(id, framePicture(pictureOf(source), frame)) }),
  prepareFiles: async ({ id, job, maskId, ...preparation }) => {
    const mask = takeMask(maskId);
    const prepare = (signal: AbortSignal) => prepareFiles(pictureOf(id), { ...preparation, mask }, signal);
    return { value: await encodeOutcome(runJob(job, prepare)) };
  },
  receiveImage: async ({ id, job, file, maskId, ...reception }) => {
    const mask = takeMask(maskId);
    const receive = () => receiveImage(pictureOf(id), file, { ...reception, mask });
    const value = await receiveOutcome(runJob(job, receive));
    return { value, transfer: value.kind === 'done' ? [value.value.pixels.buffer] : [] };
  },
  encodePicture: async ({ id, job, format }, onProgress) => {
    const encode = (signal: AbortSignal) => encodePicture(pictureOf(id), format, { signal, onProgress });
    return { value: await encodeOutcome(runJob(job, encode)) };
  },
  encodeMask: async ({ job, maskId, bounds }) => {
    const mask = takeMask(maskId);
    const encode = async (signal: AbortSignal) => {
      const file = await encodeMask(mask, bounds, { signal });
      await verifySize(file, bounds);
      return file;
    };
    return { value: await encodeOutcome(runJob(job, encode)) };
  },
  decodeMask: async ({ job, bytes, size }) => {
    const value = await openOutcome(runJob(job, (signal) => decodeMask(bytes, size, signal)));
    const tiles = value.kind === 'done' ? [...value.value.mask.tiles.values()] : [];
    return { value, transfer: tiles.map((tile) => tile.buffer as ArrayBuffer) };
  },
  closePictures: ({ ids }) => {
    dropPictures(ids);
    return { value: null };
  },
  pictureExists: ({ id }) => ({ value: hasPicture(id) }),
  cancel: ({ job }) => {
    cancelJob(job);
    return { value: null };
  },
});
