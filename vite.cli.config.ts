import { defineConfig } from 'vite';

/** The command line: the engine and `src/cli` in one file for Node, nothing else to install. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'polder.js' } },
  },
  ssr: { noExternal: true },
});
