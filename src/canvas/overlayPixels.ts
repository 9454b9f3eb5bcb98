import { tileColumns, tileSide, type TileMask } from '../document/tileMask.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Overlay } from './viewStore.ts';

/** RGBA pixels of the overlay canvas, one per canvas px. */
export type OverlayPixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Distance of the hatch's lines and their thickness, in canvas px. */
const hatchPeriod = 9;
const hatchThickness = 2;
const hatchAlpha = 0.5;
/** Coverage from here up counts as inside for the outline, as it does for a provider that takes hard masks. */
const insideFrom = 128;

/**
 * Draws the mask as it will be exported into `area` (canvas px) of `pixels`: sampled from its bytes, never from what was drawn before,
 * so what is seen is what is sent. `viewport` maps image px to canvas px. Pixels without mask become transparent.
 */
export const drawOverlayPixels = (
  pixels: OverlayPixels,
  area: Rect,
  mask: TileMask,
  viewport: Viewport,
  overlay: Overlay,
): void => {
  const coverage = sampleCoverage(mask, viewport, area);
  if (overlay.style === 'black-and-white') drawBlackAndWhite(pixels, area, coverage, mask, viewport);
  else drawTint(pixels, area, coverage, overlay);
};

/** Coverage around `area`, one px more on each side (for the outline), row by row. */
const sampleCoverage = (mask: TileMask, viewport: Viewport, area: Rect): Uint8Array => {
  const width = area.width + 2;
  const sampled = new Uint8Array(width * (area.height + 2));
  if (mask.tiles.size === 0) return sampled;
  // One sample shows the mask's own pixels when zoomed in; four smooth its edges when one canvas px covers several.
  const offsets = viewport.scale < 1 ? [0.25, 0.75] : [0.5];
  const columns = offsets.map((offset) => imagePlaces(area.x - 1 + offset, width, viewport.x, viewport.scale));
  const share = offsets.length * offsets.length;
  const tilesPerRow = tileColumns(mask.size);
  for (let row = 0; row < area.height + 2; row++) {
    const sums = new Uint16Array(width);
    for (const offset of offsets) {
      const y = Math.floor((area.y - 1 + row + offset - viewport.y) / viewport.scale);
      if (y < 0 || y >= mask.size.height) continue;
      const firstTile = Math.floor(y / tileSide) * tilesPerRow;
      const rowStart = (y % tileSide) * tileSide;
      for (const places of columns) addRow(sums, mask, places, firstTile, rowStart);
    }
    const at = row * width;
    for (let x = 0; x < width; x++) sampled[at + x] = (sums[x] ?? 0) / share;
  }
  return sampled;
};

/** The image column under each canvas column, from canvas place `from` on. */
const imagePlaces = (from: number, count: number, origin: number, scale: number): Int32Array =>
  Int32Array.from({ length: count }, (_, step) => Math.floor((from + step - origin) / scale));

const addRow = (sums: Uint16Array, mask: TileMask, places: Int32Array, firstTile: number, rowStart: number): void => {
  let column = -1;
  let tile: Uint8Array | undefined;
  for (let x = 0; x < places.length; x++) {
    const place = places[x] ?? -1;
    if (place < 0 || place >= mask.size.width) continue;
    const tileColumn = (place / tileSide) | 0;
    if (tileColumn !== column) {
      column = tileColumn;
      tile = mask.tiles.get(firstTile + column);
    }
    if (tile) sums[x] = (sums[x] ?? 0) + (tile[rowStart + (place % tileSide)] ?? 0);
  }
};

const drawTint = (pixels: OverlayPixels, area: Rect, coverage: Uint8Array, overlay: Overlay): void => {
  const [red, green, blue] = channels(overlay.colour);
  const tintAlpha = (overlay.opacity / 100) * 255;
  const width = area.width + 2;
  const { data } = pixels;
  for (let y = 0; y < area.height; y++) {
    let to = ((area.y + y) * pixels.width + area.x) * 4;
    for (let x = 0; x < area.width; x++, to += 4) {
      const at = (y + 1) * width + x + 1;
      const here = coverage[at] ?? 0;
      const inside = here >= insideFrom;
      const edge =
        (coverage[at - 1] ?? 0) >= insideFrom !== inside ||
        (coverage[at + 1] ?? 0) >= insideFrom !== inside ||
        (coverage[at - width] ?? 0) >= insideFrom !== inside ||
        (coverage[at + width] ?? 0) >= insideFrom !== inside;
      if (edge) {
        // White inside, dark outside: one of the two is seen on any picture.
        data[to] = data[to + 1] = data[to + 2] = inside ? 255 : 17;
        data[to + 3] = inside ? 255 : 150;
        continue;
      }
      const onHatch = (area.x + x + area.y + y) % hatchPeriod < hatchThickness;
      const white = onHatch ? hatchAlpha : 0;
      data[to] = red + (255 - red) * white;
      data[to + 1] = green + (255 - green) * white;
      data[to + 2] = blue + (255 - blue) * white;
      data[to + 3] = (here / 255) * (tintAlpha + (255 - tintAlpha) * white * 0.4);
    }
  }
};

const drawBlackAndWhite = (
  pixels: OverlayPixels,
  area: Rect,
  coverage: Uint8Array,
  mask: TileMask,
  viewport: Viewport,
): void => {
  const right = viewport.x + mask.size.width * viewport.scale;
  const bottom = viewport.y + mask.size.height * viewport.scale;
  const { data } = pixels;
  for (let y = 0; y < area.height; y++) {
    const centreY = area.y + y + 0.5;
    let to = ((area.y + y) * pixels.width + area.x) * 4;
    for (let x = 0; x < area.width; x++, to += 4) {
      const centreX = area.x + x + 0.5;
      const onPicture = centreX >= viewport.x && centreX < right && centreY >= viewport.y && centreY < bottom;
      data[to] = data[to + 1] = data[to + 2] = coverage[(y + 1) * (area.width + 2) + x + 1] ?? 0;
      data[to + 3] = onPicture ? 255 : 0;
    }
  }
};

const channels = (colour: string): readonly [number, number, number] => [
  parseInt(colour.slice(1, 3), 16),
  parseInt(colour.slice(3, 5), 16),
  parseInt(colour.slice(5, 7), 16),
];
