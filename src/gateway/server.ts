import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGateway } from './createGateway.ts';
import { listen, parsePort } from './listen.ts';
import { pageFolder } from './pageFolder.ts';

const DEFAULT_PORT = '5173';
/** This file is built to dist/gateway/server.js, beside dist/page. */
const PAGE = fileURLToPath(new URL('../page', import.meta.url));

const start = async (): Promise<void> => {
  if (!existsSync(PAGE)) throw new Error('The page is not built yet. Run: npm run build');
  const gateway = createGateway({ page: pageFolder(PAGE) });
  const host = process.env.HOST ?? '127.0.0.1';
  const { address, close } = await listen(gateway, host, parsePort(process.env.PORT ?? DEFAULT_PORT));
  console.log(`Overpaint is ready: ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
};

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
