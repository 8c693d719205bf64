import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          setupFiles: ['scripts/seeded.test-setup.ts', 'scripts/every-machine.test-setup.ts'],
          exclude: ['**/node_modules/**', 'runs/**'],
          isolate: false,
          // Whole programs are started in some tests, and machines are busy.
          testTimeout: 60_000,
        },
      },
    ],
  },
});
