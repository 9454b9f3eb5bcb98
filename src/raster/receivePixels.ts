import type { Proof } from '../document/generation.ts';
import { flattenMask, type TileMask } from '../document/tileMask.ts';
import { rect, rectEquals, type Rect } from '../geometry/rect.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { differenceAt, locateSent, type Pixels } from './locateSent.ts';
import { sentPixels } from './prepareFiles.ts';
import { ReceiveError } from './receiveError.ts';
import { resample } from './resample.ts';
import { readRegion, type TilePicture } from './tilePicture.ts';
import { wireMask } from './wireMask.ts';

/** What was sent, and what of the answer is used. */
export type Reception = {
  /** px of the picture that were sent, scaled to `work` and padded to `size`. */
  readonly region: Rect;
  readonly work: Size;
  readonly size: Size;
  /** Where the image sent begins in a fitting answer, and that answer's size, px. */
  readonly sentAt: { readonly x: number; readonly y: number };
  readonly expected: Size;
  /** The part of a fitting answer that is used, px of it, and the part of the picture it fills. */
  readonly take: Rect;
  readonly target: Rect;
  /** Whether an answer of the right size may have the picture elsewhere. */
  readonly verifyPlacement: boolean;
  /** What is repainted; has the picture's size. */
  readonly mask: TileMask;
  /** The part of the picture whose transparency stays as it is where an opaque image was sent; null: the answer's counts. */
  readonly keepAlpha: Rect | null;
};

export type Received = {
  /** Flat RGBA, straight alpha, of the target's size. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Counted in the answer as it came: px sent with mask 0, and how many of them came back changed. */
  readonly raw: Proof;
  /** The answer's own size where it is not the expected one, px. */
  readonly resizedFrom: Size | null;
};

/** How far the ratio of an answer's sides may be off. */
const ratioTolerance = 0.01;
/** Mean difference of a channel up to which the picture counts as found where it should be, 0 to 255. */
const mostDifference = 24;

/**
 * Finds out where in an answer the picture is, and brings the part that is used to the target's size. Throws ReceiveError where the
 * picture can't be found.
 */
export const receivePixels = (picture: TilePicture, answer: Pixels, reception: Reception): Received => {
  const sent: Pixels = { size: reception.size, rgba: sentPixels(picture, reception) };
  const fixed = protectedPixels(reception);
  const place = placeOfAnswer(answer, sent, fixed, reception);
  const part = within(reception.take, reception.expected, place);
  const pixels = resample(answer.rgba, answer.size, part, reception.target);
  if (reception.keepAlpha) restoreAlpha(pixels, picture, reception.target, reception.keepAlpha, reception.mask);
  return {
    pixels,
    raw: countRaw(answer, sent, fixed, within(sentRect(reception), reception.expected, place)),
    resizedFrom: sizeEquals(answer.size, reception.expected) ? null : answer.size,
  };
};

/** px of what was sent that are to stay as they are: 1 where nothing is repainted, 0 elsewhere; padding counts as repainted. */
const protectedPixels = ({ mask, region, work, size }: Reception): Uint8Array => {
  const painted = {
    size: mask.size,
    tiles: new Map([...mask.tiles].map(([key, tile]) => [key, tile.map((value) => (value > 0 ? 255 : 0))])),
  };
  const coverage = wireMask(painted, { region, work, size: work, soft: false, grow: 0 });
  const fixed = new Uint8Array(size.width * size.height);
  for (let y = 0; y < work.height; y++)
    for (let x = 0; x < work.width; x++) fixed[y * size.width + x] = coverage[y * work.width + x] === 0 ? 1 : 0;
  return fixed;
};

const sentRect = ({ sentAt, size }: Reception): Rect => rect(sentAt.x, sentAt.y, size.width, size.height);

