import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { offeredEngines } from './test/store/offered-engines.js';

const ALL = ['test/**/*.test.ts'];
/** What is run again on each further SQLite engine that this Node offers. */
const OF_THE_STORE = ['test/store/**/*.test.ts', 'test/queue/store-*.test.ts', 'test/history/**/*.test.ts'];

const engines = (await offeredEngines()).map(({ name }) => name);

export default defineConfig({
  define: { TWEETSPAN_VERSION: JSON.stringify('0.0.0-test'), TWEETSPAN_DIST: JSON.stringify(resolve('dist/program')) },
  test: {
    reporters: ['default', './test/closing-line.ts'],
    // The runner would leave one processor idle. One more than there are, as fault tests mostly wait: for a server that starts
    // again, for an answer that does not come.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    globalSetup: 'test/temporary-folder.ts',
    // It imports its data as no Node does: without saying that it is JSON.
    server: { deps: { inline: [/@actions\//] } },
    // A disk under load took more than the usual 10 s to clear the folders of the transcripts.
    hookTimeout: 60_000,
    // Files share one copy of the modules that they load: to read them anew for each takes as long as many of the tests.
    // So none may leave a change in what it imports, in the environment or in a clock.
    isolate: false,
    projects: (engines.length > 0 ? engines : ['no engine']).map((engine, place) => ({
      extends: true as const,
      test: {
        name: engine,
        include: place === 0 ? ALL : OF_THE_STORE,
        provide: { engine },
        // A process that has run files of one project is ended before those of another.
        sequence: { groupOrder: place },
      },
    })),
  },
});
