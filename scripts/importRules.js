/**
 * The house, top to bottom. A folder imports only from tiers below its own; folders of one tier are strangers.
 * @type {readonly (readonly string[])[]}
 */
const TIERS = [
  ['app'],
  ['panels', 'compare'],
  ['canvas', 'generation'],
  ['raster', 'tools', 'providers', 'storage'],
  ['document', 'fill'],
  ['geometry', 'ui', 'platform'],
];

/**
 * What the gateway may share with the page: provider facts (hosts, routes, header names): plain data that imports nothing else.
 */
const FACTS = '^src/providers/.*[rR]outes\\.ts$';

const inside = (/** @type {readonly string[]} */ folders) => `^src/(${folders.join('|')})/`;

/** @returns {import('dependency-cruiser').IForbiddenRuleType[]} */
function tierRules() {
  return TIERS.flatMap((tier, index) => {
    const above = TIERS.slice(0, index).flat();
    return tier.flatMap((folder) => {
      const siblings = tier.filter((other) => other !== folder);
      /** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
      const rules = [];
      if (above.length > 0)
        rules.push({
          name: `${folder}-imports-go-down`,
          severity: 'error',
          from: { path: inside([folder]) },
          to: { path: inside(above) },
        });
      if (siblings.length > 0)
        rules.push({
          name: `${folder}-siblings-are-strangers`,
          severity: 'error',
          from: { path: inside([folder]) },
          to: { path: inside(siblings) },
        });
      return rules;
    });
  });
}

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const IMPORT_RULES = [
  ...tierRules(),
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'providers-are-strangers',
    severity: 'error',
    from: { path: '^src/providers/([^/]+)/' },
    to: { path: '^src/providers/[^/]+/', pathNot: ['^src/providers/$1/', '^src/providers/fixtures/'] },
  },
  {
    name: 'gateway-takes-only-facts-of-the-page',
    severity: 'error',
    from: { path: '^src/gateway/' },
    to: { path: '^src/', pathNot: ['^src/gateway/', FACTS] },
  },
  {
    name: 'facts-are-plain-data',
    severity: 'error',
    from: { path: FACTS },
    to: { pathNot: FACTS },
  },
  {
    name: 'page-knows-no-gateway',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/gateway/' },
    to: { path: '^src/gateway/' },
  },
  {
    name: 'nobody-imports-main',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^src/main\\.tsx$' },
  },
  {
    name: 'every-folder-has-a-tier',
    severity: 'error',
    from: { path: '^src/', pathNot: [inside([...TIERS.flat(), 'gateway']), '^src/main\\.tsx$'] },
    to: {},
  },
  {
    name: 'every-import-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'shipped-code-uses-shipped-packages',
    severity: 'error',
    from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', '/fixtures/'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
];
