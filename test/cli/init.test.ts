import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInProcess, type Call } from './run.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[], more: Partial<Call> = {}) =>
  runInProcess({ argv, cwd: folder, env: { TZ: 'Europe/Paris' }, ...more });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const frontMatter = () => parse(read('draft.md').split('---\n')[1] ?? '') as Record<string, unknown>;
const schema = (name: string) =>
  new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object);

describe('init', () => {
  it.each(['en', 'fr'])('writes by itself what lint, rewrite and schedule take as it is: %s', async (locale) => {
    const { exitCode, stdout } = await run(['init', '--yes', '--locale', locale]);
    expect({ exitCode, steps: stdout.match(/tweetspan \w+/g) }).toEqual({
      exitCode: 0,
      steps: ['tweetspan lint', 'tweetspan rewrite', 'tweetspan schedule'],
    });
    for (const command of [['lint'], ['rewrite'], ['schedule', '--dry-run']]) {
      expect(await run([...command, 'draft.md'])).toMatchObject({ exitCode: 0 });
    }
    expect(frontMatter()).toMatchObject({ lang: locale, campaign: { zone: 'Europe/Paris', window: '08:00-20:00' } });
  });

  it('writes what was answered, and puts a question again until its answer can be used', async () => {
    const typed = [
      'FR',
      'no address',
      'https://example.org/a?b=%27',
      'Mars/Base',
      'Asia/Tokyo',
      '9:00-18:00',
      '101',
      '75',
    ];
    const { exitCode, stderr } = await run(['init'], { typed });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('use a URL such as');
    expect(stderr).toContain('use a city or an IANA time zone');
    expect(stderr).toContain('from 0 to 100');
    expect(parse(read('tweetspan.config.yaml'))).toEqual({ lang: 'fr', minText: 75 });
    expect(frontMatter()).toMatchObject({
      link: 'https://example.org/a?b=%27',
      campaign: { zone: 'Asia/Tokyo', window: '09:00-18:00' },
    });
  });

  it('takes a city for a time zone, the name of a language for its code, and hours as people write them', async () => {
    await run(['init'], { typed: ['français', '', 'sao paulo', '9am-6pm', ''] });
    expect(frontMatter()).toMatchObject({ lang: 'fr', campaign: { zone: 'America/Sao_Paulo', window: '09:00-18:00' } });
  });

  it('asks only what a file that is not there yet needs', async () => {
    writeFileSync(join(folder, 'draft.md'), 'A post');
    const { exitCode, stderr } = await run(['init'], { typed: ['fr', '70'] });
    expect({ exitCode, intro: stderr.split('. ')[0] }).toEqual({ exitCode: 0, intro: '2 questions' });
    expect(parse(read('tweetspan.config.yaml'))).toEqual({ lang: 'fr', minText: 70 });
    expect(await run(['init'], { typed: [] })).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('takes the defaults where nobody can answer', async () => {
    const { exitCode, stderr } = await run(['init'], { stdin: '' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(['draft.md', 'tweetspan.config.yaml']);
  });

  it.each(['tweetspan.config.json', 'tweetspan.config.yml', 'tweetspan.config.yaml', 'draft.md'])(
    'keeps a %s that is there',
    async (name) => {
      writeFileSync(join(folder, name), '{}');
      const { exitCode, stdout } = await run(['init', '--yes']);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`Kept ${name}: it exists already`);
      expect(read(name)).toBe('{}');
      expect(readdirSync(folder)).toHaveLength(2);
    },
  );

  it.each([[['^C']], [['fr', '^C']], [['fr']]])('writes nothing when it is interrupted: %j', async (typed) => {
    const { exitCode } = await run(['init'], { typed });
    expect(exitCode).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes the folder that it is given, and says what it wrote as data', async () => {
    const { stdout } = await run(['init', 'été 1', '--yes', '--json']);
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ files: [{ state: 'written' }, { file: join('été 1', 'draft.md') }] });
    expect(schema('init')(document)).toBe(true);
  });

  it('says in one line why a folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { exitCode, stderr } = await run(['init', 'file', '--yes']);
    expect(exitCode).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('the schema of the front matter, which editors read', () => {
  it('is named in both files and takes them', async () => {
    await run(['init', '--yes']);
    expect(read('tweetspan.config.yaml')).toMatch(/^# yaml-language-server: \$schema=\S+config\.schema\.json\n/);
    expect(read('draft.md')).toMatch(/^---\n# yaml-language-server: \$schema=\S+draft\.schema\.json\n/);
    expect(schema('draft')(frontMatter())).toBe(true);
    expect(schema('config')(parse(read('tweetspan.config.yaml')))).toBe(true);
  });

  it.each([[{ reposts: 2 }], [{ campaign: { reposts: 'two' } }], [{ keywords: 'lease' }]])('refuses %j', (keys) => {
    expect(schema('draft')(keys)).toBe(false);
  });
});
