type Line = { running: number; readonly waiting: (() => void)[] };

const lines = new Map<string, Line>();

/**
 * Waits until fewer than `most` jobs of a provider are under way, first come first served, and gives the function that ends the turn.
 * Rejects with the signal's reason as soon as it is aborted.
 */
export const takeTurn = async (provider: string, most: number, signal: AbortSignal): Promise<() => void> => {
  signal.throwIfAborted();
  const line = lines.get(provider) ?? { running: 0, waiting: [] };
  lines.set(provider, line);
  if (line.running >= Math.max(1, most) || line.waiting.length > 0) await standInLine(line, signal);
  else line.running++;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    // Who is called next takes over this turn: the number under way stays.
    const next = line.waiting.shift();
    if (next) next();
    else line.running--;
  };
};

const standInLine = ({ waiting }: Line, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const called = (): void => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      waiting.splice(waiting.indexOf(called), 1);
      reject(signal.reason);
    };
    waiting.push(called);
    signal.addEventListener('abort', leave, { once: true });
  });
