import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findExpressions, growthOf, readTable, shortHash } from '../../scripts/expressions.mjs';

const FUNCTIONS = new Set([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
]);

/** The expressions with sets of Unicode that a module makes as soon as it is loaded. */
function expressionsMadeAtLoad(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (FUNCTIONS.has(node.kind)) return;
    const isExpression = ts.isRegularExpressionLiteral(node) || ts.isNewExpression(node);
    if (isExpression && /\\p\{/i.test(node.getText())) found.push(node.getText());
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

const modules = ['src', 'rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Expressions whose time grows with the square of what they see, which is never long, and why. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [String.raw`/ (?:\(\?[=!].*\))?$/`, 'an expression of our own table'],
  [String.raw`/(?:^|[.!?…:\n«“"*-])[\s\u00a0]*$/`, 'four characters'],
  [String.raw`/:\/\/\S*$/`, 'two hundred characters'],
  [String.raw`/[\s.:…]+$/`, 'an alt text of sixty characters'],
  [String.raw`/\S*$/`, 'forty characters'],
]);

describe('expressions with sets of Unicode', () => {
  it('are made when they are first needed, not when a module is loaded: each takes up to 2 ms', () => {
    const found = modules.flatMap((file) =>
      expressionsMadeAtLoad(readFileSync(file, 'utf8')).map((expression) => `${file}: ${expression}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a literal', String.raw`const WORD = /\p{L}+/u;`, 1],
    ['one in an object', String.raw`const SIGNS = { word: /\P{L}/u };`, 1],
    ['one made of text', String.raw`const WORD = new RegExp('\\p{L}', 'u');`, 1],
    ['one that waits in a function', String.raw`const WORD = lazy(() => /\p{L}+/u);`, 0],
    ['one without such sets', String.raw`const WORD = /[a-z]+/;`, 0],
  ])('are seen: %s', (_, code, count) => {
    expect(expressionsMadeAtLoad(code)).toHaveLength(count);
  });
});

describe('the time of expressions', () => {
  const table = readTable();
  const found = findExpressions();
  const tested = new Set([...table.linear, ...table.unknown, ...Object.keys(table.others).map(shortHash)]);

  it('is known of each: run npm run expressions after a change', () => {
    expect([...found.keys()].filter((expression) => !tested.has(shortHash(expression)))).toEqual([]);
    expect(tested.size).toBe(found.size);
  });

  it('never grows exponentially', () => {
    expect(Object.entries(table.others).filter(([, growth]) => growth.includes('exponential'))).toEqual([]);
  });

  it('grows with the length where a draft is read, but for those that see a stretch of bounded length', () => {
    const inDrafts = Object.keys(table.others).filter((expression) =>
      /^(?:rules|src[\\/](?:lint|words|tweet|draft|base))[\\/]/.test(found.get(expression) ?? ''),
    );
    expect(inDrafts.filter((expression) => !BOUNDED.has(expression))).toEqual([]);
    expect([...BOUNDED.keys()].filter((expression) => !inDrafts.includes(expression))).toEqual([]);
  });

  it('is as the table has it, of a dozen that are spread over it', async () => {
    const linear = [...found.keys()].filter((expression) => table.linear.includes(shortHash(expression)));
    const step = Math.floor(linear.length / 12);
    for (let at = 0; at < linear.length; at += step) {
      const expression = linear[at] ?? '';
      expect([expression, ['linear', 'unknown'].includes(await growthOf(expression))]).toEqual([expression, true]);
    }
    expect(await growthOf('/x*$/')).toBe('2nd degree polynomial');
    expect(await growthOf('/(a+)+$/')).toBe('exponential');
  }, 60_000);
});