/** The rectangle of the answer, in its own px, that corresponds to the whole expected answer. */
const placeOfAnswer = (answer: Pixels, sent: Pixels, fixed: Uint8Array, reception: Reception): Rect => {
  const { expected, verifyPlacement } = reception;
  const whole = rect(0, 0, answer.size.width, answer.size.height);
  const stretch = { x: whole.width / expected.width, y: whole.height / expected.height };
  const isLikely = sizeEquals(answer.size, expected) || Math.abs(stretch.x / stretch.y - 1) <= ratioTolerance;
  const sentThere = within(sentRect(reception), expected, whole);
  if (isLikely && !verifyPlacement) return whole;
  const even = [1, stretch.x, stretch.y, Math.sqrt(stretch.x * stretch.y)].map((factor) => ({ x: factor, y: factor }));
  const found = locateSent(answer, sent, fixed, [stretch, ...even]);
  if (isLikely) {
    const asExpected = differenceAt(answer, sent, fixed, sentThere);
    // In flat pictures every place is as good: the expected one counts then.
    const better = found ? differenceAt(answer, sent, fixed, found) * 1.1 + 0.5 : Infinity;
    if (asExpected < mostDifference && asExpected <= better) return whole;
  }
  if (!found) throw mismatch(isLikely ? 'elsewhere' : 'wrong-size', answer.size, expected);
  const [x, y] = [found.width / sent.size.width, found.height / sent.size.height];
  const place = rect(
    found.x - reception.sentAt.x * x,
    found.y - reception.sentAt.y * y,
    expected.width * x,
    expected.height * y,
  );
  if (!covers(whole, within(reception.take, expected, place))) throw mismatch('wrong-size', answer.size, expected);
  return place;
};

const mismatch = (kind: 'wrong-size' | 'elsewhere', came: Size, wanted: Size): ReceiveError =>
  new ReceiveError(
    kind,
    kind === 'wrong-size'
      ? `A picture of ${came.width} × ${came.height} px came back instead of ${wanted.width} × ${wanted.height}, and yours could not be found in it.`
      : 'A picture of the right size came back, but yours could not be found where it should be.',
  );

/** A rectangle of the expected answer, in px of the real one, where the whole expected answer is at `place`. */
const within = (part: Rect, expected: Size, place: Rect): Rect => {
  if (rectEquals(place, rect(0, 0, expected.width, expected.height))) return part;
  const [x, y] = [place.width / expected.width, place.height / expected.height];
  return rect(place.x + part.x * x, place.y + part.y * y, part.width * x, part.height * y);
};

/** Whether an answer has all of a part, give or take a hundredth. */
const covers = (whole: Rect, part: Rect): boolean => {
  const slack = 0.01 * Math.max(whole.width, whole.height);
  return (
    part.x >= -slack &&
    part.y >= -slack &&
    part.x + part.width <= whole.width + slack &&
    part.y + part.height <= whole.height + slack
  );
};

const countRaw = (answer: Pixels, sent: Pixels, fixed: Uint8Array, place: Rect): Proof => {
  const came = resample(answer.rgba, answer.size, place, sent.size);
  let protectedCount = 0;
  let changedPixels = 0;
  // Indexes are bounded by the arrays, which have the same size; this runs once per pixel.
  for (let at = 0; at < fixed.length; at++) {
    if (!fixed[at]) continue;
    protectedCount++;
    const byte = at * 4;
    const isSame =
      came[byte] === sent.rgba[byte] &&
      came[byte + 1] === sent.rgba[byte + 1] &&
      came[byte + 2] === sent.rgba[byte + 2];
    if (!isSame) changedPixels++;
  }
  return { protectedPixels: protectedCount, changedPixels };
};

/**
 * An opaque image was sent in place of one with transparency: what was cut out stays cut out. Where all that is repainted was
 * invisible, something new is wanted there, and it stays as it came.
 */
const restoreAlpha = (
  pixels: Uint8ClampedArray,
  picture: TilePicture,
  target: Rect,
  kept: Rect,
  mask: TileMask,
): void => {
  if (!picture.hasAlpha) return;
  const before = readRegion(picture, target);
  const coverage = flattenMask(mask, target);
  const isKept = (at: number): boolean => {
    const x = target.x + (at % target.width);
    const y = target.y + Math.floor(at / target.width);
    return x >= kept.x && y >= kept.y && x < kept.x + kept.width && y < kept.y + kept.height;
  };
  const showsSomething = coverage.some((value, at) => value > 0 && before[at * 4 + 3]! > 0 && isKept(at));
  if (!showsSomething) return;
  for (let at = 0; at < coverage.length; at++) if (isKept(at)) pixels[at * 4 + 3] = before[at * 4 + 3]!;
};
