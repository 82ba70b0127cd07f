import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProgress } from '#cli/terminal/progress.js';
import type { Shell } from '#cli/shell.js';
import { fixture, historyFolder, type HistoryFolder } from './history-folder.js';
import { buildZip } from '../../history/zip-file.js';

let world: HistoryFolder;
beforeEach(() => {
  world = historyFolder();
});
afterEach(() => world.remove());

describe('import', () => {
  it('that is interrupted before it began imports nothing and ends with 130', async () => {
    const { stdout, stderr, exitCode } = await world.call(['import', fixture('archive')], {
      interruption: AbortSignal.abort(),
    });
    expect(stdout).toBe('');
    expect(stderr).toBe('tweetspan: interrupted: nothing was imported\n');
    expect(exitCode).toBe(130);
    expect(readdirSync(world.folder)).toEqual([]);
  });

  it('that is interrupted in the middle of a file keeps nothing of it', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) =>
      JSON.stringify({ id: String(10_000 + index), text: `Un message ${index} `.repeat(8) }),
    );
    const large = world.put('large.jsonl', lines.join('\n'));
    const controller = new AbortController();
    const atWork = world.call(['import', large], { interruption: controller.signal });
    // Very few turns of the event loop: the file takes many more, however busy the machine is.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done));
    controller.abort();
    const outcome = await atWork;
    expect(outcome).toMatchObject({ stdout: '', exitCode: 130 });
    expect(outcome.stderr).toContain('interrupted: nothing was imported');
    expect(existsSync(world.database)).toBe(false);
    expect(await world.call(['import', large])).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['a file that does not exist', ['import', 'nosuch.csv']],
    ['a table of another kind', ['import', 'cells.csv']],
    ['keywords that do not exist', ['keywords', 'import', 'nosuch.csv']],
  ])('of %s makes no history', async (_, argv) => {
    world.put('cells.csv', 'a,b\n1,2\n');
    expect(await world.call(argv)).toMatchObject({ exitCode: 2 });
    expect(existsSync(world.database)).toBe(false);
    expect(await world.call(['hours'])).toMatchObject({ exitCode: 2, stderr: expect.stringMatching('no history yet') });
  });

  it('that fails leaves the history that is there, and says what is in it', async () => {
    await world.call(['import', fixture('archive')]);
    const failed = await world.call(['import', 'nosuch.csv']);
    expect(failed).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('Your history · 12 posts') });
  });

  it('names ten files that are refused for one reason, and counts the others', async () => {
    const names = Array.from({ length: 13 }, (_, index) => world.put(`cells-${index}.csv`, 'a,b\n1,2\n'));
    const { stdout } = await world.call(['import', ...names]);
    expect(stdout.match(/cells-\d+\.csv · not imported/g)).toHaveLength(10);
    expect(stdout).toContain('and 3 more files for the same reason');
    expect(stdout.match(/no column holds a post id/g)).toHaveLength(1);
  });

  it('takes a day for the time of counters that nothing dates, but none that lies ahead', async () => {
    await world.call(['import', fixture('analytics-old-excel'), '--observed-at', '2022-02-01']);
    const { stdout } = await world.call(['export', '--format', 'csv']);
    expect(stdout).toContain('analytics-old,exact,2022-02-01T23:59:59.000Z');
    const ahead = await world.call(['import', fixture('archive'), '--observed-at', '2030-01-01']);
    expect(ahead).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--observed-at is in the future') });
  });

  it('takes two accounts for one when it is told that one was renamed', async () => {
    const named = (handle: string): string => `account,id,text\n${handle},1${handle.length},Un texte de ${handle}\n`;
    const [before, after] = ['avant', 'maintenant'].map((handle) => world.put(`${handle}.csv`, named(handle)));
    await world.call(['import', before ?? '']);
    expect(await world.call(['import', after ?? ''])).toMatchObject({ exitCode: 2 });
    const renamed = await world.call(['import', after ?? '', '--also-known-as', '@Avant']);
    expect(renamed).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['en', 'their ids differ, so these are two accounts; name another file with --db'],
    ['fr', 'leurs identifiants diffèrent, ce sont donc deux comptes\u202f; indiquez un autre fichier avec --db'],
  ])('advises no change of name where two ids differ: %s', async (locale, advice) => {
    await world.call(['import', fixture('archive')]);
    const other = ['import', fixture('archive-other'), '--format', 'json', '--locale', locale];
    for (const argv of [other, [...other, '--also-known-as', '@exemple_compte']]) {
      const { stderr, exitCode } = await world.call(argv);
      expect({ stderr, exitCode }).toEqual({ stderr: expect.stringContaining(advice), exitCode: 2 });
      expect(stderr).not.toContain('--also-known-as');
    }
  });

  it('advises --also-known-as where handles alone differ, as it then helps', async () => {
    await world.call(['import', world.put('avant.csv', 'account,id,text\navant,1,Un texte\n')]);
    const { stderr } = await world.call([
      'import',
      world.put('apres.csv', 'account,id,text\napres,2,Un texte\n'),
      '--json',
    ]);
    expect(stderr).toContain('pass --also-known-as if the account was renamed');
  });

  it.each(['folder', 'zip'])('says in one line the name with line ends of a file: in a %s', async (kind) => {
    const name = 'un\nfaux\r\nnom\u2028\u0085\u2029\u001b[2J.csv';
    const [good, bad] = ['id,text\n1,Un texte\n', 'rien,de,connu\n1,2,3\n'];
    const names = { [`bad ${name}`]: bad, [`good ${name}`]: good };
    const path = world.path('named');
    if (kind === 'folder') {
      mkdirSync(path);
      for (const [file, content] of Object.entries(names)) world.put(join('named', file), content);
    } else {
      world.put('named', buildZip(Object.entries(names).map(([file, content]) => ({ name: file, content }))));
    }
    const text = (await world.call(['import', path, '--quiet'])).stdout;
    const json = await world.call(['import', path, '--json']);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(text.split('\n').filter((line) => /(?:bad|good) un/.test(line))).toHaveLength(2);
    expect(text).not.toMatch(/^\s*(?:faux|nom)/m);
    expect(json.stderr).toMatch(/^tweetspan: [^\p{Cc}\p{Zl}\p{Zp}]*bad un[^\p{Cc}\p{Zl}\p{Zp}]*\n$/u);
  });

  it('says at once what each file became with --quiet', async () => {
    const { stdout } = await world.call(['import', fixture('archive'), fixture('archive-2020'), '--quiet']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('lists', () => {
  it('are whole with -n 0, and say when they are cut', async () => {
    await world.call(['import', fixture('archive')]);
    expect(await world.json('posts', '-n', '3')).toMatchObject({ posts: [{}, {}, {}], more: true });
    expect(await world.json('posts', '-n', '0')).toMatchObject({ more: false });
    expect((await world.call(['posts', '-n', '12'])).stderr).toBe('');
    expect((await world.call(['posts', '-n', '11'])).stderr).toBe('tweetspan: more than 11; -n 0 shows all\n');
  });

  it.each([40, 60, 80, 120])('fit into %i columns, without colour in a pipe', async (columns) => {
    await world.call(['import', fixture('archive'), fixture('analytics-new')]);
    for (const argv of [['links'], ['posts'], ['contacts'], ['import', fixture('refused')]]) {
      const { stdout } = await world.call(argv, { env: { COLUMNS: String(columns) } });
      for (const line of stdout.split('\n').filter((text) => !text.includes(world.folder))) {
        expect(line.length, line).toBeLessThanOrEqual(Math.max(columns, 60));
      }
      expect(stdout).not.toContain('\u001b');
    }
  });

  it('are in colour at a terminal, with the same words', async () => {
    await world.call(['import', fixture('archive')]);
    const { stdout } = await world.call(['links'], { columns: 80 });
    expect(stdout).toContain('\u001b[1m');
    // oxlint-disable-next-line no-control-regex -- colours are what is taken away
    expect(stdout.replace(/\u001b\[\d+m/g, '')).toBe((await world.call(['links'])).stdout);
  });
});

describe('contacts', () => {
  it('opt out once, whatever the case, and in again', async () => {
    const said = async (...argv: string[]): Promise<string> => (await world.call(['contacts', ...argv])).stdout;
    expect(await said('opt-out', '@Voisine')).toBe('@Voisine opted out\n');
    expect(await said('opt-out', 'voisine')).toBe('@voisine had already opted out\n');
    expect(await said('list', '--format', 'csv')).toContain('voisine,0,0,0,,,true');
    expect(await said('opt-in', 'VOISINE')).toBe('@VOISINE may be mentioned again\n');
    expect(await said('opt-in', 'voisine')).toBe('@voisine had not opted out\n');
    expect(await said()).toBe('no contacts\n');
  });
});

describe('a line of progress', () => {
  /** A terminal that keeps what is drawn on it. */
  function terminal(columns: number | undefined) {
    const drawn: string[] = [];
    const stream = Object.assign(new PassThrough(), {
      isTTY: true,
      columns,
      cursorTo: () => true,
      clearLine: () => true,
      moveCursor: () => true,
    });
    stream.on('data', (chunk: Buffer) => drawn.push(chunk.toString()));
    return { drawn, stream: stream as unknown as NodeJS.WriteStream };
  }
  const shellWith = (stream: NodeJS.WriteStream, more: Partial<Shell['stderr']>, env: Shell['env'] = {}): Shell =>
    ({ env, stderr: { isTTY: true, columns: 80, stream, write: () => undefined, ...more } }) as unknown as Shell;

  it('is drawn on a terminal, in one line, and is gone when it stops', async () => {
    const { drawn, stream } = terminal(80);
    const progress = await openProgress(shellWith(stream, {}), false, 'start');
    progress.say('archive.zip · 1000 rows of a file whose name is longer than any terminal is wide, by far '.repeat(2));
    progress.stop();
    expect(drawn.join('')).toContain('start');
    expect(drawn.join('')).not.toContain('\n');
  });

  it.each<[string, Partial<Shell['stderr']>, Shell['env']]>([
    ['in a pipe', { isTTY: false, columns: undefined }, {}],
    ['on a terminal of no columns', { columns: undefined }, {}],
    ['on a terminal that can only print', {}, { TERM: 'dumb' }],
    ['in a workflow', {}, { CI: 'true' }],
  ])('is not drawn %s', async (_, stderr, env) => {
    const { drawn, stream } = terminal(80);
    const progress = await openProgress(shellWith(stream, stderr, env), true, 'start');
    progress.say('more');
    progress.stop();
    expect(drawn).toEqual([]);
  });
});
