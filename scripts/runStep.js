import { spawn } from 'node:child_process';

/**
 * Runs a command and waits for it. Scripts are started by npm, which puts node_modules/.bin on the path.
 * @param {string} command a line for the shell
 * @param {{ show: boolean, env?: Record<string, string> }} how `show` lets it write to the terminal as it goes
 * @returns {Promise<{ code: number, output: string }>} exit code and, unless shown, all that it wrote
 */
export function runStep(command, { show, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      shell: true,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    const collect = (/** @type {Buffer} */ bytes) => (output += bytes.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
