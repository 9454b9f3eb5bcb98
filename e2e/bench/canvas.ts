/**
 * How smooth painting is, and how much of that depends on the picture's size and on what was painted before. The built app is driven by
 * real input, beside a naive reference page in the same run. Run with `npm run bench:canvas [side ...]`; sides in px, all by default.
 * BENCH_ROUNDS: how often (default 3); each round starts fresh browsers and turns the order round. Figures are printed, nothing is gated.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/findBrowser.js';
import { createGateway } from '../../src/gateway/createGateway.ts';
import { listen } from '../../src/gateway/listen.ts';
import { pageFolder } from '../../src/gateway/pageFolder.ts';
import { readSettings } from '../../src/gateway/settings.ts';
import { benchPicture } from './canvas/benchPicture.ts';
import { cpuPerMove, openLoop, percentile, type OpenLoop } from './canvas/measureStroke.ts';
import { painted, recordBlocks, recordFrames, undoLatency } from './canvas/pageMeasures.ts';
import { addEarlierStrokes, naive, openPicture, overpaint, type Subject } from './canvas/subject.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const chosen = process.argv.slice(2).map(Number);
const sides = chosen.length > 0 ? chosen : [1024, 4096, 8192];
const strokes = 200;
const openMoves = 300;
const pictures = resolve('.cache/bench');

type After = OpenLoop & { readonly cpu: number };
type Extras = {
  readonly undoBytes: number;
  readonly undoMs: readonly number[];
  readonly maskBlock: number;
  readonly pictureBlock: number;
};
type Measured = { readonly none: After; readonly many: After; readonly extras: Extras | undefined };

const picturePath = (side: number): string => `${pictures}/${side}.png`;

/** What only our app has: undo and export. */
const measureExtras = async (page: Page): Promise<Extras> => {
  const undoBytes = Number(await page.getByTestId('canvas').getAttribute('data-undo-bytes'));
  const block = async (button: string): Promise<number> => {
    const stop = await recordBlocks(page);
    const arrival = page.waitForEvent('download', { timeout: 120_000 });
    await page.getByRole('button', { name: button, exact: true }).click();
    await arrival;
    return stop();
  };
  const maskBlock = await block('Export mask');
  const pictureBlock = await block('Download');
  const undoMs: number[] = [];
  for (let step = 0; step < 50; step++) undoMs.push(await undoLatency(page));
  return { undoBytes, undoMs, maskBlock, pictureBlock };
};

const measure = async (subject: Subject, side: number): Promise<Measured> => {
  const server = await chromium.launchServer(findBrowser()?.launchOptions ?? {});
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const pid = server.process().pid ?? 0;
    const moves = subject.moves(side);
    // On an empty page: what sending moves and waiting for frames costs by itself.
    const floor = await cpuPerMove(page, session, pid, { x: 0, y: 0, width: 1280, height: 800 }, openMoves, 'none');
    const box = await openPicture(page, subject, side, picturePath(side));

    const stop = await recordFrames(page);
    await page.waitForTimeout(1000);
    const idle = await stop();
    const idleP95 = percentile(
      idle.slice(1).map((time, index) => time - (idle[index] ?? time)),
      0.95,
    );
    if (idleP95 > 20) console.log(`  noisy: idle frames take ${idleP95.toFixed(0)} ms at the 95th percentile`);

    const stroke = async (): Promise<After> => ({
      ...(await openLoop(page, session, box, openMoves)),
      cpu: (await cpuPerMove(page, session, pid, box, moves, 'left')) - floor,
    });
    const none = await stroke();
    await addEarlierStrokes(page, subject, box, strokes);
    await painted(page);
    const extras = subject.name === 'overpaint' ? await measureExtras(page) : undefined;
    if (extras) await addEarlierStrokes(page, subject, box, extras.undoMs.length);
    const many = await stroke();
    if (extras) await expect(page.getByTestId('canvas')).toHaveAccessibleName(/mask covers [1-9]/);
    await browser.close();
    return { none, many, extras };
  } finally {
    await server.close();
  }
};

