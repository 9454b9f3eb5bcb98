import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * @typedef {object} FoundBrowser
 * @property {'CHROMIUM_PATH' | 'playwright' | 'system'} source who chose it
 * @property {string} path the executable
 * @property {{ args: string[], executablePath?: string }} launchOptions what Playwright needs to start it
 */

const NAMES_ON_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  ),
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Chromium refuses to start its sandbox as root, which is what containers and CI machines usually are.
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const args = isRoot ? ['--no-sandbox'] : [];

/**
 * A browser that the system's own installer put there.
 * @returns {FoundBrowser | undefined}
 */
export function findSystemBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...onPath, ...SYSTEM_PATHS].find(isExecutable);
  return path ? { source: 'system', path, launchOptions: { executablePath: path, args } } : undefined;
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, else Playwright's own, else one installed on the system.
 * @returns {FoundBrowser | undefined} undefined when there is none
 * @throws when `CHROMIUM_PATH` is set but is not an executable file: a wrong wish is not silently replaced
 */
export function findBrowser() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) {
    if (!isExecutable(wished)) throw new Error(`CHROMIUM_PATH=${wished} is not an executable file.`);
    return { source: 'CHROMIUM_PATH', path: wished, launchOptions: { executablePath: wished, args } };
  }
  const own = chromium.executablePath();
  if (own && isExecutable(own)) return { source: 'playwright', path: own, launchOptions: { args } };
  return findSystemBrowser();
}
