import { expect, test } from 'vitest';
import { meadow } from './fixtures/meadow.ts';
import { prepare } from './fixtures/prepare.ts';
import { onionPeel } from './onionPeel.ts';
import { forEachRun } from './runs/runs.ts';
import { levelOf } from './workspace.ts';

test('gives every hole pixel a colour that occurs outside the hole', () => {
  const job = meadow(64, 48);
  const workspace = prepare(job);
  const level = levelOf(workspace, 0);
  const { words } = workspace.memory;
  const base = level.pixels >> 2;
  const outside = new Set<number>();
  for (let pixel = 0; pixel < 64 * 48; pixel++) if (job.hole[pixel] === 0) outside.add(words[base + pixel] ?? 0);
  onionPeel(workspace, level);
  forEachRun(level.holes, (y, start, end) => {
    for (let x = start; x < end; x++) expect(outside.has(words[base + y * 64 + x] ?? 0)).toBe(true);
  });
});
