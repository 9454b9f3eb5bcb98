import * as z from 'zod/mini';

type Fields = Readonly<Record<string, unknown>>;

const field = z.optional(z.unknown());

/** What an answer, or a frame of the stream, may hold; all of it optional, since both dialects answer differently. */
export const answerSchema = z.object({
  status: field,
  code: field,
  statusCode: field,
  error: field,
  message: field,
  detail: field,
  traceId: field,
  image_data: field,
  imageUrl: field,
  image_url: field,
  output: field,
  data: field,
  results: field,
  job_set_id: field,
  request_id: field,
  progress: field,
});

export type AnswerBody = z.infer<typeof answerSchema>;

/** The picture of an answer as base64 or an address, from the first place that holds one. */
export const pictureIn = (body: AnswerBody): string | null => {
  const { image_data, imageUrl, image_url, output, data, results } = body;
  const candidates = [
    ...[image_data, imageUrl, image_url, output, firstOf(output)],
    ...[fieldOf(firstOf(data), 'b64_json'), fieldOf(firstOf(data), 'url'), fieldOf(firstOf(results), 'imageUrl')],
  ];
  return candidates.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? null;
};

/** The number of a job that is looked at later. */
export const jobIn = ({ job_set_id, request_id }: AnswerBody): string | null =>
  [job_set_id, request_id].find((value): value is string => typeof value === 'string' && value !== '') ?? null;

/** The status of an error inside a successful HTTP answer, or null: a number from 400 on, or an error without any picture. */
export const errorStatusIn = (body: AnswerBody): number | null => {
  const status = [body.status, body.code, body.statusCode].find((value) => typeof value === 'number' && value >= 400);
  if (typeof status === 'number') return status;
  return body.error !== undefined && body.error !== null && pictureIn(body) === null ? 500 : null;
};

/** What the status word of a job means; an unknown word is a job that goes on. */
export const stateOf = ({ status }: AnswerBody): 'running' | 'succeeded' | 'failed' => {
  if (typeof status !== 'string') return 'running';
  if (/^(fail|error|cancel)/i.test(status)) return 'failed';
  return /^(succe|complet|done|finish)/i.test(status) ? 'succeeded' : 'running';
};

const firstOf = (list: unknown): unknown => (Array.isArray(list) ? (list as readonly unknown[])[0] : undefined);

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Fields)[name] : undefined;
