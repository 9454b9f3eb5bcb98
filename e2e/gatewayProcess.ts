import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export type GatewayProcess = {
  readonly url: string;
  /** Everything it wrote so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the built app with its gateway in a process of its own, configured by nothing but `environment`. */
export const startGatewayProcess = async (environment: Readonly<Record<string, string>>): Promise<GatewayProcess> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, ['dist/gateway/server.js'], {
    env: { PATH, ...(TMPDIR && { TMPDIR }), PORT: String(port), PUBLIC_URL: url, ...environment },
  });
  let output = '';
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((ready, failed) => {
    const read = (piece: Buffer): void => {
      output += piece.toString();
      if (output.includes('Overpaint is ready')) ready();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`The gateway ended: ${output}`)));
  });
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
