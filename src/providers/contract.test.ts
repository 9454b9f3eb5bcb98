import { describe, expect, test } from 'vitest';
import type { EditProvider, ProviderResult } from './contract.ts';
import { ProviderError, type ProviderErrorKind } from './errors.ts';
import { damagedBytes, damagedValue, pick, randomFrom } from './fixtures/damage.ts';
import { exampleStep } from './fixtures/exampleStep.ts';
import { responseOf, type RecordedAnswer, type Recording } from './fixtures/recording.ts';
import { CANARY, json, sentJson, type Scripted, type ScriptedCall } from './fixtures/scriptedCall.ts';
import { outcomeOf, subjectCall, subjects } from './fixtures/subjects.ts';
import { providerRoutes } from './providerRoutes.ts';
import type { ProviderRoutes } from './routes.ts';

const stepOf = ({ operation, step }: Recording) => exampleStep(operation, step);

const choicesOf = (provider: EditProvider, key: string): readonly string[] =>
  provider.settings.flatMap((setting) =>
    setting.key === key && setting.type === 'choice' ? setting.values.map(({ value }) => value) : [],
  );

test.each(subjects)(
  '$provider.label has routes the gateway knows, and a recording of each operation and dialect',
  (subject) => {
    const { provider, routes, recordings } = subject;
    expect(providerRoutes).toContain(routes);
    expect([provider.label, provider.defaultBaseUrl]).toEqual([routes?.label, routes?.baseUrl]);
    const dialects = choicesOf(provider, 'dialect');
    const initial = provider.settings.find(({ key }) => key === 'dialect')?.initial ?? '';
    for (const dialect of dialects.length > 0 ? dialects : [''])
      for (const [operation, { outpaint }] of Object.entries(provider.capabilities({ dialect }).operations)) {
        if (outpaint?.kind === 'none') continue;
        const known = recordings.some(
          (recording) => recording.operation === operation && (recording.settings?.dialect ?? initial) === dialect,
        );
        expect(known, `${operation} ${dialect}`).toBe(true);
      }
  },
);

/** What an error shows, and a check that the key is not in it. */
const shownOf = (outcome: unknown): ProviderError => {
  const thrown = typeof outcome === 'object' && outcome !== null && 'thrown' in outcome ? outcome.thrown : outcome;
  if (!(thrown instanceof ProviderError)) throw new Error(`Not a ProviderError: ${String(thrown)}`, { cause: thrown });
  const { kind, message, nextStep, facts, stack, cause } = thrown;
  expect(JSON.stringify([kind, message, nextStep, facts, stack, String(cause)])).not.toContain(CANARY);
  return thrown;
};

/** The key is in headers only, and those go to the provider or to our gateway. */
const expectKeyKept = ({ requests, progress, jobs }: ScriptedCall, baseUrl: string, routes?: ProviderRoutes) => {
  // A vendor may serve single calls from other hosts of its own: those that its routes name.
  const homes = [baseUrl, ...(routes?.calls ?? []).flatMap((call) => call.baseUrl ?? [])];
  const origins = homes.filter((home) => !home.startsWith('/')).map((home) => new URL(home).origin);
  for (const { url, init, headers } of requests) {
    expect(url).not.toContain(CANARY);
    const texts = init.body instanceof FormData ? [...init.body.values()] : [init.body];
    expect(texts.some((text) => typeof text === 'string' && text.includes(CANARY))).toBe(false);
    const carrying = [...headers].filter(([, value]) => value.includes(CANARY)).map(([name]) => name);
    if (carrying.length === 0) continue;
    expect(init.redirect).toBe('error');
    if (baseUrl.startsWith('/')) expect([carrying, url.startsWith(`${baseUrl}/`)]).toEqual([['x-overpaint-key'], true]);
    else {
      expect(carrying).toHaveLength(1);
      expect(origins).toContain(new URL(url).origin);
    }
  }
  expect(JSON.stringify([progress, jobs])).not.toContain(CANARY);
};

const expectPictures = ({ images, warnings }: ProviderResult, count?: number) => {
  if (count === undefined) expect(images.length).toBeGreaterThan(0);
  else expect(images).toHaveLength(count);
  for (const image of images) {
    if (image.kind !== 'file') throw new Error('A provider of the network brings files.');
    expect(image.bytes.type).toMatch(/^image\//);
    expect(image.bytes.size).toBeGreaterThan(0);
  }
  expect(warnings.every((warning) => typeof warning === 'string' && !warning.includes(CANARY))).toBe(true);
};

/** An answer that is damaged in one place is an error, unless it brings several pictures: then the others come, with a warning. */
const expectFailure = (outcome: ProviderResult | { readonly thrown: unknown }, { images }: Recording): void => {
  if (!('thrown' in outcome) && images > 1) {
    expectPictures(outcome, images - 1);
    expect(outcome.warnings).toHaveLength(1);
  } else shownOf(outcome);
};

const expectMalformed = (outcome: ProviderResult | { readonly thrown: unknown }, recording: Recording): void => {
  expectFailure(outcome, recording);
  if ('thrown' in outcome) expect(shownOf(outcome).kind).toBe('malformed');
};

const STATUSES: readonly (readonly [number, readonly ProviderErrorKind[]])[] = [
  [400, ['validation']],
  [401, ['auth']],
  [402, ['quota']],
  [403, ['forbidden']],
  [404, ['not-found']],
  [413, ['payload-too-large']],
  [415, ['validation']],
  [422, ['validation']],
  [429, ['rate-limit']],
  [500, ['provider', 'validation']],
  [502, ['provider']],
  [503, ['unavailable']],
  [504, ['provider']],
];

const PAGE = '<!doctype html><html><head><title>x</title></head><body><h1>Welcome</h1></body></html>';
const page = () => new Response(PAGE, { headers: { 'content-type': 'text/html' } });
const never = () => new Promise<Response>(() => undefined);
const stalling = () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([123])) }));

