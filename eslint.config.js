import { readdirSync } from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The architecture: each layer → the layers it may import. Order is bottom to top (docs/architecture.md). */
const layers = {
  engine: [],
  layout: [],
  ui: [],
  picture: [],
  worker: ['engine', 'layout'],
  files: ['engine'],
  store: ['engine', 'worker', 'files'],
  commands: ['engine', 'store', 'files'],
  canvas: ['engine', 'picture', 'store', 'commands', 'ui'],
  matrix: ['engine', 'picture', 'store', 'commands', 'ui'],
  editor: ['engine', 'store', 'commands', 'ui'],
  panels: ['engine', 'store', 'commands', 'ui'],
  app: ['engine', 'worker', 'files', 'store', 'commands', 'canvas', 'matrix', 'editor', 'panels', 'ui'],
  cli: ['engine'],
};

/** The same, inside the engine. */
const engineLayers = {
  net: [],
  labels: [],
  manifest: ['net', 'labels'],
  cluster: ['net', 'labels', 'manifest'],
  policy: ['net', 'labels', 'manifest', 'cluster'],
  connectivity: ['net', 'labels', 'manifest', 'cluster', 'policy'],
  explain: ['net', 'labels', 'manifest', 'cluster', 'policy', 'connectivity'],
  diff: ['net', 'labels', 'manifest', 'cluster', 'policy', 'connectivity', 'explain'],
  edits: ['net', 'labels', 'manifest', 'cluster', 'policy'],
  synth: ['net', 'labels', 'manifest', 'cluster', 'policy', 'connectivity', 'explain', 'edits'],
  assist: ['net', 'labels', 'manifest', 'cluster', 'policy', 'connectivity', 'explain', 'edits'],
  report: [
    'net',
    'labels',
    'manifest',
    'cluster',
    'policy',
    'connectivity',
    'explain',
    'diff',
    'edits',
    'synth',
    'assist',
    'WorkspaceSnapshot.ts',
  ],
};

/** A policy dialect is a folder of engine/policy; none of them knows another. */
const dialects = readdirSync(new URL('src/engine/policy', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Vendor → the only layers that may import it. */
const vendors = {
  react: ['ui', 'canvas', 'matrix', 'editor', 'panels', 'app'],
  'react-dom': ['app'],
  '@xyflow/react': ['canvas'],
  flatbush: ['canvas'],
  'monaco-editor': ['editor'],
  zustand: ['store'],
  yaml: ['engine'], // there, only in yamlHomes
  fflate: ['files'],
  idb: ['files'],
  diff: ['files'],
  cmdk: ['ui'],
  'radix-ui': ['ui'],
  sonner: ['ui'],
  'react-resizable-panels': ['ui'],
  '@tanstack/react-virtual': ['ui'],
  '@fontsource-variable/inter': ['ui'],
  '@fontsource-variable/jetbrains-mono': ['ui'],
  'lucide-react': ['ui', 'canvas', 'matrix', 'editor', 'panels', 'app'],
};

/** Inside the engine, only these know YAML's syntax. */
const yamlHomes = ['manifest', 'edits'];

const zone = (root, folder, allowed) => ({
  target: `${root}/${folder}`,
  from: root,
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `${folder} may import only: ${allowed.join(', ') || 'nothing'}.`,
});

/** Tests may also use src/testing. */
const zones = (extra = []) => [
  ...Object.entries(layers).map(([folder, allowed]) => zone('./src', folder, [...allowed, ...extra])),
  ...Object.entries(engineLayers).map(([folder, allowed]) => zone('./src/engine', folder, allowed)),
  ...dialects.map((dialect) => zone('./src/engine/policy', dialect, ['PolicyRule.ts', 'Dialect.ts'])),
];

const browserDrivers = {
  regex: '^(@playwright/test|playwright|playwright-core)(/|$)',
  message: 'Only e2e/support knows Playwright.',
};

/** What files of a layer must not import by name. `knowsYaml`: they are where the engine keeps YAML's syntax. */
const restrictedImports = (layer, { knowsYaml }) => [
  browserDrivers,
  ...Object.entries(vendors)
    .filter(([vendor, homes]) => !homes.includes(layer) || (vendor === 'yaml' && !knowsYaml))
    .map(([vendor, homes]) => ({ regex: `^${vendor}(/|$)`, message: `${vendor} belongs to ${homes.join(', ')}.` })),
  ...(layer === 'engine'
    ? []
    : [{ regex: '(^|/)engine/[^/]+/', message: 'Use a door of the engine: engine/index.ts or engine/analysis.ts.' }]),
  ...(['engine', 'worker', 'cli'].includes(layer)
    ? []
    : [
        {
          regex: '(^|/)engine/analysis\\.ts$',
          message: 'Heavy analysis runs in the worker; call it through EngineClient.',
        },
      ]),
];

/** `no-restricted-imports` does not see `import('…')`; these selectors say the same about it. */
const restrictedDynamicImports = (restrictions) =>
  restrictions.map(({ regex, message }) => ({
    // A slash would end the regular expression inside a selector.
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
    message,
  }));

/** Nothing in the engine or the layout remembers anything between two calls. */
const moduleState = [
  {
    selector:
      'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'The engine has no module state; pass it in and return it.',
  },
  {
    selector:
      'Program > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]',
    message: 'The engine has no module state; a cache belongs to the caller.',
  },
];

const importRules = (layer, options) => {
  const restrictions = restrictedImports(layer, options);
  const pure = layer === 'engine' || layer === 'layout';
  return {
    'no-restricted-imports': ['error', { patterns: restrictions }],
    'no-restricted-syntax': ['error', ...restrictedDynamicImports(restrictions), ...(pure ? moduleState : [])],
  };
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'dist-cli', 'test-results', 'playwright-report'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      // Without these, no-cycle silently sees nothing in .ts files.
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: zones() }],
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  ...Object.keys(layers).map((layer) => ({
    files: [`src/${layer}/**/*.{ts,tsx}`],
    rules: importRules(layer, { knowsYaml: false }),
  })),
  {
    files: yamlHomes.map((folder) => `src/engine/${folder}/**/*.ts`),
    rules: importRules('engine', { knowsYaml: true }),
  },
  {
    files: ['src/{ui,canvas,matrix,editor,panels,app}/**/*.{ts,tsx}', 'src/main.tsx'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/testing/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones: zones(['testing']) }] },
  },
  {
    files: ['e2e/**/*.ts'],
    ignores: ['e2e/support/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [browserDrivers] }],
    },
  },
  {
    files: ['src/engine/**/*.ts', 'src/layout/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The engine has no clock; take the time as an argument.' },
        { name: 'performance', message: 'The engine has no clock; measure around it.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The engine is deterministic.' },
      ],
    },
  },
);
