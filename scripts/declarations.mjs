// Makes the declarations that tsc writes usable by others: `#room/file.js` means something inside this package's sources
// only, so it becomes a relative path; and what the public API does not lead to is not shipped.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join('dist', 'types');
const PUBLIC = join(ROOT, 'src', 'index.d.ts');
/** Where a declaration names another: `from '…'`, `import('…')`, `import '…'`. */
const SPECIFIER = /((?:\bfrom|\bimport)\s*\(?\s*)(['"])([#.][^'"]*)\2/g;

/** The declaration behind a specifier of one in `folder`. */
function resolveSpecifier(specifier, folder) {
  const path = specifier.startsWith('#rules/')
    ? join(ROOT, 'rules', specifier.slice('#rules/'.length))
    : specifier.startsWith('#')
      ? join(ROOT, 'src', specifier.slice(1))
      : join(folder, specifier);
  return path.replace(/\.js$/, '.d.ts');
}

/** The declarations that are shipped, by their paths. */
const kept = new Map();

function keep(file) {
  if (kept.has(file)) return;
  kept.set(file, '');
  const folder = dirname(file);
  const text = readFileSync(file, 'utf8').replace(SPECIFIER, (_, before, quote, specifier) => {
    const target = resolveSpecifier(specifier, folder);
    keep(target);
    const path = relative(folder, target)
      .split(sep)
      .join('/')
      .replace(/\.d\.ts$/, '.js');
    return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
  kept.set(file, text);
}

keep(PUBLIC);
rmSync(ROOT, { recursive: true });
for (const [file, text] of kept) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
