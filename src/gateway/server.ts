import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listen, parsePort } from './listen.ts';
import { loadDotEnv } from './loadDotEnv.ts';
import { pageFolder } from './pageFolder.ts';
import { startGateway } from './startGateway.ts';

const DEFAULT_PORT = '5173';
/** This file is built to dist/gateway/server.js, beside dist/page. */
const PAGE = fileURLToPath(new URL('../page', import.meta.url));

/** `.env` has lines like `HOST=` for what is not set. */
const filled = (text: string | undefined) => (text === '' ? undefined : text);

const start = async (): Promise<void> => {
  if (!existsSync(PAGE)) throw new Error('The page is not built yet. Run: npm run build');
  loadDotEnv();
  const gateway = startGateway(process.env, { page: pageFolder(PAGE), log: console.log });
  const host = filled(process.env.HOST) ?? '127.0.0.1';
  const { address, close } = await listen(gateway.handler, host, parsePort(filled(process.env.PORT) ?? DEFAULT_PORT));
  console.log(`Overpaint is ready: ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void Promise.all([close(), gateway.close()]));
};

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
