/**
 * Measures the on-device fill: time and memory per case (beside G'MIC's where `gmic` is installed, run in turn with it), WebAssembly
 * against plain TypeScript, how drawn pictures come out, and the scores against the hidden truth where a study folder with
 * photographs is there. Writes every fill and a contact sheet (truth, ours, G'MIC's) to look at. Run with `npm run bench:fill [name ...]`; a name selects cases by its beginning.
 * FILL_SEED: the seed (default 1). FILL_STUDY: the study folder (default ../shared/studies/fill). FILL_OUTPUT: where the results are written (default dist/bench/fill).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { encode } from 'fast-png';
import { complete } from '../../src/fill/complete.ts';
import type { FillResult } from '../../src/fill/fillJob.ts';
import type { KernelFactory } from '../../src/fill/kernels/kernels.ts';
import { scalarKernels } from '../../src/fill/kernels/scalarKernels.ts';
import { wasmKernels } from '../../src/fill/kernels/wasmKernels.ts';
import { contactSheet, type SheetRow } from './fill/contactSheet.ts';
import { drawnCases } from './fill/drawnCases.ts';
import type { FillCase } from './fill/fillCase.ts';
import { gmicFill, hasGmic } from './fill/gmicFill.ts';
import { maskedScores } from './fill/maskedScores.ts';
import { renderedCases } from './fill/renderedCases.ts';
import { studyCases } from './fill/studyCases.ts';

const study = resolve(process.env.FILL_STUDY ?? '../shared/studies/fill');
const output = resolve(process.env.FILL_OUTPUT ?? 'dist/bench/fill');
const seed = Number(process.env.FILL_SEED ?? 1);
const wanted = process.argv.slice(2);
/** The twins are compared on these. */
const twinNames = ['s_dogs', 'b_forest', 'o_boats', 'rendered 1024 5 %'];

type Timed = FillResult & { readonly cpu: number };

const runOnce = ({ job }: FillCase, kernels: KernelFactory): Timed => {
  const before = process.cpuUsage();
  const result = complete({ ...job, seed }, { kernels });
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpu: (user + system) / 1000 };
};

const runBest = (one: FillCase, kernels: KernelFactory, times: number): Timed => {
  const runs = Array.from({ length: times }, () => runOnce(one, kernels));
  return runs.reduce((best, run) => (run.cpu < best.cpu ? run : best));
};

const row = (name: string, { cpu, milliseconds, peakBytes, usedDiffusion }: Timed): string =>
  [
    name.padEnd(34),
    `${cpu.toFixed(0)} ms CPU`.padStart(12),
    `${milliseconds.toFixed(0)} ms`.padStart(9),
    `${(peakBytes / 1e6).toFixed(0)} MB`.padStart(7),
    usedDiffusion ? ' (smooth)' : '',
  ].join(' ');

const score = (names: readonly string[]): void => {
  const script = join(study, 'score.py');
  if (!existsSync(script) || names.length === 0) return;
  const { status } = spawnSync('/usr/bin/python3', [script, output, ...names], { stdio: 'inherit' });
  if (status !== 0) console.log('No scores: score.py needs Debian’s python3-numpy, -pil, -scipy and -opencv.');
};

const wasm = await wasmKernels();
if (!wasm) throw new Error('This machine has no WebAssembly with SIMD.');
const isWanted = ({ name }: FillCase) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));
const photographs = studyCases(study).filter(isWanted);
const rendered = renderedCases(4096).filter(isWanted);
mkdirSync(output, { recursive: true });

const drawn = drawnCases().filter(isWanted);
const withGmic = hasGmic();
const sheet: SheetRow[] = [];

console.log('\nTime and memory (WebAssembly, best of 3)');
for (const one of [...photographs, ...drawn, ...rendered]) {
  const result = runBest(one, wasm, 3);
  const peer = withGmic ? gmicFill(one, output) : null;
  const ratio = peer ? `  G'MIC ${peer.cpu.toFixed(0)} ms CPU, 1/${(peer.cpu / result.cpu).toFixed(0)}` : '';
  console.log(row(one.name, result) + ratio);
  const { width, height } = one.job;
  writeFileSync(join(output, `${one.name}.png`), encode({ width, height, data: result.pixels, channels: 4, depth: 8 }));
  if (!rendered.includes(one)) sheet.push({ ...one, fills: [result.pixels, peer?.pixels ?? null] });
}
if (sheet.length > 0) {
  writeFileSync(join(output, 'contact-sheet.png'), encode({ ...contactSheet(sheet), channels: 3, depth: 8 }));
  console.log(`Contact sheet: ${join(output, 'contact-sheet.png')}`);
}

console.log("\nDrawn pictures (ours, G'MIC's)");
for (const one of sheet.filter(({ name }) => name.startsWith('drawn'))) {
  const scores = one.fills.map((pixels) => {
    if (!pixels) return '';
    const { psnr, sharpness, excessStep } = maskedScores(one, pixels);
    return `${psnr.toFixed(1)} dB, sharpness ${sharpness.toFixed(2)}, excess step ${excessStep.toFixed(0)}`.padEnd(48);
  });
  console.log(one.name.padEnd(34), ...scores);
}

console.log('\nWebAssembly against plain TypeScript (best of 2)');
for (const one of [...photographs, ...rendered].filter(({ name }) => twinNames.includes(name))) {
  const fast = runBest(one, wasm, 2);
  const plain = runBest(one, scalarKernels, 2);
  const isEqual = Buffer.from(fast.pixels.buffer).equals(new Uint8Array(plain.pixels.buffer));
  console.log(
    row(one.name, plain),
    ` ${(plain.cpu / fast.cpu).toFixed(1)} times, ${isEqual ? 'same bytes' : 'DIFFERENT BYTES'}`,
  );
  if (!isEqual) process.exitCode = 1;
}

console.log('\nScores inside the mask');
score(photographs.map(({ name }) => name));
