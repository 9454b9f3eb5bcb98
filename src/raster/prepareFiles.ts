import type { TileMask } from '../document/tileMask.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { dropAlpha } from './dropAlpha.ts';
import { EncodeError } from './encodeError.ts';
import { fillTransparent } from './fillTransparent.ts';
import { padEdges } from './padEdges.ts';
import { resampleRegion } from './resample.ts';
import type { TilePicture } from './tilePicture.ts';
import { wireMask } from './wireMask.ts';
import { writePng, type PngChannels } from './writePng.ts';

/** The encodings that a mask is sent in; see MaskEncoding of the provider contract. */
export type MaskForm =
  | { readonly kind: 'none' }
  | { readonly kind: 'grey'; readonly edit: 255 | 0; readonly soft: boolean }
  | { readonly kind: 'alpha-mask' }
  | { readonly kind: 'image-alpha' };

/** What is sent of a picture. */
export type Preparation = {
  /** px of the picture, within it. */
  readonly region: Rect;
  /** The region scaled; then padded to `size` by repeating the edge. */
  readonly work: Size;
  readonly size: Size;
  /** Has the picture's size. */
  readonly mask: TileMask;
  readonly form: MaskForm;
  /** px of the picture by which the mask is grown. */
  readonly grow: number;
  /** Sends keep for repaint and the other way round. */
  readonly invert: boolean;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
};

export type PreparedFiles = { readonly image: Blob; readonly mask: Blob | null };

/** Lossy files are written with this quality, 0 to 1. */
const quality = 0.92;

/**
 * The files of one call, written from pixels alone: nothing of the opened file's metadata is in them. The image is opaque unless the mask
 * is its alpha; invisible px get the colours around them. The mask is always a PNG of the image's size. Throws EncodeError.
 */
export const prepareFiles = async (
  picture: TilePicture,
  preparation: Preparation,
  signal?: AbortSignal,
): Promise<PreparedFiles> => {
  const { size, form } = preparation;
  const image = sentPixels(picture, preparation);
  const coverage = form.kind === 'none' ? null : sentCoverage(preparation);
  if (form.kind === 'image-alpha' && coverage) {
    writeAlpha(image, coverage);
    return { image: await encode(image, size, 4, preparation.type, signal), mask: null };
  }
  const file = await encode(image, size, 3, preparation.type, signal);
  return { image: file, mask: coverage && (await encodeCoverage(coverage, size, form, signal)) };
};

/** The image as it is sent, before any mask is written into its alpha: opaque RGBA of `size`. */
export const sentPixels = (
  picture: TilePicture,
  { region, work, size }: Pick<Preparation, 'region' | 'work' | 'size'>,
): Uint8ClampedArray<ArrayBuffer> => {
  const pixels = resampleRegion(picture, region, work);
  if (picture.hasAlpha) fillTransparent(pixels, work);
  return padEdges(pixels, work, size);
};

/** 255 where the provider is told to repaint; the other way round where that is asked for. */
const sentCoverage = ({ mask, form, invert, ...wire }: Preparation): Uint8Array<ArrayBuffer> => {
  const coverage = wireMask(mask, { ...wire, soft: form.kind === 'grey' && form.soft });
  return invert ? coverage.map((value) => 255 - value) : coverage;
};

const encodeCoverage = (
  coverage: Uint8Array<ArrayBuffer>,
  size: Size,
  form: MaskForm,
  signal: AbortSignal | undefined,
): Promise<Blob> => {
  if (form.kind === 'grey') {
    const grey = form.edit === 255 ? coverage : coverage.map((value) => 255 - value);
    return png(grey, size, 1, signal);
  }
  const rgba = new Uint8ClampedArray(coverage.length * 4);
  writeAlpha(rgba, coverage);
  return png(rgba, size, 4, signal);
};

/** Transparent where it is repainted. */
const writeAlpha = (rgba: Uint8ClampedArray, coverage: Uint8Array): void => {
  for (let at = 0; at < coverage.length; at++) rgba[at * 4 + 3] = 255 - coverage[at]!;
};

const encode = (
  rgba: Uint8ClampedArray<ArrayBuffer>,
  size: Size,
  channels: 3 | 4,
  type: Preparation['type'],
  signal: AbortSignal | undefined,
): Promise<Blob> => {
  if (type !== 'image/png') return lossy(rgba, size, type);
  return png(channels === 3 ? dropAlpha(rgba) : rgba, size, channels, signal);
};

const png = (
  bytes: Uint8Array | Uint8ClampedArray,
  size: Size,
  channels: PngChannels,
  signal: AbortSignal | undefined,
): Promise<Blob> => {
  const stride = size.width * channels;
  const readRows = (y: number, count: number) => bytes.subarray(y * stride, (y + count) * stride);
  return writePng({ size, channels, readRows }, signal ? { signal } : {});
};

const lossy = async (rgba: Uint8ClampedArray<ArrayBuffer>, { width, height }: Size, type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new EncodeError('too-large', 'This picture is too large for this browser to send it.');
  context.putImageData(new ImageData(rgba, width), 0, 0);
  const file = await canvas.convertToBlob({ type, quality });
  if (file.type !== type)
    throw new EncodeError('unsupported', 'This browser can’t write the files that are needed here.');
  return file;
};
