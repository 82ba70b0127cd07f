// `npm run bench:rewrites [-- --json]`: what the rewriter does for drafts, and how fast. `npm run bench` shows it as well.
import { pathToFileURL } from 'node:url';
import { loadTypeScript } from '../scripts/run-typescript.mjs';
import { printRows } from './table.mjs';

/** The figures as rows of name, value and target; the account's are there when its data is. */
export async function rewriteRows() {
  const { rewriteRows: measure } = await loadTypeScript('bench/rewrites/main.ts');
  return measure(process.env.TWEETSPAN_BENCH_DATA ?? '../shared');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printRows(await rewriteRows(), { schema: 'tweetspan/bench-rewrites@1' });
}
