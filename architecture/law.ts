/**
 * The architecture as docs/architecture.md states it, written down once more on purpose: the linter's own tables are
 * checked against these, so that neither changes unnoticed.
 */

/** Each layer of src → the layers it may import. */
export const layers: Readonly<Record<string, readonly string[]>> = {
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

/** Each folder of src/engine → the folders it may import. */
export const engineFolders: Readonly<Record<string, readonly string[]>> = {
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
  ],
};

/** Each library the product is made of → the places (a layer, or a folder of the engine) that may import it. */
export const vendorHomes: Readonly<Record<string, readonly string[]>> = {
  '@fontsource-variable/inter': ['ui'],
  '@fontsource-variable/jetbrains-mono': ['ui'],
  '@tanstack/react-virtual': ['ui'],
  '@xyflow/react': ['canvas'],
  flatbush: ['canvas'],
  cmdk: ['ui'],
  diff: ['files'],
  fflate: ['files'],
  idb: ['files'],
  'lucide-react': ['ui', 'canvas', 'matrix', 'editor', 'panels', 'app'],
  'monaco-editor': ['editor'],
  'radix-ui': ['ui'],
  react: ['ui', 'canvas', 'matrix', 'editor', 'panels', 'app'],
  'react-dom': ['app'],
  'react-resizable-panels': ['ui'],
  sonner: ['ui'],
  yaml: ['engine/manifest', 'engine/edits'],
  zustand: ['store'],
};
