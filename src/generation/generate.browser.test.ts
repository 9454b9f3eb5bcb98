import { describe, expect, test } from 'vitest';
import type { Generation } from '../document/generation.ts';
import { rect, rectOfSize } from '../geometry/rect.ts';
import type { Capabilities, EditProvider } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { wait } from '../providers/wait.ts';
import { cropPixels } from '../raster/rasterClient.ts';
import { forgetJob, keptJobs } from '../storage/jobStore.ts';
import type { Billing } from './billing.ts';
import { requestOf, type EditRequest } from './editRequest.ts';
import { capabilitiesOf, capabilityOf } from './fixtures/capabilityOf.ts';
import { openedPicture, pngOf } from './fixtures/openedPicture.ts';
import { paintingProvider, type Paint } from './fixtures/paintingProvider.ts';
import { generate } from './generate.ts';
import type { Order } from './order.ts';
import type { ProgressChange } from './progress.ts';
import { problemOf } from './problemOf.ts';
import { resumableJobs, resumeJob } from './resumeJobs.ts';

const size = { width: 500, height: 400 };
const painted = rect(200, 150, 80, 60);

const noFetch: typeof fetch = () => Promise.reject(new Error('Nothing is fetched here.'));
const connection = { baseUrl: 'https://provider.example', apiKey: 'canary-key', settings: {} };

type Run = {
  readonly order: Order;
  readonly signal?: AbortSignal;
};

const run = async ({ order, signal = new AbortController().signal }: Run) => {
  const told: ProgressChange[] = [];
  const billing: Billing[] = [];
  const arrivals: number[] = [];
  const generation = await generate(order, {
    signal,
    report: (change) => told.push(change),
    onBilling: (now) => billing.push(now),
    onArrival: ({ candidates }) => arrivals.push(candidates.length),
  });
  return { generation, told, billing, arrivals };
};

const orderOf = async (
  provider: EditProvider,
  request: Partial<EditRequest> = {},
  frame = rectOfSize(size),
  fetch = noFetch,
) => {
  const { document, file, flat } = await openedPicture(size, request.operation === 'outpaint' ? null : painted);
  const order: Order = {
    document: { ...document, frame },
    provider,
    request: requestOf({ prompt: 'a boat', seed: 7, ...request }),
    call: { connection, fetch, wait },
    file: { name: 'scene.png', bytes: file },
  };
  return { order, flat };
};

const red: Paint = (rgba) => {
  for (let at = 0; at < rgba.length; at += 4) rgba.set([255, 0, 0], at);
};

/** Bytes of a candidate that differ from the source although nothing was painted there. */
const wrongBytes = async (
  { candidates, frame }: Generation,
  flat: Uint8ClampedArray,
  isPainted: (x: number, y: number) => boolean,
) => {
  const [first] = candidates;
  if (!first) throw new Error('Nothing came.');
  const after = await cropPixels(first.picture.id, rectOfSize(first.picture.size));
  let wrong = 0;
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      if (isPainted(x, y)) continue;
      const to = ((y - frame.y) * frame.width + x - frame.x) * 4;
      for (let channel = 0; channel < 4; channel++)
        if (after[to + channel] !== flat[(y * size.width + x) * 4 + channel]) wrong++;
    }
  return { wrong, after };
};

const inPaint = (x: number, y: number): boolean => x >= 200 && x < 280 && y >= 150 && y < 210;

