import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser, findSystemBrowser } from './findBrowser.js';
import { runStep } from './runStep.js';

/** What to tell a person on a machine where no browser can be found or installed. */
const NO_BROWSER = [
  'No Chromium that starts was found for the browser tests. Do one of these:',
  '  npx playwright install chromium    (needs the internet)',
  '  sudo apt-get install chromium      (Debian)',
  '  CHROMIUM_PATH=/path/to/chrome npm test',
  'Unit tests alone need no browser: npm run test:unit',
].join('\n');

/**
 * The browser's version when it really starts: a downloaded one may lack the system's libraries.
 * @param {import('./findBrowser.js').FoundBrowser | undefined} found
 * @returns {Promise<string | undefined>}
 */
async function versionOf(found) {
  if (!found) return undefined;
  try {
    const browser = await chromium.launch(found.launchOptions);
    const version = browser.version();
    await browser.close();
    return version;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.log(`browser: ${found.path} does not start (${reason})`);
    return undefined;
  }
}

/**
 * Finds a browser that starts, or installs one: Playwright's download first, then Debian's package where we may.
 * Sets `CHROMIUM_PATH`, so that every test runner uses the same one.
 * @throws with instructions when there is none to be had
 */
export async function getBrowser() {
  const canInstallPackages =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
  /** @type {{ command?: string, find: () => import('./findBrowser.js').FoundBrowser | undefined }[]} */
  const ways = [
    { find: findBrowser },
    { find: findSystemBrowser },
    { command: 'npx playwright install chromium', find: findBrowser },
    ...(canInstallPackages
      ? [{ command: 'apt-get update && apt-get install -y chromium', find: findSystemBrowser }]
      : []),
  ];
  for (const { command, find } of ways) {
    if (command) {
      console.log(`browser: none found yet, trying: ${command}`);
      await runStep(command, { show: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    }
    const found = find();
    const version = await versionOf(found);
    if (!found || !version) continue;
    console.log(`browser: ${found.path} (${found.source}, ${version})`);
    process.env.CHROMIUM_PATH = found.path;
    return;
  }
  throw new Error(NO_BROWSER);
}
