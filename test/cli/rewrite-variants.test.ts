import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  runInProcess({ argv: ['rewrite', 'draft.md', ...argv, '--no-color'], cwd: folder, columns: 80, typed });
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

  it('--write without variants says what to add', async () => {
    const { stderr, exitCode } = await run(['--write']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--variants <count>');
  });
});
