import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import { findBrowser } from './scripts/findBrowser.js';
import viteConfig from './vite.config.ts';

const BROWSER_TESTS = 'src/**/*.browser.test.{ts,tsx}';

// The unit project must load on a machine without a browser; there Playwright itself complains when asked to start one.
const launchOptions = findBrowser()?.launchOptions ?? {};

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            // A shared machine can be ten times slower than a free one; what must be quick says so by itself.
            testTimeout: 30_000,
            environment: 'node',
            include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{js,ts}', 'e2e/fixtures/**/*.test.ts'],
            exclude: [...configDefaults.exclude, BROWSER_TESTS],
          },
        },
        {
          extends: true,
          // Everything is pre-bundled before the first test: a dependency found late would reload the page in mid-test.
          optimizeDeps: { entries: ['src/main.tsx', BROWSER_TESTS] },
          test: {
            name: 'browser',
            testTimeout: 30_000,
            include: [BROWSER_TESTS],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions }),
              instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
            },
          },
        },
      ],
    },
  }),
);
