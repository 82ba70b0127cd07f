import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '#page/read-page.js';
import { parseDraft } from '../../src/index.js';
import { runInProcess } from './run.js';

const SOURCE = `---
lang: fr
keywords: [combles]
page:
  title: Isolation des combles
  sentences:
    - Jusqu’à 30 % de la chaleur d’une maison s’échappe par le toit.
    - Sans entrée d’air, la condensation abîme la charpente en deux ou trois hivers.
---
Ce qu’il faut vérifier sur votre devis https://example.org/combles
`;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-variants-'));
  writeFileSync(join(folder, 'draft.md'), SOURCE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[], typed: readonly string[] = []) =>
  runInProcess({ argv: ['rewrite', 'draft.md', ...argv, '--no-color'], cwd: folder, columns: 400, typed });
const read = () => readFileSync(join(folder, 'draft.md'), 'utf8');

describe('rewrite --variants', () => {
  it('--write puts the texts in the front matter with their origin, once', async () => {
    const first = await run(['--variants', '2', '--write']);
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toContain('Wrote draft.md (previous version: draft.md.bak)');
    expect(read().match(/origin: page/g)).toHaveLength(2);
    expect(read()).toContain('Jusqu’à 30 %');
    const written = read();
    await run(['--variants', '2', '--write']);
    expect(read()).toBe(written);
  });

  it.each([
    ['2', 1],
    ['1,2', 2],
    ['a', 2],
  ])('--interactive writes those that are chosen: %s', async (typed, count) => {
    await run(['--variants', '2', '--interactive'], [typed]);
    expect(read().match(/origin: page/g)).toHaveLength(count);
  });

  it.each([['q'], ['5'], ['0,1']])('--interactive leaves the file alone: %s', async (typed) => {
    const { stderr } = await run(['--variants', '2', '--interactive'], [typed]);
    expect(read()).toBe(SOURCE);
    expect(readdirSync(folder)).toEqual(['draft.md']);
    expect(stderr).toContain('draft.md is unchanged.');
  });

  it.each([
    ['without variants or a page', ['--write'], '--variants <count> or --page <page>'],
    ['with a choice to be made', ['--write', '--variants', '2', '--interactive'], 'cannot be used with'],
  ])('--write %s says what to change', async (_, argv, message) => {
    const { stderr, exitCode } = await run(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(read()).toBe(SOURCE);
  });

  it('--quiet prints the texts alone, a line --- between two, so that each may have several lines', async () => {
    const own = 'variants: ["La chaleur\\n\\nmonte, et s’échappe par le toit"]';
    writeFileSync(join(folder, 'draft.md'), SOURCE.replace('page:', `campaign: { ${own} }\npage:`));
    const { stdout, stderr, exitCode } = await run(['--variants', '2', '--quiet']);
    const texts = stdout.split('\n---\n');
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe('La chaleur\n\nmonte, et s’échappe par le toit https://example.org/combles');
    expect(texts[1]).toMatch(/^[^\n]+ https:\/\/example\.org\/combles[^\n]*\n$/);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });
});

describe('rewrite --page', () => {
  const PAGE = resolve('fixtures/pages/wordpress-isolation-combles.html');
  const BARE = 'Ce qu’il faut vérifier sur votre devis https://example.org/combles\n';
  const draft = () => parseDraft(read());
  beforeEach(() => writeFileSync(join(folder, 'draft.md'), BARE));

  it('uses a page for one run, and leaves the file alone', async () => {
    const { exitCode, stdout } = await run(['--page', PAGE, '--variants', '2', '--quiet']);
    expect({ exitCode, texts: stdout.split('\n---\n').length }).toEqual({ exitCode: 0, texts: 2 });
    expect(read()).toBe(BARE);
  });

  it('--write keeps what the page says in the front matter, from which the same texts come later', async () => {
    const { exitCode, stdout, stderr } = await run(['--page', PAGE, '--write', '--quiet']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: 'Wrote draft.md (previous version: draft.md.bak)\n',
    });
    expect(draft().page).toEqual(readPage(readFileSync(PAGE, 'utf8')).page);
    expect(draft().text).toBe(BARE.trim());
    expect((await run(['--quiet'])).stdout).toBe(stdout);
  });

  it('--variants --write keeps both, with one backup', async () => {
    const { stdout } = await run(['--page', PAGE, '--variants', '2', '--write', '--quiet']);
    expect(draft().campaign?.variants).toEqual(
      stdout
        .trimEnd()
        .split('\n---\n')
        .map((text) => ({ text, origin: 'page' })),
    );
    expect(draft().page?.title).toBe('Isolation des combles : ce qu’il faut vérifier sur votre devis');
    expect(readdirSync(folder).sort()).toEqual(['draft.md', 'draft.md.bak']);
    expect(readFileSync(join(folder, 'draft.md.bak'), 'utf8')).toBe(BARE);
  });

  it('names a page that cannot be read, and leaves the file alone', async () => {
    const { stderr, exitCode } = await run(['--page', 'nope.html', '--write']);
    expect(stderr).toMatch(/^tweetspan: draft\.md: nope\.html: no such file[^\n]*\n$/);
    expect({ exitCode, files: readdirSync(folder), source: read() }).toEqual({
      exitCode: 2,
      files: ['draft.md'],
      source: BARE,
    });
  });
});
