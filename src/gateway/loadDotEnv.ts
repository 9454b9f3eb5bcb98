import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** Reads `.env` of the folder the program was started in, if there is one. What the environment already says wins. */
export const loadDotEnv = (): void => {
  if (existsSync('.env')) loadEnvFile('.env');
};
