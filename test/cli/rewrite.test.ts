import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '#lint/edits.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import { displayWidth } from '#report/terminal/width.js';
import { runInProcess, type Call } from './run.js';

const WORDY = 'Retrouvez nos conseils afin de choisir un logement à Lyon !!! https://example.org/guide\n';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-rewrite-'));
  writeFileSync(join(folder, 'wordy.md'), WORDY);
  writeFileSync(join(folder, 'long-post.json'), '{ "limit": 25000 }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[], more: Partial<Call> = {}) =>
  runInProcess({ argv: ['rewrite', ...argv], cwd: folder, ...more });
const compileSchema = (name: string) =>
  new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object,
  );

interface RewriteDocument {
  readonly schema: string;
  readonly before: { readonly text: string; readonly score: number };
  readonly rewrites: readonly Rewrite[];
}

describe('rewrite', () => {
  it('prints JSON as its schema says, whose edits make each text', async () => {
    const { stdout, stderr, exitCode } = await run(['wordy.md', '--format', 'json']);
    const document = JSON.parse(stdout) as RewriteDocument;
    const validate = compileSchema('rewrite');
    validate(document);
    expect(validate.errors).toBeNull();
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(document.rewrites.length).toBeGreaterThan(0);
    for (const { text, edits, score, gain } of document.rewrites) {
      expect(applyEdits(document.before.text, edits)).toBe(text);
      expect(score - gain).toBe(document.before.score);
    }
  });

  it('gives as many as were asked for, and all without asking', async () => {
    const count = async (...argv: string[]) =>
      (JSON.parse((await run(['wordy.md', '--format', 'json', ...argv])).stdout) as RewriteDocument).rewrites.length;
    expect(await count('-n', '1')).toBe(1);
    expect(await count('-n', '2')).toBe(2);
    expect(await count()).toBe(2);
  });

  it('reads standard input', async () => {
    const { stdout } = await run(['-', '--locale', 'fr'], { stdin: WORDY });
    expect(stdout).toContain('<stdin>');
    expect(stdout).toContain('[-afin de-]{+pour+}');
    expect(stdout).toContain('Modifications');
  });

  it('shows texts and scores only when it is to be quiet', async () => {
    const { stdout } = await run(['wordy.md', '--quiet', '-n', '1']);
    expect(stdout).not.toContain('[-');
    expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(6);
  });

  it('fits a window of 60 columns, in both languages', async () => {
    for (const locale of ['en', 'fr']) {
      const { stdout } = await run(['wordy.md', '--locale', locale, '-v'], { env: { COLUMNS: '60' } });
      expect(Math.max(...stdout.split('\n').map(displayWidth))).toBeLessThanOrEqual(60);
    }
  });

  it('obeys a rule that is turned off', async () => {
    const { stdout } = await run(['wordy.md', '--rule', 'hashtags=off', '--format', 'json']);
    const { rewrites } = JSON.parse(stdout) as RewriteDocument;
    expect(rewrites.flatMap(({ operations }) => operations.map(({ operation }) => operation))).not.toContain(
      'hashtags/tag',
    );
  });
});

describe('a draft that nothing makes better', () => {
  it.each([
    ['of nothing but emoji', '🎉🎉🎉 🏠', 'There are no words to work with', 1],
    ['of nothing but tags', '#a #b https://example.org/a', 'There are no words to work with', 1],
    ['of nothing but a link', 'https://example.org/a', 'There are no words to work with', 1],
    ['of small words', 'et le la de https://example.org/a', 'names no subject', 0],
    ['in an unknown language', 'ابتكار جديد في المدينة القديمة https://example.org/a', 'language is not recognized', 0],
    [
      'in a language without a lexicon',
      '---\nlang: he\n---\nשלום עולם, מדריך חדש https://example.org/a',
      'Only English and French are rewritten',
      0,
    ],
  ])('%s says why, and ends as its errors say', async (_, stdin, reason, exitCode) => {
    const outcome = await run(['-'], { stdin });
    expect(outcome.stdout.replaceAll(/\s+/g, ' ')).toContain(reason);
    expect(outcome.stdout).toContain('By hand');
    expect(outcome).toMatchObject({ stderr: '', exitCode });
  });

  it('has no rewrites in its JSON', async () => {
    const { stdout, exitCode } = await run(['-', '--format', 'json'], { stdin: '🎉🎉🎉' });
    expect(JSON.parse(stdout)).toMatchObject({ rewrites: [] });
    expect(compileSchema('rewrite')(JSON.parse(stdout))).toBe(true);
    expect(exitCode).toBe(1);
  });
});

