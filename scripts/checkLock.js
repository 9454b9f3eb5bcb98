import { readFileSync } from 'node:fs';
import { lockProblems } from './lockProblems.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const problems = lockProblems(lock, JSON.parse(readFileSync('package.json', 'utf8')));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`${Object.keys(lock.packages).length - 1} packages locked for every system`);
