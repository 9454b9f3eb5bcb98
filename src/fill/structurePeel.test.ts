import { expect, test } from 'vitest';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { meadow } from './fixtures/meadow.ts';
import { prepare } from './fixtures/prepare.ts';
import { forEachRun } from './runs/runs.ts';
import { structurePeel } from './structurePeel.ts';
import { levelOf } from './workspace.ts';

test('gives every hole pixel a colour that occurs outside the hole', () => {
  const job = meadow(64, 48);
  const workspace = prepare(job);
  const level = levelOf(workspace, 0);
  const { words } = workspace.memory;
  const base = level.pixels >> 2;
  const outside = new Set<number>();
  for (let pixel = 0; pixel < 64 * 48; pixel++) if (job.hole[pixel] === 0) outside.add(words[base + pixel] ?? 0);
  structurePeel(workspace, level);
  forEachRun(level.holes, (y, start, end) => {
    for (let x = start; x < end; x++) expect(outside.has(words[base + y * 64 + x] ?? 0)).toBe(true);
  });
});

test('a thin bar across a thick hole goes on', () => {
  const isBar = (x: number, y: number) => Math.abs(2 * y - x - 40) < 6;
  const job = fillJobOf(
    96,
    96,
    (x, y) => (isBar(x, y) ? [220, 210, 200] : [90, 140, 220]),
    (x, y) => (x - 48) ** 2 + (y - 44) ** 2 < 18 ** 2,
  );
  const workspace = prepare(job);
  const level = levelOf(workspace, 0);
  structurePeel(workspace, level);
  let wrong = 0;
  for (let pixel = 0; pixel < job.hole.length; pixel++) {
    const red = workspace.memory.bytes[level.pixels + 4 * pixel] ?? 0;
    if (Math.abs(red - (job.pixels[4 * pixel] ?? 0)) > 20) wrong++;
  }
  expect(wrong).toBeLessThan(30);
});