describe('a draft that is hard to read', () => {
  it('in two languages is fixed where its words are in order', async () => {
    const stdin =
      'Le guide du logement, a complete guide to renting in Lyon with 12 examples !!! https://example.org/guide';
    const { stdout, exitCode } = await run(['-', '--format', 'json'], { stdin });
    expect((JSON.parse(stdout) as RewriteDocument).rewrites.length).toBeGreaterThan(0);
    expect(exitCode).toBe(0);
  });

  it('from right to left keeps its words in their order', async () => {
    const stdin = 'שלום עולם !!! מדריך חדש https://example.org/a';
    const { stdout } = await run(['-', '--format', 'json'], { stdin });
    const [best] = (JSON.parse(stdout) as RewriteDocument).rewrites;
    expect(best?.text).toBe('שלום עולם ! מדריך חדש https://example.org/a');
  });

  it('of 25,000 characters is refused, or read where the account may post it', async () => {
    const text = `---\nlang: fr\n---\nAttention !!! ${'Les loyers montent encore un peu dans la ville. '.repeat(515)}https://example.org/a`;
    const refused = await run(['-'], { stdin: text });
    expect(refused.stderr).toContain('the maximum is 5,000');
    expect(refused.exitCode).toBe(2);
    const read = await run(['-', '--config', 'long-post.json', '--format', 'json'], { stdin: text });
    expect(JSON.parse(read.stdout)).toMatchObject({ schema: 'tweetspan/rewrite@1' });
    expect(read.exitCode).toBe(0);
  });

  it.each([
    ['missing.md', 'no such file'],
    ['.', 'a folder'],
  ])('%s is refused in one line', async (file, reason) => {
    const { stdout, stderr, exitCode } = await run([file]);
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });
});

describe('variants', () => {
  const draft = (variants: string) => `---
link: https://example.org/guide
lang: fr
campaign: { reposts: 3, variants: [${variants}] }
---
Choisir son logement à Lyon : les pièges des visites et les 5 questions à poser au propriétaire
`;

  it('are printed as their schema says, the user’s own first', async () => {
    const stdin = draft('"Avant de visiter un appartement, lisez les 5 questions que tout locataire devrait poser"');
    const { stdout, exitCode } = await run(['-', '--variants', '3', '--format', 'json'], { stdin });
    const document = JSON.parse(stdout) as {
      requested: number;
      variants: { origin: string }[];
      missing: number;
    };
    const validate = compileSchema('variants');
    validate(document);
    expect(validate.errors).toBeNull();
    expect(document.variants[0]?.origin).toBe('own');
    expect(document.variants.length + document.missing).toBe(document.requested);
    expect(exitCode).toBe(0);
  });

  it('that are missing are to be written by hand, with what to write', async () => {
    const { stdout } = await run(['-', '--variants', '6', '--locale', 'fr'], { stdin: draft('') });
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Il en manque \d/);
    expect(said).toContain('un chiffre de la page');
    expect(said).toContain('campaign: { variants: ["…"] }');
  });

  it('of the user that say the same are refused, with the reason', async () => {
    const same = 'Choisir son logement à Lyon : les pièges des visites, les 5 questions à poser au propriétaire';
    const { stdout } = await run(['-', '--variants', '1', '--locale', 'fr'], { stdin: draft(`"${same}"`) });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('il ressemble trop à un autre texte');
  });

  it.each([
    ['--model', []],
    ['-n', ['2']],
  ])('go without %s', async (flag, values) => {
    const { stderr, exitCode } = await run(['wordy.md', '--variants', '2', flag, ...values]);
    expect(stderr).toContain('cannot be used with');
    expect(exitCode).toBe(2);
  });
});
