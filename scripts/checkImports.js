import { cruiseImports } from './cruiseImports.js';

const { modules, violations } = await cruiseImports(process.cwd());
for (const violation of violations) console.error(violation);
// With a TypeScript that it cannot drive, dependency-cruiser reads nothing and reports success.
if (modules === 0) console.error('No module was read, so nothing was checked.');
if (modules === 0 || violations.length > 0) process.exit(1);
console.log(`${modules} modules follow the import rules`);
