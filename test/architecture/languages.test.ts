import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Where a language may be named: what is known of it stands there, one file each. */
const HOMES = [
  /^src\/locale\//,
  /^rules\/(?:locales|lexicon)\//,
  /^src\/words\/(?:grammar\.ts|languages\/)/,
  /^src\/rewrite\/languages(?:\.ts|\/)/,
  // It tells the two apart.
  /^src\/tweet\/language\.ts$/,
];

const isLanguage = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && /^(?:en|fr)$/.test(node.text);

/** The places of a module that ask whether something is English or French. */
function branchesOnLanguage(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const compares =
      ts.isBinaryExpression(node) &&
      /^[!=]==?$/.test(node.operatorToken.getText()) &&
      (isLanguage(node.left) || isLanguage(node.right));
    const isCase = ts.isCaseClause(node) && isLanguage(node.expression);
    const chooses = ts.isConditionalExpression(node) && (isLanguage(node.whenTrue) || isLanguage(node.whenFalse));
    if (compares || isCase || chooses) found.push(node.getText().split('\n')[0] ?? '');
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

const modules = ['src', 'rules']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  .filter((file) => HOMES.every((home) => !home.test(file)));

describe('a branch on a language', () => {
  it('stands only where the language is at home, so that a new one is new files and not a search', () => {
    const found = modules.flatMap((file) =>
      branchesOnLanguage(readFileSync(file, 'utf8')).map((branch) => `${file}: ${branch}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a comparison', `const article = language === 'fr' ? 'le' : 'the';`, 1],
    ['one the other way round', `if ('en' !== lexicon.language) stop();`, 1],
    ['a case', `switch (locale) { case 'fr': return 1; }`, 1],
    ['a choice of a language', `const locale = isFrench ? 'fr' : 'en';`, 1],
    ['a text that only holds the letters', `if (name === 'frame') stop();`, 0],
    ['a table by language', `const tables = { en, fr };`, 0],
  ])('is seen: %s', (_, code, count) => {
    expect(branchesOnLanguage(code)).toHaveLength(count);
  });
});
