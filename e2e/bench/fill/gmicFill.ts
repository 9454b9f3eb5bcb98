import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import type { FillCase } from './fillCase.ts';

/** Whether G'MIC is installed here (Debian package gmic). */
export const hasGmic = (): boolean => spawnSync('gmic', ['-version'], { stdio: 'ignore' }).status === 0;

export type GmicFill = { readonly pixels: Uint8ClampedArray<ArrayBuffer>; readonly cpu: number };

/** Fills a case with G'MIC's inpaint_matchpatch (defaults), in a process of its own; `cpu` is that process's, in ms. Null where it fails. */
export const gmicFill = ({ name, job }: FillCase, folder: string): GmicFill | null => {
  const { width, height } = job;
  const [picture, mask, result] = ['picture', 'mask', 'gmic'].map((part) => join(folder, `${name}.${part}.png`));
  if (!picture || !mask || !result) return null;
  const data = new Uint8Array(3 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set(job.pixels.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
  }
  writeFileSync(picture, encode({ width, height, data, channels: 3, depth: 8 }));
  const flags = job.hole.map((value) => (value === 0 ? 0 : 255));
  writeFileSync(mask, encode({ width, height, data: flags, channels: 1, depth: 8 }));
  const script = 'TIMEFORMAT="%U %S"; time gmic -v - "$1" "$2" -inpaint_matchpatch[0] [1] -rm[1] -c 0,255 -o "$3"';
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', picture, mask, result], { encoding: 'utf8' });
  const times = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  if (status !== 0) return null;
  const decoded = decode(readFileSync(result));
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      pixels[4 * pixel + channel] =
        decoded.data[decoded.channels * pixel + Math.min(channel, decoded.channels - 1)] ?? 0;
  }
  return { pixels, cpu: 1000 * ((times[0] ?? 0) + (times[1] ?? 0)) };
};
