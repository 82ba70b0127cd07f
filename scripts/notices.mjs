// The licences of every package whose code or data is in the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;

/** The folder of the package that a bundled file belongs to, or undefined for our own files. */
function packageFolder(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const [scopeOrName, name] = input.slice(at + 'node_modules/'.length).split('/');
  const folder =
    input.slice(0, at) + join('node_modules', scopeOrName.startsWith('@') ? join(scopeOrName, name) : scopeOrName);
  // What a package was built with stands in it without a package of its own: it is passed on under the outer one.
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(input.slice(0, at));
}

function notice({ folder, also }) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => LICENSE_FILE.test(file)) : [];
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // Packages without a licence file still name their licence: that name is all there is to pass on.
  const parts = [`${name} ${version} — ${license ?? 'licence not named'}`, '', ...texts, ...(also ? ['', also] : [])];
  return parts.join('\n').trim();
}

/**
 * Writes one file with the notices of all packages found in esbuild's metafiles, in alphabetical order, and of those
 * whose data is shipped, each with what else its licence asks to be passed on.
 */
export function writeNotices(metafiles, dataPackages, path) {
  const inputs = metafiles.flatMap((metafile) =>
    Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = [...new Set(inputs.map(packageFolder).filter(Boolean))].sort();
  const intro = 'tweetspan contains code and data of the packages below, under their licences.';
  const packages = [...folders.map((folder) => ({ folder })), ...dataPackages];
  writeFileSync(path, [intro, ...packages.map(notice)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n');
}
