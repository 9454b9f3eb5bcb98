import type { FillCase } from './fillCase.ts';

export type SheetRow = FillCase & { readonly fills: readonly (Uint8ClampedArray | null)[] };
type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array<ArrayBuffer> };

const cell = 340;
const gap = 4;
const columns = 3;
/** px: known surroundings shown beside the hole. */
const margin = 40;

/** RGB picture with one row per case: the truth with the hole's rim in red, and the fills. */
export const contactSheet = (rows: readonly SheetRow[]): Picture => {
  const width = columns * (cell + gap);
  const height = rows.length * (cell + gap);
  const data = new Uint8Array(3 * width * height);
  rows.forEach((row, index) => {
    [outlined(row), ...row.fills].forEach((pixels, column) => {
      if (pixels) drawCell(data, width, row, pixels, column * (cell + gap), index * (cell + gap));
    });
  });
  return { width, height, data };
};

const outlined = ({ job }: FillCase): Uint8ClampedArray => {
  const { width, hole } = job;
  const pixels = job.pixels.slice();
  for (let pixel = 0; pixel < hole.length; pixel++) {
    const beside = [pixel - 1, pixel + 1, pixel - width, pixel + width];
    if (hole[pixel] !== 0 && beside.some((other) => hole[other] === 0)) pixels.set([255, 0, 0], 4 * pixel);
  }
  return pixels;
};

/** Draws the part around the hole, averaged down to fit the cell. */
const drawCell = (
  data: Uint8Array,
  stride: number,
  { job }: FillCase,
  pixels: Uint8ClampedArray,
  left: number,
  top: number,
): void => {
  const { width, height, hole } = job;
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let pixel = 0; pixel < hole.length; pixel++) {
    if (hole[pixel] === 0) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    box.left = Math.max(0, Math.min(box.left, x - margin));
    box.top = Math.max(0, Math.min(box.top, y - margin));
    box.right = Math.min(width, Math.max(box.right, x + margin));
    box.bottom = Math.min(height, Math.max(box.bottom, y + margin));
  }
  const scale = Math.max(box.right - box.left, box.bottom - box.top) / cell;
  for (let y = 0; y < Math.floor((box.bottom - box.top) / scale); y++) {
    for (let x = 0; x < Math.floor((box.right - box.left) / scale); x++) {
      const fromX = box.left + Math.floor(x * scale);
      const fromY = box.top + Math.floor(y * scale);
      const toX = Math.max(fromX + 1, box.left + Math.floor((x + 1) * scale));
      const toY = Math.max(fromY + 1, box.top + Math.floor((y + 1) * scale));
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let row = fromY; row < toY; row++)
          for (let column = fromX; column < toX; column++) sum += pixels[4 * (row * width + column) + channel] ?? 0;
        data[3 * ((top + y) * stride + left + x) + channel] = sum / ((toX - fromX) * (toY - fromY));
      }
    }
  }
};
