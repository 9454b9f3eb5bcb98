import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/findBrowser.js';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

// Each worker process reads this file again; the environment carries the first one's choice to them.
process.env.E2E_PORT ??= String(await freePort());
const address = `http://127.0.0.1:${process.env.E2E_PORT}`;

/** Tests drive the built app behind the gateway's security headers: run `npm run build` first (`npm test` does). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Without a film of screenshots: taking those slows the page down, and some tests measure it.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: findBrowser()?.launchOptions ?? {},
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: 'node dist/gateway/server.js',
    env: { PORT: process.env.E2E_PORT },
    url: `${address}/api/config`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
});
