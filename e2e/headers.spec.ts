import { test as unwatched, expect } from '@playwright/test';
import { test, watch } from './harness.ts';

test('the page starts under its security policy', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(response?.headers()['cross-origin-opener-policy']).toBe('same-origin');
  await expect(page.locator('#root')).not.toBeEmpty();
});

unwatched('the harness sees what it is there to see', async ({ page, baseURL }) => {
  const problems = await watch(page, [new URL(baseURL ?? '').origin]);
  await page.goto('/');
  await page.evaluate(async () => {
    console.error('a deliberate error');
    setTimeout(() => {
      throw new Error('a deliberate exception');
    });
    try {
      // eslint-disable-next-line no-restricted-syntax -- the test is that the browser refuses it
      document.createElement('div').innerHTML = '<img src="x">';
    } catch {
      // Refused, as it should be; the report is asserted below.
    }
    await fetch('http://127.0.0.1:9/elsewhere').catch(() => undefined);
  });
  await expect
    .poll(() => problems)
    .toEqual(
      expect.arrayContaining([
        expect.stringContaining('console: a deliberate error'),
        expect.stringContaining('uncaught: Error: a deliberate exception'),
        expect.stringContaining('policy: require-trusted-types-for'),
        expect.stringContaining('policy: connect-src'),
      ]),
    );
});
