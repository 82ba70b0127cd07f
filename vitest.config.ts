import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { TWEETSPAN_VERSION: JSON.stringify('0.0.0-test'), TWEETSPAN_DIST: JSON.stringify(resolve('dist/program')) },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 30_000,
  },
});