describe('one call', () => {
  test('sends the crop, pastes back only the mask, and counts what the provider had altered elsewhere', async () => {
    const { provider, steps } = paintingProvider(capabilitiesOf(), red);
    const { order, flat } = await orderOf(provider);
    const { generation, billing } = await run({ order });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      operation: 'inpaint',
      size: { width: 208, height: 188 },
      expected: { width: 208, height: 188 },
      prompt: 'a boat',
      seed: 7,
      files: [
        { role: 'image', format: 'png' },
        { role: 'mask', format: 'png' },
      ],
    });
    const { wrong, after } = await wrongBytes(generation, flat, inPaint);
    expect(wrong).toBe(0);
    expect([...after.subarray((180 * 500 + 240) * 4, (180 * 500 + 240) * 4 + 4)]).toEqual([255, 0, 0, 255]);
    expect(generation.candidates[0]).toMatchObject({
      proof: { protectedPixels: 500 * 400 - 80 * 60, changedPixels: 0 },
      raw: { protectedPixels: 208 * 188 - 80 * 60, changedPixels: 208 * 188 - 80 * 60 },
    });
    expect(generation).toMatchObject({
      asked: { operation: 'inpaint', prompt: 'a boat', seed: 7 },
      price: { kind: 'unknown' },
      frame: rectOfSize(size),
    });
    expect(billing).toEqual(['nothing-sent', 'sent', 'answered']);
  });

  test('an untouched answer altered nothing', async () => {
    const { provider } = paintingProvider(capabilitiesOf());
    const { generation } = await run({ order: (await orderOf(provider)).order });
    expect(generation.candidates[0]?.raw?.changedPixels).toBe(0);
  });

  test('reduced, padded and of several candidates: they arrive one by one, the rest stays byte for byte', async () => {
    const inpaint = capabilityOf({ size: { maxSide: 150, multipleOf: 64 } });
    const { provider, steps } = paintingProvider(capabilitiesOf({ operations: { inpaint } }), red);
    const { order, flat } = await orderOf(provider, { candidates: 3 });
    const { generation, arrivals, told } = await run({ order });
    expect(steps[0]?.size).toEqual({ width: 128, height: 128 });
    expect(arrivals).toEqual([1, 2, 3]);
    expect(generation.candidates.map(({ seed }) => seed)).toEqual([0, 1, 2]);
    expect((await wrongBytes(generation, flat, inPaint)).wrong).toBe(0);
    expect(told.at(-1)).toMatchObject({ stage: 'blending', fraction: 1, arrived: { number: 3, of: 3 } });
  });

  test('a file over the limit of bytes is packed as JPEG, then with fewer px; then it is refused unsent', async () => {
    const limited = (maxFileBytes: number) =>
      paintingProvider(capabilitiesOf({ operations: { inpaint: capabilityOf({ maxFileBytes }) } }));
    const large = limited(9000);
    large.provider.edit = (step) => {
      large.steps.push(step);
      const white = new Uint8ClampedArray(step.size.width * step.size.height * 4).fill(255);
      return Promise.resolve({ images: [{ kind: 'file', bytes: pngOf(step.size, white), seed: null }], warnings: [] });
    };
    const { generation } = await run({ order: (await orderOf(large.provider)).order });
    const [image] = large.steps[0]?.files ?? [];
    expect(image?.format).toBe('jpeg');
    expect(image?.bytes.size).toBeLessThanOrEqual(9000);
    expect(generation.candidates[0]?.raw).toBeNull();

    const tiny = limited(100);
    const { order } = await orderOf(tiny.provider);
    await expect(run({ order })).rejects.toMatchObject({ kind: 'payload-too-large' });
    expect(tiny.steps).toEqual([]);
  });

  test('an answer that is no picture, or not this one, is told and can be looked at', async () => {
    const { provider } = paintingProvider(capabilitiesOf());
    const page = new Blob(['<html>Sorry</html>']);
    provider.edit = () => Promise.resolve({ images: [{ kind: 'file', bytes: page, seed: null }], warnings: [] });
    const failure: unknown = await run({ order: (await orderOf(provider)).order }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProviderError);
    expect(problemOf(failure)).toMatchObject({ kind: 'malformed', rawAnswer: page, mayHaveCharged: 'yes' });
    provider.edit = () => Promise.resolve({ images: [], warnings: [] });
    await expect(run({ order: (await orderOf(provider)).order })).rejects.toMatchObject({ kind: 'malformed' });
  });

  test('one unusable picture among several costs only itself', async () => {
    const { provider, answer } = paintingProvider(capabilitiesOf(), red);
    provider.edit = async (step) => {
      const { images } = await answer(step);
      return { images: [{ kind: 'file', bytes: new Blob(['no']), seed: null }, ...images], warnings: ['Slow today.'] };
    };
    const { generation } = await run({ order: (await orderOf(provider)).order });
    expect(generation.candidates).toHaveLength(1);
    expect(generation.warnings).toEqual(['Slow today.', 'What came back is not a picture.']);
  });
});

