import { test as base, expect, type Page } from '@playwright/test';
import { EditorPage } from './editorPage.ts';

type Fixtures = {
  /** The editor in its own tab; the test fails on anything that `watch` sees. */
  readonly editor: EditorPage;
  /** For tests of failures: the browser itself notes every answer that is an error, which is then no problem of the page. */
  readonly failedLoads: 'are problems' | 'are expected';
  /** Origins besides our own that the page is meant to contact. */
  readonly foreignOrigins: readonly string[];
  /** Every test's page is watched, also when it is used without the page object. */
  readonly watched: undefined;
};

/**
 * Notes what no test may cause: console errors, uncaught errors, violations of the security policy, and requests to
 * anything but these origins.
 */
export const watch = async (page: Page, origins: readonly string[]): Promise<readonly string[]> => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.context().on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !origins.includes(origin))
      problems.push(`request to ${request.url()}`);
  });
  await page.exposeFunction('reportPolicyViolation', (text: string) => problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyViolation: (text: string) => Promise<void> })
        .reportPolicyViolation;
      void report(`${event.violatedDirective} blocked ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
  return problems;
};

const isFailedLoad = (problem: string): boolean => problem.startsWith('console: Failed to load resource:');

export const test = base.extend<Fixtures>({
  failedLoads: ['are problems', { option: true }],
  foreignOrigins: [[], { option: true }],
  watched: [
    async ({ page, baseURL, failedLoads, foreignOrigins }, use) => {
      const problems = await watch(page, [new URL(baseURL ?? '').origin, ...foreignOrigins]);
      await use(undefined);
      const counted = failedLoads === 'are expected' ? problems.filter((problem) => !isFailedLoad(problem)) : problems;
      expect(counted, 'console errors, policy violations and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
  editor: async ({ page }, use) => {
    const editor = new EditorPage(page);
    await editor.start();
    await use(editor);
  },
});