const median = (values: readonly number[]): number => percentile(values, 0.5);
const round = (value: number, digits = 1): string => value.toFixed(digits).padStart(8);

const report = (side: number, subjectName: string, results: readonly Measured[]): void => {
  for (const when of ['none', 'many'] as const) {
    const of = (key: keyof After): number => median(results.map((result) => result[when][key]));
    const prior = when === 'none' ? '0' : String(strokes);
    console.log(
      [
        subjectName.padEnd(10),
        String(side).padStart(6),
        prior.padStart(8),
        round(of('fps')),
        round(of('dropped'), 0),
        round(of('frameP95')),
        round(of('cpu'), 2),
      ].join(' '),
    );
  }
};

const files = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(readFileSync('e2e/bench/naive.html'));
});
const naiveAddress = await new Promise<string>((ready) =>
  files.listen(0, '127.0.0.1', () => {
    const address = files.address();
    ready(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  }),
);
const gateway = await listen(
  createGateway({ settings: readSettings({}, []), page: pageFolder(resolve('dist/page')) }).handler,
  '127.0.0.1',
  0,
);
const subjects = [overpaint(gateway.address), naive(naiveAddress)];

mkdirSync(pictures, { recursive: true });
for (const side of sides) writeFileSync(picturePath(side), benchPicture(side));

const all = new Map<string, Measured[]>();
for (let count = 0; count < rounds; count++) {
  const load = loadavg()[0] ?? NaN;
  console.log(`round ${count + 1} of ${rounds}, load average ${load.toFixed(1)}`);
  const order = sides.flatMap((side) => subjects.map((subject) => ({ side, subject })));
  for (const { side, subject } of count % 2 === 0 ? order : order.reverse()) {
    const key = `${subject.name} ${side}`;
    all.set(key, [...(all.get(key) ?? []), await measure(subject, side)]);
    console.log(`  ${key} done`);
  }
}
await gateway.close();
files.close();

const resultsOf = (name: string, side: number): Measured[] => all.get(`${name} ${side}`) ?? [];
const cpu = (name: string, side: number, when: 'none' | 'many'): number =>
  median(resultsOf(name, side).map((result) => result[when].cpu));

console.log(
  `\nmedian of ${rounds} rounds; a stroke of ${openMoves} moves with a brush of 100 image px, picture fitted, 1280 × 800`,
);
console.log(
  '               side  strokes      fps  dropped  p95 ms  CPU ms per move, without what moving over an empty page costs',
);
for (const side of sides) for (const { name } of subjects) report(side, name, resultsOf(name, side));

console.log('\n                 side  undo kB  undo ms  (p95)    longest main-thread block (ms): mask  picture');
for (const side of sides) {
  const extras = resultsOf('overpaint', side).flatMap((result) => result.extras ?? []);
  const undoMs = extras.flatMap((extra) => extra.undoMs);
  const undoKb = median(extras.map((extra) => extra.undoBytes)) / 1000;
  const blocks = [extras.map((extra) => extra.maskBlock), extras.map((extra) => extra.pictureBlock)].map(median);
  console.log(
    `overpaint ${String(side).padStart(11)} ${round(undoKb)} ${round(median(undoMs))} ${round(percentile(undoMs, 0.95))} ${blocks.map((block) => round(block)).join(' ')}`,
  );
}

console.log('\nratios');
for (const side of sides) {
  const growth = cpu('overpaint', side, 'many') / cpu('overpaint', side, 'none');
  const naiveGrowth = cpu('naive', side, 'many') / cpu('naive', side, 'none');
  const share = cpu('overpaint', side, 'many') / cpu('naive', side, 'many');
  console.log(
    `${side}: growth with ${strokes} strokes ${growth.toFixed(2)} (naive ${naiveGrowth.toFixed(2)}); CPU per move against naive ${share.toFixed(3)}`,
  );
}
const [smallest, largest] = [Math.min(...sides), Math.max(...sides)];
if (smallest < largest)
  console.log(
    `size ${largest} against ${smallest}: ${(cpu('overpaint', largest, 'many') / cpu('overpaint', smallest, 'many')).toFixed(2)}`,
  );
