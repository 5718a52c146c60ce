import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // All cores: with two, the default of one fewer leaves half of the machine idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,scripts}/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Modules are loaded once for each worker instead of for each file: a third less time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['architecture/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
    ],
  },
});
