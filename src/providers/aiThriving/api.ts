import * as z from 'zod/mini';

/** The envelope of every answer: failures come with HTTP 200 and a code other than 0. */
export const answerSchema = z.object({
  code: z.union([z.number(), z.string()]),
  message: z.optional(z.unknown()),
  // The response table and the printed example disagree: an object with the image in it, or the image itself.
  data: z.optional(
    z.nullable(
      z.union([z.string(), z.object({ image: z.optional(z.nullable(z.string())), seed: z.optional(z.unknown()) })]),
    ),
  ),
});

export type Answer = z.infer<typeof answerSchema>;
