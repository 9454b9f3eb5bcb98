import * as z from 'zod/mini';

const field = z.optional(z.unknown());

/** What a submission or a look at a job may answer, in the words of both generations. */
export const jobSchema = z.object({
  status: field,
  id: field,
  job_id: field,
  download_urls: field,
  output_url: field,
  image_url: field,
  result_url: field,
  error: field,
  message: field,
  detail: field,
  error_message: field,
  error_code: field,
  failure_reason_code: field,
});

export type Job = z.infer<typeof jobSchema>;

const SUCCESS = new Set(['SUCCESS', 'COMPLETED', 'SUCCEEDED']);
const FAILURE = new Set(['FAILURE', 'FAILED', 'ERROR', 'CANCELLED', 'CANCELED']);

/**
 * What the status word means. An unknown word is a job that goes on; without any word the answer speaks by what is in it, and one with
 * nothing in it is a success without pictures.
 */
export const stateOf = (job: Job): 'running' | 'succeeded' | 'failed' => {
  const word = typeof job.status === 'string' ? job.status.trim().toUpperCase() : '';
  if (SUCCESS.has(word)) return 'succeeded';
  if (FAILURE.has(word)) return 'failed';
  if (word !== '') return 'running';
  if (picturesOf(job).length > 0) return 'succeeded';
  if (idOf(job) !== null) return 'running';
  return (job.error ?? job.error_message) == null ? 'succeeded' : 'failed';
};

/** The number of a job. */
export const idOf = ({ id, job_id }: Job): string | null => {
  for (const value of [id, job_id])
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  return null;
};

/** The addresses of the finished pictures, each once. */
export const picturesOf = ({ download_urls, output_url, image_url, result_url }: Job): readonly string[] => {
  const listed: readonly unknown[] = Array.isArray(download_urls) ? download_urls : [download_urls];
  const all = [...listed, output_url, image_url, result_url];
  return [...new Set(all.filter((value): value is string => typeof value === 'string' && value.trim() !== ''))];
};

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  RATE_LIMIT_EXCEEDED: 429,
  CONCURRENT_JOBS_EXCEEDED: 429,
  INSUFFICIENT_CREDITS: 402,
  CREDIT_CHARGE_FAILED: 402,
  INPUT_INVALID: 400,
  MODEL_UNAVAILABLE: 503,
};

/** The failed job as an error answer: the HTTP status that its reason is equal to, and a body with its words where they are looked for. */
export const failureOf = (job: Job): { readonly status: number; readonly text: string } => {
  const { error, message, detail, error_message, failure_reason_code, error_code } = job;
  const code = [failure_reason_code, error_code].find((value) => typeof value === 'string');
  return {
    status: STATUS_OF_CODE[String(code).toUpperCase()] ?? 500,
    text: JSON.stringify({ error, message: message ?? error_message, detail, code }),
  };
};
