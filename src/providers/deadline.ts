/** The limits of one call: `signal` aborts with the caller's reason, after `totalMs`, or once nothing came for `idleMs`. */
export type Deadline = {
  readonly signal: AbortSignal;
  /** Something came: starts the idle time anew. It does not run before the first touch. */
  readonly touch: () => void;
  /** To be called when the call is over: stops the clocks. */
  readonly release: () => void;
};

export const deadline = (caller: AbortSignal, totalMs: number, idleMs: number): Deadline => {
  const late = new AbortController();
  const expire = () => late.abort(new DOMException('The time for this call is over.', 'TimeoutError'));
  const total = setTimeout(expire, totalMs);
  let idle: ReturnType<typeof setTimeout> | undefined;
  return {
    signal: AbortSignal.any([caller, late.signal]),
    touch: () => {
      clearTimeout(idle);
      idle = setTimeout(expire, idleMs);
    },
    release: () => {
      clearTimeout(total);
      clearTimeout(idle);
    },
  };
};
