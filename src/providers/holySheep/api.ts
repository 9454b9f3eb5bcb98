import * as z from 'zod/mini';

const text = z.optional(z.nullable(z.string()));
const pictures = z.optional(z.nullable(z.array(z.object({ b64_json: text, url: text }))));

/** A finished call. The pages show base64; the second dialect asks for addresses. */
export const answerSchema = z.object({
  data: pictures,
  error: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
});

export const jobSchema = z.object({ job_id: z.string().check(z.minLength(1)) });

/** What the webhook reports about a job. */
export const eventSchema = z.object({
  job_id: text,
  status: z.string(),
  result: z.optional(z.nullable(z.object({ url: text, b64_json: text }))),
  data: pictures,
  error: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
});

export type Answer = z.infer<typeof answerSchema>;
export type Event = z.infer<typeof eventSchema>;
