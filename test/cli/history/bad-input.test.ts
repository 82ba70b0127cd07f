import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodeForProblem } from '#cli/user-error.js';
import type { Database } from '#store/driver/port.js';
import { migrate, MIGRATIONS, PRESENT_VERSION } from '#store/migrations.js';
import { buildZip, type ZipEntry } from '../../history/zip-file.js';
import { manifestScript, onePart } from '../../history/archive-script.js';
import { engineUnderTest } from '../../store/engine-under-test.js';
import { runInProcess } from '../run.js';
import { fixture, historyFolder, type HistoryFolder } from './history-folder.js';

const engine = await engineUnderTest();
let world: HistoryFolder;
beforeEach(() => {
  world = historyFolder();
});
afterEach(() => world.remove());

const archiveFiles = ['manifest', 'tweets', 'tweets-part1', 'note-tweet'].map((name): ZipEntry => ({
  name: `data/${name}.js`,
  content: readFileSync(`${fixture('archive')}/data/${name}.js`),
}));
const whole = buildZip(archiveFiles);
const bomb = Buffer.alloc(40 * 1024 * 1024, ' ');
const MADE: Readonly<Record<string, () => Uint8Array>> = {
  'cut.zip': () => whole.subarray(0, whole.length - 60),
  'bomb.zip': () => buildZip([...archiveFiles.slice(0, 1), { name: 'data/tweets.js', content: bomb }]),
  'outside.zip': () => buildZip([...archiveFiles, { name: '../../.bashrc', content: 'x' }]),
  'empty.zip': () => buildZip([]),
};

describe('a file that cannot be imported', () => {
  it.each<[file: string, reason: string, parts: string[]]>([
    ['cut.zip', 'zip-damaged', ['cut or damaged', 'download it again']],
    ['bomb.zip', 'zip-entry-too-large', ['data/tweets.js would unpack to 41,943,040 bytes', 'not read']],
    ['outside.zip', 'zip-unsafe', ['this zip names files outside of itself']],
    ['empty.zip', 'no-posts', ['holds no export']],
    ['refused/tweet.js', 'other-code', ['never run']],
    ['refused/trailing-code.js', 'trailing-code', ['never run']],
    ['refused/saved-page.csv', 'web-page', ['a web page', 'use the download button']],
    ['refused/rearranged.csv', 'unknown-columns', ['no column holds a post id']],
    ['refused/two-accounts.csv', 'several-accounts', ['@exemple_compte and @autre_compte', 'split it']],
    ['refused/newer.jsonl', 'newer-export', ['update tweetspan']],
    ['refused/empty.csv', 'empty', ['this file is empty']],
    ['refused/picture.png', 'not-text', ['this is not text']],
    ['none.zip', 'missing', ['none.zip does not exist', 'check the path']],
  ])('%s is refused as %s with what to do, and the good file of the call is imported', async (file, reason, parts) => {
    const made = MADE[file];
    const path = made ? world.put(file, made()) : fixture(file);
    const { stdout, stderr, exitCode } = await world.call([
      'import',
      path,
      fixture('archive-2019'),
      '--format',
      'json',
    ]);
    const { files, coverage, summary } = JSON.parse(stdout) as {
      files: { status: string; reason?: string }[];
      coverage: { posts: number };
      summary: object;
    };
    expect(summary).toEqual({ files: 2, imported: 1, refused: 1 });
    expect(files.map(({ status }) => status)).toEqual(['refused', 'imported']);
    expect(files[0]?.reason).toBe(reason);
    for (const part of parts) expect(stderr).toContain(part);
    expect(coverage.posts).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(exitCode).toBe(1);
  });

  it('says why in one language only', async () => {
    const { stderr } = await world.call(['import', fixture('refused'), '--format', 'json', '--locale', 'fr']);
    expect(stderr).not.toMatch(/\b(?:the|this|file|with|not)\b/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(20);
  });

  it('ends the call with 2 when it was the only one, and the history is as it was', async () => {
    await world.call(['import', fixture('archive')]);
    const before = await world.json('posts', '-n', '0');
    const { exitCode } = await world.call(['import', fixture('refused/cut.js')]);
    expect(exitCode).toBe(2);
    expect(await world.json('posts', '-n', '0')).toEqual(before);
  });

  it('ends with 1 when an archive lacks posts of its own list, with 2 when it lacks them all', async () => {
    const owner = { accountId: '1', userName: 'example_owner' };
    const manifest = (count: string): string => manifestScript({ ...owner, types: onePart(count) });
    const zip = (count: string, ...more: ZipEntry[]): string =>
      world.put(`${count}.zip`, buildZip([{ name: 'data/manifest.js', content: manifest(count) }, ...more]));
    const tweets = {
      name: 'data/tweets.js',
      content: 'window.YTD.tweets.part0 = [{"tweet":{"id_str":"20","full_text":"a"}}]',
    };
    expect(await world.call(['import', zip('1', tweets)])).toMatchObject({ exitCode: 0 });
    expect(await world.call(['import', zip('2', tweets)])).toMatchObject({ exitCode: 1 });
    const { stdout, exitCode } = await world.call(['import', zip('3')]);
    expect(stdout).toContain('data/tweets.js is missing');
    expect(exitCode).toBe(2);
  });

  it('leaves out rows whose id a spreadsheet damaged, and says how many', async () => {
    const { stdout, exitCode } = await world.call(['import', fixture('analytics-old-excel')]);
    expect(stdout.match(/skipped 1 row with a damaged id/g)).toHaveLength(2);
    expect(exitCode).toBe(0);
  });

  it('of another account than the history’s is refused, unless the account was renamed', async () => {
    await world.call(['import', fixture('archive-2020')]);
    await world.call(['import', fixture('archive')]);
    const { stdout, exitCode } = await world.call(['import', fixture('archive-other')]);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/name another file with --db/);
    expect(exitCode).toBe(2);
  });
});

