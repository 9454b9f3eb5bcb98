import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
// @ts-expect-error the plugin ships no types
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * One door to each outside world. A ban is lifted only where its door stands; the tiers between folders are
 * checked by scripts/checkImports.js.
 */
const KONVA = { regex: '^(konva|react-konva)(/|$)', message: 'Konva stays in src/canvas.' };
const NODE = { regex: '^node:', message: 'Node stays in src/gateway, scripts and e2e.' };
const REACT = {
  regex:
    '^(react|react-dom|zustand|@base-ui/react|@tanstack/react-query)$|^(react|react-dom|@base-ui/react)/|^zustand/(react|shallow)',
  message: 'This folder works without React (zustand/vanilla is fine).',
};
const FULL_ZOD = {
  regex: '^zod(?!/mini$)',
  message: "Import from 'zod/mini': the full zod probes eval and is five times the size.",
};

/** @returns {import('eslint').Linter.RulesRecord} */
const ban = (/** @type {{ regex: string, message: string }[]} */ ...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [FULL_ZOD, ...patterns] }],
});

const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'The network has one door: src/providers/http.ts.',
}));
const STORAGE = ['indexedDB', 'localStorage', 'sessionStorage', 'caches'].map((name) => ({
  name,
  message: 'What is kept goes through src/storage.',
}));

/** @returns {import('eslint').Linter.RulesRecord} */
const banGlobals = (/** @type {{ name: string, message: string }[]} */ ...globals) => ({
  'no-restricted-globals': ['error', { globals, checkGlobalObject: true }],
});

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const NO_BARREL = {
  selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration[source])',
  message: 'No barrels: import from the file that declares it.',
};
const NO_HTML = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Markup from strings is banned; build elements.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Markup from strings is banned; build elements.',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Markup from strings is banned.' },
];
const NO_WORKER = {
  selector: 'NewExpression[callee.name=/^(Worker|SharedWorker)$/]',
  message: 'Workers start in src/platform/createWorker.ts.',
};

const SOURCE = 'src/**/*.{ts,tsx}';
const WITHOUT_REACT = 'src/{geometry,platform,document,fill,raster,tools,providers,storage}/**/*.{ts,tsx}';
const TESTS = ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.js', 'e2e/**/*.ts'];

export default defineConfig(
  { ignores: ['dist', 'test-results', 'playwright-report', 'src/fill/kernels/*.as.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_BARREL, NO_WORKER, ...NO_HTML],
      // TypeScript knows every global, also in JSDoc-typed scripts.
      'no-undef': 'off',
      // Both spellings are in use: `type` for data, `interface` for contracts with methods.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `() => setOpen(true)` is how handlers are written.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `signal.reason` is any by its type; what was thrown is passed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: [SOURCE],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
    languageOptions: { globals: { window: 'readonly', self: 'readonly' } },
    rules: {
      ...ban(KONVA, NODE),
      ...banGlobals(...NETWORK, ...STORAGE),
    },
  },
  { files: ['src/canvas/**'], rules: ban(NODE) },
  { files: [WITHOUT_REACT], rules: ban(KONVA, NODE, REACT) },
  { files: ['src/gateway/**'], rules: { ...ban(KONVA, REACT), 'no-console': 'off' } },
  { files: ['src/providers/http.ts'], rules: banGlobals(...STORAGE) },
  { files: ['src/storage/**'], rules: banGlobals(...NETWORK) },
  {
    files: ['src/platform/createWorker.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_BARREL, ...NO_HTML] },
  },
  {
    // Pixel loops index typed arrays inside bounds that were checked once, outside the loop.
    files: ['src/{fill,raster}/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: TESTS,
    rules: { 'no-console': 'off', 'no-restricted-globals': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Configurations and declarations of other people's modules export by default because they have to.
    files: ['*.config.{js,ts}', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Scripts read JSON written by tools; JSDoc casts at the border are as far as their types go.
    files: ['scripts/**/*.js', '*.config.{js,ts}', 'e2e/bench/**'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
