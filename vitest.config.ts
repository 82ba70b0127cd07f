import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { offeredEngines } from './test/store/offered-engines.js';

const ALL = ['test/**/*.test.ts'];
/** What is run again on each further SQLite engine that this Node offers. */
const OF_THE_STORE = ['test/store/**/*.test.ts', 'test/queue/store-*.test.ts', 'test/history/**/*.test.ts'];

/**
 * Rooms that hold no state: their files share one copy of the modules that they load, which reading anew for each takes as
 * long as the tests.
 */
const PURE = ['campaign', 'evidence', 'lint', 'locale', 'report', 'rewrite', 'rules', 'timing', 'words'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

const engines = (await offeredEngines()).map(({ name }) => name);

export default defineConfig({
  define: { TWEETSPAN_VERSION: JSON.stringify('0.0.0-test'), TWEETSPAN_DIST: JSON.stringify(resolve('dist/program')) },
  test: {
    reporters: ['default', './test/closing-line.ts'],
    // The runner leaves one processor idle, which on two is half of them: 9 minutes in place of 5.
    maxWorkers: '100%',
    testTimeout: 30_000,
    // It imports its data as no Node does: without saying that it is JSON.
    server: { deps: { inline: [/@actions\//] } },
    // A disk under load took more than the usual 10 s to clear the folders of the transcripts.
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      ...(engines.length > 0 ? engines : ['no engine']).map((engine, place) => ({
        extends: true as const,
        test: {
          name: engine,
          include: place === 0 ? ALL : OF_THE_STORE,
          exclude: place === 0 ? PURE : [],
          provide: { engine },
        },
      })),
    ],
  },
});