const breakInto: Readonly<Record<string, (database: string) => void>> = {
  newer: (file) => {
    const database = engine.open(file);
    database.pragma('user_version = 99');
    database.close();
  },
  damaged: (file) => {
    const database = engine.open(file);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096);
    writeFileSync(file, bytes);
  },
  'no database': (file) => writeFileSync(file, 'a text that is longer than the header of a database. '.repeat(100)),
  'of another program': (file) => {
    const database = engine.open(file);
    database.pragma('application_id = 7');
    database.close();
  },
};

describe.each([
  ['newer', 78, /has version 99.*update tweetspan/],
  ['damaged', 2, /is damaged or not a database: put a backup in its place with tweetspan restore/],
  ['no database', 2, /is damaged or not a database: put a backup in its place with tweetspan restore/],
  ['of another program', 2, /is a database of another program: name another file with --db/],
] as const)('a history that is %s', (kind, expected, message) => {
  beforeEach(async () => {
    await world.call(['import', fixture('archive')]);
    breakInto[kind]?.(world.database);
  });

  it.each([
    ['import', ['import', fixture('archive-2019')]],
    ['posts', ['posts']],
    ['export', ['export']],
    ['contacts', ['contacts', 'opt-out', 'x']],
    ['keywords', ['keywords', 'import', 'fixtures/keywords/plain.csv']],
    ['lint --facts', ['lint', 'fixtures/drafts/fr-blog-good.md', '--facts']],
  ])('ends %s with one line and its exit code', async (_, argv) => {
    const { stdout, stderr, exitCode } = await world.call(argv);
    // A damaged page may be met in the middle of a work, which then tells it in its report.
    const said = `${stdout}${stderr}`;
    expect(said).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |internal error/m);
    expect(exitCode).toBe(expected);
  });

  it('does not keep lint from judging: a line says that it is left out', async () => {
    const { stdout, stderr, exitCode } = await world.call(['lint', 'fixtures/drafts/fr-blog-good.md']);
    expect(stdout).toContain('100/100');
    expect(stderr).toMatch(/^tweetspan: scored without the history: .*\n$/);
    expect(exitCode).toBe(0);
  });
});

