// French sets a blank that may not break before high signs, so that no line begins with one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The texts of a file, as they are written in it: literals, and the pieces of templates. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** What stands around each ordinary blank before « ; : ! ? » » or behind « « ». */
const breakable = (text: string): string[] =>
  [...text.matchAll(/.{0,20}(?: [;:!?»](?=$|[\s…)])|« ).{0,10}/gu)].map(([around]) => around);

describe('the French sentences', () => {
  const files = ['src/locale', 'rules/locales'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:^|[\\/])fr\.ts$/.test(name))
      .map((name) => join(folder, name)),
  );

  it('are in many files', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)('%s: no blank before a high sign can break the line', (file) => {
    expect(textsIn(file).flatMap(breakable)).toEqual([]);
  });

  it('sees an ordinary blank where there is one', () => {
    expect(breakable('aucun hashtag ; mettez-en 2')).toEqual(['aucun hashtag ; mettez-en']);
    expect(breakable('écrire « pour')).toHaveLength(1);
    expect(breakable('écrire «\u00a0pour\u00a0»\u202f; puis')).toEqual([]);
  });
});
