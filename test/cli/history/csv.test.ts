import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInProcess } from '../run.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-csv-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...argv: readonly string[]): Promise<string> => {
  const { stdout, stderr, exitCode } = await runInProcess({ argv, cwd: folder });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout;
};

const TEXTS = ['=1+1 ; "x"', "'=quoted", '@example_a bonjour', '-5 degrés, +2 demain', "l'été ; l’hiver\nici"];

it.each([[], ['--csv-separator', 'semicolon'], ['--csv-separator', 'tab', '--csv-bom']])(
  'a history that was exported as CSV (%s %s) is imported as it was, and runs nothing in a spreadsheet',
  async (...style) => {
    const name = `table-${style.length}`;
    const [table, copy, db] = [`${name}.csv`, `${name}-copy.db`, `${name}.db`];
    const rows = TEXTS.map((text, index) => `17900000000000000${index}0,"${text.replaceAll('"', '""')}",example`);
    writeFileSync(join(folder, 'own.csv'), `id,text,account\n${rows.join('\n').replace(/,"(?='*[=@+-])/g, `,"'`)}\n`);
    await run('import', 'own.csv', '--db', db);
    await run('export', '--format', 'csv', ...style, '-o', table, '--db', db);
    await run('import', table, '--db', copy);
    const [one, other] = [await run('posts', '--json', '--db', db), await run('posts', '--json', '--db', copy)];
    const texts = (JSON.parse(other) as { readonly posts: readonly { readonly text: string }[] }).posts;
    expect(texts.map(({ text }) => text).sort()).toEqual([...TEXTS].sort());
    expect(one).toBe(other);
  },
);