describe('a history that another program holds', () => {
  let other: Database;
  beforeEach(async () => {
    await world.call(['import', fixture('archive')]);
    other = engine.open(world.database);
  });
  afterEach(() => other.close());

  it.each([
    ['import', ['import', fixture('archive-2019')]],
    ['keywords import', ['keywords', 'import', 'fixtures/keywords/plain.csv']],
    ['contacts opt-out', ['contacts', 'opt-out', 'x']],
  ])('for writing: %s ends with 75, and nothing is half written', async (_, argv) => {
    other.exec('BEGIN IMMEDIATE');
    const { stdout, stderr, exitCode } = await world.call(argv);
    expect(`${stdout}${stderr}`.replace(/\s+/g, ' ')).toMatch(/another program is writing to .*wait until it is done/);
    expect(exitCode).toBe(75);
    other.exec('ROLLBACK');
    expect(await world.call(argv)).toMatchObject({ exitCode: 0 });
  });

  it('for writing: it can be read, copied and asked all the same', async () => {
    other.exec('BEGIN IMMEDIATE');
    expect(await world.call(['links'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await world.call(['backup', world.path('copy.db')])).toMatchObject({ exitCode: 0 });
    expect(await world.call(['lint', 'fixtures/drafts/fr-blog-good.md'])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('alone: reading ends with 75, and lint judges without it', async () => {
    other.pragma('journal_mode = DELETE');
    other.exec('BEGIN EXCLUSIVE');
    expect(await world.call(['posts'])).toMatchObject({ exitCode: 75 });
    const { stderr, exitCode } = await world.call(['lint', 'fixtures/drafts/fr-blog-good.md']);
    expect(stderr).toMatch(/^tweetspan: scored without the history: another program is writing/);
    expect(exitCode).toBe(0);
  });
});

describe('a history that cannot be where it is to be', () => {
  it('because there is a file where its folder would be', async () => {
    world.put('file', '');
    const { stderr, exitCode } = await world.call([
      'import',
      fixture('archive'),
      '--db',
      world.path('file/history.db'),
    ]);
    expect(stderr).toMatch(/cannot be created \((?:ENOTDIR|EEXIST)\): name a file in another folder with --db/);
    expect(exitCode).toBe(2);
  });

  it('because it is a folder', async () => {
    const { stderr, exitCode } = await world.call(['import', fixture('archive'), '--db', world.folder]);
    expect(stderr).toMatch(/cannot be opened/);
    expect(exitCode).toBe(2);
  });

  it.runIf(process.getuid?.() !== 0)('because it may not be written', async () => {
    await world.call(['import', fixture('archive')]);
    chmodSync(world.database, 0o400);
    const { stdout, stderr, exitCode } = await world.call(['import', fixture('archive-2019')]);
    expect(`${stdout}${stderr}`).toMatch(/cannot be written: give yourself write permission/);
    expect(exitCode).toBe(2);
  });

  it('does not exist yet: reading says how to make it, and makes none', async () => {
    for (const argv of [['links'], ['export'], ['backup', world.path('copy.db')], ['lint', '--facts', '-']]) {
      const { stderr, exitCode } = await world.call(argv, { stdin: 'Un texte https://example.org/a' });
      expect(stderr).toMatch(/no history yet .*: run tweetspan import <archive or export> first/);
      expect(exitCode).toBe(2);
    }
    expect(readdirSync(world.folder)).toEqual([]);
  });

  it('is made in the data folder with the folders above it when nothing names it', async () => {
    const { exitCode } = await runInProcess({
      argv: ['import', fixture('archive-2019'), '--quiet'],
      env: { XDG_DATA_HOME: world.path('data') },
    });
    expect(exitCode).toBe(0);
    expect(existsSync(world.path('data/tweetspan/history.db'))).toBe(true);
  });

  it('is not looked for in a wait that is none', async () => {
    const { stderr, exitCode } = await world.call(['import', fixture('archive')], {
      env: { TWEETSPAN_LOCK_WAIT: 'long' },
    });
    expect(stderr).toContain('TWEETSPAN_LOCK_WAIT is "long": use whole milliseconds');
    expect(exitCode).toBe(2);
  });
});

describe('a history of an older version', () => {
  it('is brought to the present one by the first program that opens it, and kept as it was beside', async () => {
    const database = engine.open(world.database);
    migrate(database, world.database, MIGRATIONS.slice(0, 1));
    database.close();
    expect(await world.call(['posts'])).toMatchObject({ exitCode: 0, stdout: 'no posts\n', stderr: '' });
    expect(readdirSync(world.folder)).toContain('history.db.bak-1');
    const after = engine.open(world.database, { readonly: true });
    expect(after.pragma('user_version')).toBe(PRESENT_VERSION);
    after.close();
  });
});

describe('problems of the store', () => {
  it.each([
    ['no-native-part', 69],
    ['locked', 75],
    ['full', 75],
    ['newer', 78],
    ['older', 78],
    ['read-only', 2],
    ['corrupt', 2],
    ['not-ours', 2],
    ['unreachable', 2],
    ['other-account', 2],
    ['file-exists', 2],
    ['post-taken', 2],
    ['no-folder', 2],
    ['another', 2],
  ])('%s ends the program with %s', (problem, exitCode) => {
    expect(exitCodeForProblem(problem)).toBe(exitCode);
  });
});
