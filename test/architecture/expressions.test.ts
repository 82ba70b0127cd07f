import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

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