/** The answers of the recording with one replaced, for every place. */
const withOneReplaced = ({ answers }: Recording, put: (answer: RecordedAnswer) => Scripted | null): Scripted[][] =>
  answers.flatMap((_, place) => {
    const script = answers.map((answer, index) => (index === place ? put(answer) : responseOf(answer)));
    return script.every((entry) => entry !== null) ? [script] : [];
  });

/** The longest text of a JSON value cut in half: where base64 is, that. Null if no text is long. */
const cutOff = (value: unknown): unknown => {
  const text = JSON.stringify(value);
  const longest = [...text.matchAll(/"[^"\\]{60,}"/g)].map(([found]) => found).sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? null : JSON.parse(text.replace(longest, `${longest.slice(0, longest.length / 2)}"`));
};

const emptied = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_, part: unknown) => (Array.isArray(part) ? [] : part));
  return text === JSON.stringify(value) ? null : JSON.parse(text);
};

describe.each(subjects)('$provider.label', (subject) => {
  const { provider, routes, recordings } = subject;

  describe.each(recordings)('$name', (recording) => {
    const run = async (script: readonly Scripted[], baseUrl = routes?.baseUrl ?? '') => {
      const call = subjectCall(subject, recording, script, { baseUrl });
      const outcome = await outcomeOf(provider.edit(stepOf(recording), call));
      expectKeyKept(call, baseUrl, routes);
      return { call, outcome };
    };

    test('brings its pictures, directly and through the gateway', async () => {
      const gateway = `/api/providers/${provider.id}`;
      for (const baseUrl of [routes?.baseUrl ?? '', gateway]) {
        const { call, outcome } = await run(recording.answers.map(responseOf), baseUrl);
        if ('thrown' in outcome) throw outcome.thrown;
        expectPictures(outcome, recording.images);
        const made = call.requests.map(({ url, init }) => `${init.method ?? 'GET'} ${url}`);
        expect(made).toHaveLength(recording.answers.length);
        recording.answers.forEach(({ call: recorded }, index) => {
          const [method = '', path = ''] = recorded.split(' ');
          expect(made[index]).toMatch(new RegExp(`^${method} `));
          expect(decodeURIComponent(made[index] ?? '')).toContain(path);
        });
      }
    });

    test.each(STATUSES)('status %i means %j, and what it echoes is not shown', async (status, kinds) => {
      const { call, outcome } = await run([json({ error: { message: `No, ${CANARY}.` } }, status)]);
      const error = shownOf(outcome);
      expect(kinds).toContain(error.kind);
      expect(error.facts.providerWords).toMatch(/^No, /);
      if (status < 500) expect(error.facts.mayHaveCharged).toBe('no');
      expect(call.requests.length).toBeLessThanOrEqual(status === 429 ? 5 : status === 500 ? 2 : 1);
    });

    test('a lost connection is never repeated where it may be billed', async () => {
      const { call, outcome } = await run([new TypeError(`Failed to fetch ${CANARY}`)]);
      expect(shownOf(outcome)).toMatchObject({ kind: 'network', facts: { mayHaveCharged: 'unknown' } });
      expect(call.requests).toHaveLength(1);
    });

    test('a rate limit is waited for as long as the server says', async () => {
      const limited = json({ message: 'slow down' }, 429, { 'retry-after': '3' });
      const { call, outcome } = await run([limited, ...recording.answers.map(responseOf)]);
      if ('thrown' in outcome) throw outcome.thrown;
      expectPictures(outcome, recording.images);
      expect(call.waits[0]).toBe(3000);
      expect(call.progress).toContainEqual(expect.objectContaining({ stage: 'retrying', attempt: 2, waitMs: 3000 }));
    });

    test('a web page in any place is malformed', async () => {
      for (const script of withOneReplaced(recording, page)) expectMalformed((await run(script)).outcome, recording);
    });

    test('a picture that breaks off is malformed', async () => {
      const scripts = withOneReplaced(recording, (answer) => {
        if (answer.body instanceof Uint8Array) return new Response(answer.body.slice(0, 40), { status: answer.status });
        const cut = cutOff(answer.body);
        return cut === null ? null : json(cut, answer.status);
      });
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expectMalformed((await run(script)).outcome, recording);
    });

    test('empty lists and bodies, and bodies of another type, end in an error', async () => {
      const bodies = ['', 'null', '[]', '{}', '3', '"text"', '{"data":[]}', '\u0000'];
      const replaced = bodies.flatMap((body) =>
        withOneReplaced(recording, ({ status }) => new Response(body, { status })),
      );
      const empty = withOneReplaced(recording, ({ body, status }) => {
        const list = body instanceof Uint8Array ? null : emptied(body);
        return list === null ? null : json(list, status);
      });
      for (const script of [...replaced, ...empty]) expectFailure((await run(script)).outcome, recording);
    });

    test('Stop ends it with its own reason: before, while a call is open, in a body, in a wait', async () => {
      const reason = new DOMException('Stopped', 'AbortError');
      const stopped = async (script: readonly Scripted[], when: (call: ScriptedCall) => void) => {
        const call = subjectCall(subject, recording, script);
        const stop = () => call.controller.abort(reason);
        const wait = () => {
          stop();
          return Promise.reject(reason);
        };
        when(call);
        if (!call.signal.aborted && script.length > 1) setTimeout(stop, 5);
        expect(await outcomeOf(provider.edit(stepOf(recording), script.length > 1 ? call : { ...call, wait }))).toEqual(
          { thrown: reason },
        );
        return call;
      };
      const before = await stopped(recording.answers.map(responseOf), (call) => call.controller.abort(reason));
      expect(before.requests.every(({ init }) => init.signal?.aborted)).toBe(true);
      await stopped([json({}, 429)], () => undefined);
      for (const hanging of [never, stalling])
        for (const script of withOneReplaced(recording, () => hanging))
          await stopped([...script, never], () => undefined);
    });
  });

  test('thousands of damaged answers bring pictures or an error, and nothing else', { timeout: 60_000 }, async () => {
    const random = randomFrom(20_260_301);
    const seen = { pictures: 0, errors: 0 };
    for (let round = 0; round < 2_500; round++) {
      const recording = pick(random, recordings);
      const place = Math.floor(random() * recording.answers.length);
      const script = recording.answers.map((answer, index) =>
        index === place ? damaged(answer, random) : responseOf(answer),
      );
      const events = [random() < 0.5 ? damagedValue(recording.event, random) : recording.event, recording.event];
      const call = subjectCall(subject, recording, script, { events });
      const outcome = await outcomeOf(provider.edit(stepOf(recording), call));
      if ('thrown' in outcome) shownOf(outcome);
      else expectPictures(outcome);
      expectKeyKept(call, routes?.baseUrl ?? '', routes);
      seen['thrown' in outcome ? 'errors' : 'pictures']++;
    }
    expect(seen.pictures).toBeGreaterThan(100);
    expect(seen.errors).toBeGreaterThan(500);
  });

  test('the connection test is free, shows no key, and tells a good key from a bad one', async () => {
    const [recording] = recordings;
    if (!recording) throw new Error('There is no recording.');
    const check = (call: ScriptedCall) => outcomeOf(Promise.resolve(provider.test?.(call)));
    const refused = subjectCall(subject, recording, [json({ message: `bad key ${CANARY}` }, 401)]);
    expect(shownOf(await check(refused))).toMatchObject({
      kind: 'auth',
      facts: { mayHaveCharged: 'no' },
    });
    expectKeyKept(refused, routes?.baseUrl ?? '', routes);
    const accepted = subjectCall(subject, recording, [json({ error: 'image is required' }, 400)]);
    expect(await check(accepted)).toMatch(/./);
    expect(JSON.stringify(accepted.requests.map(sentJson))).not.toMatch(/"image(Url)?"/);
  });
});

const damaged = (answer: RecordedAnswer, random: () => number): Response => {
  const status =
    random() < 0.8 ? answer.status : pick(random, [200, 201, 202, 206, 400, 401, 403, 404, 429, 500, 503, 599]);
  const headers: Record<string, string> =
    random() < 0.8
      ? { 'content-type': answer.contentType }
      : {
          'content-type': pick(random, ['text/html', 'image/png', 'application/octet-stream', 'x', '']),
          'retry-after': pick(random, ['1', '-1', 'x', '999999']),
        };
  const { body } = answer;
  if (body instanceof Uint8Array) return new Response(damagedBytes(body, random), { status, headers });
  const echoed = random() < 0.1 ? { ...(body as object), message: `key ${CANARY} <b>is</b> wrong` } : body;
  const text = JSON.stringify(damagedValue(echoed, random)) as string | undefined;
  const bytes = new TextEncoder().encode(text ?? '');
  return new Response(random() < 0.3 && bytes.length > 0 ? damagedBytes(bytes, random) : bytes, { status, headers });
};