describe('a provider that fetches its pictures', () => {
  const gateway = () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      const name = `n${asked.length}`;
      asked.push(`${init?.method ?? 'GET'} ${input as string}`);
      return Promise.resolve(Response.json({ url: `https://app.example/uploads/${name}`, name, deleteToken: 't' }));
    };
    return { asked, fetch };
  };
  const inpaint = capabilityOf({ transport: 'public-url' });

  test('gets addresses, which are taken back when the job has ended', async () => {
    const { asked, fetch } = gateway();
    const { provider, steps } = paintingProvider(capabilitiesOf({ operations: { inpaint } }), red);
    await run({ order: (await orderOf(provider, {}, rectOfSize(size), fetch)).order });
    expect(steps[0]?.files.map(({ url }) => url)).toEqual([
      'https://app.example/uploads/n0',
      'https://app.example/uploads/n1',
    ]);
    expect(asked).toEqual([
      'POST /api/uploads',
      'POST /api/uploads',
      'DELETE /api/uploads/n0',
      'DELETE /api/uploads/n1',
    ]);
  });

  test('also when it was stopped, within a second', async () => {
    const { asked, fetch } = gateway();
    const { provider } = paintingProvider(capabilitiesOf({ operations: { inpaint } }));
    const controller = new AbortController();
    // An adapter that never notices.
    provider.edit = () => {
      setTimeout(() => controller.abort(new Error('stopped')), 20);
      return new Promise(() => undefined);
    };
    const { order } = await orderOf(provider, {}, rectOfSize(size), fetch);
    const before = performance.now();
    await expect(run({ order, signal: controller.signal })).rejects.toThrow('stopped');
    expect(performance.now() - before).toBeLessThan(1000);
    expect(asked.filter((each) => each.startsWith('DELETE'))).toHaveLength(2);
  });
});

describe('an expanded canvas', () => {
  const outpaintCapabilities = (maxPerSide: number): Capabilities =>
    capabilitiesOf({
      operations: {
        inpaint: capabilityOf(),
        outpaint: capabilityOf({ mask: { kind: 'none' }, outpaint: { kind: 'margins', maxPerSide } }),
      },
    });
  /** Paints the new band; the image sent stays as it is. */
  const band: Paint = (rgba, { width, height }, { margins, size: sent }) => {
    for (let at = 0; at < width * height; at++) {
      const [x, y] = [(at % width) - (margins?.left ?? 0), Math.floor(at / width) - (margins?.top ?? 0)];
      if (x < 0 || y < 0 || x >= sent.width || y >= sent.height) rgba.set([0, 200, 0], at * 4);
    }
  };

  test('in two calls, each going on from what came back; the source stays byte for byte', async () => {
    const { provider, steps } = paintingProvider(outpaintCapabilities(100), band);
    const frame = rect(-150, 0, 650, 440);
    const { order, flat } = await orderOf(provider, { operation: 'outpaint', prompt: 'sea' }, frame);
    const { generation, told } = await run({ order });
    expect(steps.map(({ margins, size: sent }) => [margins, sent])).toEqual([
      [
        { left: 100, right: 0, top: 0, bottom: 40 },
        { width: 500, height: 400 },
      ],
      [
        { left: 50, right: 0, top: 0, bottom: 0 },
        { width: 600, height: 440 },
      ],
    ]);
    expect(told).toContainEqual(expect.objectContaining({ step: { number: 2, of: 2 } }));
    const { wrong, after } = await wrongBytes(generation, flat, () => false);
    expect(wrong).toBe(0);
    expect(generation.candidates[0]?.picture).toMatchObject({ size: { width: 650, height: 440 } });
    for (const [x, y] of [
      [0, 0],
      [49, 439],
      [50, 10],
      [149, 399],
      [300, 439],
    ] as const)
      expect([...after.subarray((y * 650 + x) * 4, (y * 650 + x) * 4 + 4)]).toEqual([0, 200, 0, 255]);
  });

  test('without outpainting the padded picture is repainted; beyond the overlap the source stays byte for byte', async () => {
    const { provider, steps } = paintingProvider(capabilitiesOf(), red);
    const frame = rect(0, 0, 600, 400);
    const { order, flat } = await orderOf(provider, { operation: 'outpaint' }, frame);
    const { generation } = await run({ order });
    expect(steps[0]).toMatchObject({ operation: 'inpaint', size: { width: 600, height: 400 } });
    const { wrong, after } = await wrongBytes(generation, flat, (x) => x >= 500 - 24);
    expect(wrong).toBe(0);
    expect([...after.subarray(550 * 4, 550 * 4 + 4)]).toEqual([255, 0, 0, 255]);
    expect(generation.candidates[0]?.proof.changedPixels).toBe(0);
  });
});

