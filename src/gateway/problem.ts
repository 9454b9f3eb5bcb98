import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Why the gateway itself, not the provider, refused or failed. */
export type ProblemCode =
  | 'unknown-route'
  | 'wrong-origin'
  | 'too-many-requests'
  | 'no-key'
  | 'not-configured'
  | 'too-large'
  | 'not-allowed'
  | 'not-an-image'
  | 'bad-request'
  | 'redirected'
  | 'unreachable'
  | 'timeout'
  | 'expired'
  | 'failed';

/** Tells the page that an answer is the gateway's own; holds the code. */
const PROBLEM_HEADER = 'x-overpaint-gateway';

/** Answers `{ "error": { "message": a sentence for people, "code": ... } }`. */
export const problem = (
  context: Context,
  status: ContentfulStatusCode,
  code: ProblemCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response => context.json({ error: { message, code } }, status, { ...headers, [PROBLEM_HEADER]: code });
