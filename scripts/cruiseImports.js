import { cruise } from 'dependency-cruiser';
import { IMPORT_RULES } from './importRules.js';

/**
 * Reads every import under `baseDir`/src and holds it against the rules.
 * @param {string} baseDir the folder that holds `src`
 * @returns {Promise<{ modules: number, violations: string[] }>} `modules` counts our own files only
 */
export async function cruiseImports(baseDir) {
  const { output } = await cruise(['src'], {
    baseDir,
    ruleSet: { forbidden: IMPORT_RULES },
    validate: true,
    // Imports of types count: a type is knowledge, too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.css', '.wasm'],
    },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result.');
  return {
    modules: output.modules.filter((module) => module.source.startsWith('src/')).length,
    violations: output.summary.violations.map(
      ({ rule, from, to, cycle }) =>
        `${rule.name}: ${from} -> ${cycle ? cycle.map((step) => step.name).join(' -> ') : to}`,
    ),
  };
}
