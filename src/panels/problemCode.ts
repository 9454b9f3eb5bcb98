import type { Problem } from '../generation/problem.ts';

/** A short code for reports: "E-PROV-429" by the provider's status, "E-PROV-AUTH" by its kind, "E-LOCAL" for a failure in this tab. */
export const problemCode = ({ kind, status }: Problem): string =>
  kind === undefined ? 'E-LOCAL' : `E-PROV-${status ?? kind.toUpperCase()}`;