describe('a job that outlives the page', () => {
  test('is kept without a key, finished by the next visit without a new request, and forgotten', async () => {
    for (const { id } of await keptJobs(Date.now())) await forgetJob(id);
    const { provider, steps, answer } = paintingProvider(capabilitiesOf(), red);
    const taken: { step?: Parameters<typeof answer>[0] } = {};
    let resumed = 0;
    provider.edit = (step, { onJob }) => {
      steps.push(step);
      taken.step = step;
      onJob({ provider: 'painter', id: 'job-7', submittedAt: Date.now() });
      return new Promise(() => undefined);
    };
    provider.resume = (handle) => {
      resumed++;
      expect(handle.id).toBe('job-7');
      return taken.step ? answer(taken.step) : Promise.reject(new Error('No step.'));
    };
    const { order, flat } = await orderOf(provider);
    // The first visit never ends by itself: it is left hanging, as a reload leaves it.
    const hanging = new AbortController();
    const first = run({ order, signal: hanging.signal });
    first.catch(() => undefined);
    await expect.poll(() => resumableJobs([provider]).then((jobs) => jobs.length)).toBe(1);

    const [record] = await resumableJobs([provider]);
    if (!record) throw new Error('Nothing was kept.');
    expect(JSON.stringify(record)).not.toContain('canary-key');
    expect(await record.source.bytes.arrayBuffer()).toEqual(await order.file?.bytes.arrayBuffer());
    const arrivals: number[] = [];
    const generation = await resumeJob(
      { record, document: order.document, provider, call: order.call },
      {
        signal: new AbortController().signal,
        report: () => undefined,
        onBilling: () => undefined,
        onArrival: ({ candidates }) => arrivals.push(candidates.length),
      },
    );
    expect([steps.length, resumed, arrivals]).toEqual([1, 1, [1]]);
    expect((await wrongBytes(generation, flat, inPaint)).wrong).toBe(0);
    expect(generation.asked.prompt).toBe('a boat');
    expect(await resumableJobs([provider])).toEqual([]);
    hanging.abort(new Error('the end'));
  });

  test('a job whose provider can’t be asked again is not offered; a failure forgets it, a broken network does not', async () => {
    for (const { id } of await keptJobs(Date.now())) await forgetJob(id);
    const { provider } = paintingProvider(capabilitiesOf());
    const failing =
      (kind: 'provider' | 'network'): EditProvider['edit'] =>
      (_step, { onJob }) => {
        onJob({ provider: 'painter', id: 'j', submittedAt: Date.now() });
        return Promise.reject(new ProviderError(kind, 'It failed.', 'Wait.', { mayHaveCharged: 'unknown' }));
      };
    provider.edit = failing('network');
    await expect(run({ order: (await orderOf(provider)).order })).rejects.toThrow('It failed.');
    expect(await keptJobs(Date.now())).toEqual([]);
    provider.resume = () => Promise.reject(new Error('Not called.'));
    await expect(run({ order: (await orderOf(provider)).order })).rejects.toThrow('It failed.');
    await expect.poll(() => keptJobs(Date.now()).then((jobs) => jobs.length)).toBe(1);
    for (const { id } of await keptJobs(Date.now())) await forgetJob(id);
    provider.edit = failing('provider');
    await expect(run({ order: (await orderOf(provider)).order })).rejects.toThrow('It failed.');
    expect(await keptJobs(Date.now())).toEqual([]);
  });
});
