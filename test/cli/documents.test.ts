import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run.js';

const SHOUTING =
  '---\nlang: fr\n---\nProfitez de #L’été dans les grands jardins de #Lyon !!! https://example.org/ete\n';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-documents-'));
  writeFileSync(join(folder, 'ete.md'), SHOUTING);
  writeFileSync(join(folder, 'tweetspan.config.json'), '{ "locale": "fr" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

const call = async (...argv: string[]): Promise<string> => (await runInProcess({ argv, cwd: folder })).stdout;

describe('JSON on standard output is what its schema in the package says', () => {
  it.each([
    ['lint', ['lint', 'ete.md']],
    ['lint', ['lint', 'ete.md', 'none.md', '--locale', 'en']],
    ['lint', ['lint', 'ete.md', '--fix-dry-run']],
    ['rules', ['rules']],
    ['rules', ['rules', 'hashtags']],
  ])('%s: %j', async (name, argv) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(await call(...argv, '--format', 'json')));
    expect(validate.errors).toBeNull();
  });

  it('with the file as --fix would leave it, its front matter untouched', async () => {
    const { drafts } = JSON.parse(await call('lint', 'ete.md', '--fix-dry-run', '--format', 'json')) as {
      drafts: { fix: { applied: string[]; source: string } }[];
    };
    expect(drafts[0]?.fix.applied).toHaveLength(3);
    expect(drafts[0]?.fix.source).toBe(
      SHOUTING.replace('#L’été', 'L’#été').replace('!!!', '!').replace(' !', '\u00a0!'),
    );
    expect(readFileSync(join(folder, 'ete.md'), 'utf8')).toBe(SHOUTING);
  });
});

describe('the language that the configuration asks for', () => {
  it('is that of the remarks and of the report around them', async () => {
    const report = await call('lint', 'ete.md');
    expect(report).toContain('Longueur');
    expect(report).toContain('aucune image');
    expect(report).not.toContain('Length');
  });

  it('gives way to the one that the command line asks for', async () => {
    const report = await call('lint', 'ete.md', '--locale', 'en');
    expect(report).toContain('Length');
    expect(report).not.toContain('Longueur');
  });
});
