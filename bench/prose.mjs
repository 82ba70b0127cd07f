// `npm run bench:prose -- <folder>...`: what each rewriting operation would do to sentences of manuals. The folders hold
// unpacked packages (Debian: debian-reference-fr, aptitude-doc-fr, manpages-fr, manpages, manpages-dev …), which are read
// and not kept. `--json` writes every hit.
import { loadTypeScript } from '../scripts/run-typescript.mjs';

const argv = process.argv.slice(2);
const folders = argv.filter((each) => !each.startsWith('--'));
const { measureProse, describeProse } = await loadTypeScript('bench/prose/main.ts');
if (folders.length === 0) {
  console.error('name a folder with unpacked manuals: npm run bench:prose -- <folder>');
  process.exitCode = 2;
} else {
  const found = measureProse(folders);
  console.log(argv.includes('--json') ? JSON.stringify(found, null, 1) : describeProse(found));
}
