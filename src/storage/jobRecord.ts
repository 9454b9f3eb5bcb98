import * as z from 'zod/mini';

const size = z.object({ width: z.number(), height: z.number() });
const rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What is needed to paste an answer back: rectangles in canvas px, sizes in px of what was sent. */
const pasteFacts = z.object({
  strategy: z.enum(['inpaint', 'native-outpaint', 'pad-inpaint', 'replace']),
  canvas: rect,
  region: rect,
  work: size,
  size,
  sentAt: z.object({ x: z.number(), y: z.number() }),
  expected: size,
  take: rect,
  target: rect,
  known: rect,
  overlap: z.number(),
  feather: z.number(),
  verifyPlacement: z.boolean(),
  isLossy: z.boolean(),
});

const price = z.union([
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('unknown'), basis: z.string() }),
  z.object({
    kind: z.literal('estimate'),
    unit: z.enum(['USD', 'credits']),
    low: z.number(),
    high: z.number(),
    basis: z.string(),
  }),
]);

/** A job that goes on at a provider while this page may be gone. It never holds a key. */
export const jobRecordSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  provider: z.object({ id: z.string(), label: z.string() }),
  handle: z.object({
    provider: z.string(),
    id: z.string(),
    statusUrl: z.optional(z.string()),
    submittedAt: z.number(),
  }),
  /** Under which name the gateway keeps what the provider tells about it. */
  nonce: z.nullable(z.string()),
  asked: z.object({
    operation: z.enum(['inpaint', 'outpaint', 'erase', 'search-and-replace']),
    prompt: z.string(),
    negativePrompt: z.string(),
    searchPrompt: z.string(),
    seed: z.nullable(z.number()),
    parameters,
  }),
  candidates: z.number(),
  price,
  paste: pasteFacts,
  /** The picture that it was asked for, as a file. */
  source: z.object({ name: z.string(), bytes: z.instanceof(Blob) }),
  /** What was painted over it, as a grey PNG: white is repainted. */
  mask: z.instanceof(Blob),
  /** Unix time, ms. */
  startedAt: z.number(),
});

export type JobRecord = z.infer<typeof jobRecordSchema>;

export type PasteFacts = z.infer<typeof pasteFacts>;
