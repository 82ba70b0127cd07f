// `npm run expressions`: how the time of each regular expression of the program grows with a text, by recheck, for
// fixtures/expressions.json. Those that are in the table already are not looked at again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const TABLE = 'fixtures/expressions.json';
/** ms for one expression; those with a look behind are tried with texts for as long. */
const TIMEOUT = 1200;

/** All regular expressions written in the program, by their text, each with the first file that has it. */
export function findExpressions() {
  const found = new Map();
  for (const folder of ['src', 'rules']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.ts')) continue;
      const file = join(folder, name);
      const visit = (node) => {
        if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) found.set(node.text, file);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
    }
  }
  return found;
}

export const shortHash = (expression) => createHash('sha256').update(expression).digest('hex').slice(0, 10);

export const readTable = () => JSON.parse(readFileSync(TABLE, 'utf8'));

/** `linear`, a degree such as `2nd degree polynomial`, `exponential`, or `unknown` when time runs out. */
export async function growthOf(expression) {
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = await import('recheck');
  const end = expression.lastIndexOf('/');
  const flags = expression.slice(end + 1).replace('v', 'u');
  const { status, complexity } = checkSync(expression.slice(1, end), flags, { timeout: TIMEOUT });
  if (status === 'safe') return 'linear';
  return status === 'vulnerable' ? complexity.summary.replace(' (fuzz)', '') : 'unknown';
}

async function main() {
  const before = readTable();
  const known = new Map([
    ...before.linear.map((hash) => [hash, 'linear']),
    ...before.unknown.map((hash) => [hash, 'unknown']),
    ...Object.entries(before.others).map(([expression, growth]) => [shortHash(expression), growth]),
  ]);
  const table = { linear: [], unknown: [], others: {} };
  for (const expression of findExpressions().keys()) {
    const hash = shortHash(expression);
    const growth = known.get(hash) ?? (await growthOf(expression));
    if (growth === 'linear' || growth === 'unknown') table[growth].push(hash);
    else table.others[expression] = growth;
  }
  table.linear.sort();
  table.unknown.sort();
  const others = Object.fromEntries(Object.entries(table.others).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(TABLE, `${JSON.stringify({ ...table, others })}\n`);
}

if (process.argv[1]?.endsWith('expressions.mjs')) await main();
