// Says in one line, at the end of `npm ci` and `npm install` in a checkout, that no database engine works and what
// helps: npm itself drops an optional package that cannot be built without a word.
import { loadTypeScript } from './run-typescript.mjs';

const { findDriver } = await loadTypeScript('src/store/driver/choose.ts');
const found = await findDriver(process.versions.node);
if ('fault' in found) {
  const { historySentences } = await loadTypeScript('src/locale/history.ts');
  process.stderr.write(`tweetspan: ${historySentences('en').noEngine(process.versions.node, found.fault)}\n`);
}
