import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHistory } from '#cli/history-database.js';
import type { AskDocument, KitDocument, PinDocument } from '#report/documents/outreach.js';
import { runInProcess, worldOf, type Outcome } from '../cli/run.js';
import { makeKitOfTwelve, readKitFile, runPeople } from './team-of-twelve.js';

const DAY = 86_400_000;
/** Monday 2026-03-02, noon UTC. */
const NOW = Date.UTC(2026, 2, 2, 12);

/** A folder of its own, with files, where the program is run. */
function folderWith(files: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'tweetspan-people-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const env = { TWEETSPAN_DB: join(cwd, 'history.db'), TZ: 'Europe/Paris' };
  return {
    cwd,
    run: (argv: readonly string[], now = NOW): Promise<Outcome> => runInProcess({ argv, cwd, env, now }),
  };
}

const DRAFT = `---
title: Renting in Lyon
lang: en
campaign:
  ask: { to: ["@example_friend"], text: "Could you repost our guide?" }
  variants:
    - "Noise, heating, service charges: three questions to put before you sign a lease https://example.org/guide"
    - "A checklist for moving out with your whole deposit in hand https://example.org/guide"
---
How to choose a flat in Lyon without regrets: our guide, district by district https://example.org/guide #renting #Lyon
`;

describe('kit', () => {
  test('for twelve people in two languages is as it was, in each of its forms', async () => {
    const { folder } = await makeKitOfTwelve(['--utm']);
    for (const ending of ['html', 'md', 'txt', 'csv']) {
      await expect(readKitFile(folder, `kit.${ending}`)).toMatchFileSnapshot(
        `../../fixtures/people/kit-of-twelve.${ending}.txt`,
      );
    }
    expect(readdirSync(join(folder, 'people'))).toHaveLength(12);
  });

  test('remembers who was given what: nobody gets two posts of one link in a week, unless named', async () => {
    const { db, document } = await makeKitOfTwelve();
    expect(document.recorded).toBe(true);
    const again = async (more: readonly string[], now: number): Promise<KitDocument> =>
      JSON.parse(
        (await runPeople(['kit', 'guide.fr.md', '--for', 'team.csv', '--json', ...more], db, now)).stdout,
      ) as KitDocument;
    const next = await again([], NOW + 6 * DAY);
    expect(next.posts).toEqual([]);
    expect(new Set(next.spared.map(({ why }) => why))).toEqual(new Set(['given', 'no-consent', 'opted-out']));
    const tired = await again([], NOW + 8 * DAY);
    expect(new Set(tired.spared.map(({ why }) => why))).toEqual(new Set(['tired', 'no-consent', 'opted-out']));
    const named = await again(['--again', '@Example_Hugo'], NOW + DAY);
    const before = new Set(document.posts.map(({ text }) => text));
    expect([...named.posts, ...named.unserved].map(({ handle }) => handle)).toEqual(['example_hugo']);
    expect(named.posts.filter(({ text }) => before.has(text))).toEqual([]);
  });

  test('without enough honest texts says how many can be served, and what to write', async () => {
    const { run } = folderWith({
      'draft.md': DRAFT,
      'team.csv': `handle,agreed\n${Array.from({ length: 5 }, (_, index) => `example_${index},2026-01-10`).join('\n')}\n`,
    });
    const { stdout, exitCode } = await run(['kit', 'draft.md', '--for', 'team.csv']);
    expect(stdout).toMatch(/[23] of 5 people can be served/);
    expect(stdout).toMatch(/texts? (?:is|are) missing/);
    expect(stdout).toContain('one figure from the page');
    expect(exitCode).toBe(1);
  });

  test.each([
    [
      'a draft without variants',
      { 'draft.md': 'Just one sentence on flats https://example.org/guide\n' },
      /0 of 1|text is missing/,
    ],
    ['a table without handles', { 'team.csv': 'name,mail\nAda,ada@example.org\n' }, /no column holds handles/],
    ['a table that is none', { 'team.csv': '\u0000\u0001' }, /neither UTF-8 nor UTF-16/],
    ['an empty table', { 'team.csv': 'handle,agreed\n' }, /lists no one/],
    ['a draft without a link', { 'draft.md': 'No link here, only words on flats in Lyon\n' }, /has no link/],
  ] as const)('of %s: a clear line', async (_, files, line) => {
    const { run } = folderWith({ 'draft.md': DRAFT, 'team.csv': 'handle,agreed\nexample_ada,2026-01-10\n', ...files });
    const { stdout, stderr, exitCode } = await run(['kit', 'draft.md', '--for', 'team.csv']);
    expect(`${stdout}${stderr}`).toMatch(line);
    expect(exitCode).not.toBe(0);
    expect(stderr).not.toContain('internal error');
  });

  test('of 5,000 people is made in one go', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `example_${index};2026-01-10`);
    const { run } = folderWith({ 'draft.md': DRAFT, 'team.csv': `\ufeffcompte;accord\r\n${rows.join('\r\n')}\r\n` });
    const { stdout } = await run(['kit', 'draft.md', '--for', 'team.csv', '--json']);
    const kit = JSON.parse(stdout) as KitDocument;
    expect(kit.wanted).toBe(5000);
    expect(kit.posts.length + kit.unserved.length).toBe(5000);
    expect(kit.posts.length).toBeGreaterThanOrEqual(2);
  });

  test('forgets a person wholly, and does not learn of them again by an import', async () => {
    const { db } = await makeKitOfTwelve();
    const { stdout: exported } = await runPeople(['export', '--format', 'jsonl'], db);
    expect(exported).toContain('example_chloe');
    await runPeople(['contacts', 'forget', '@example_chloe'], db);
    const file = join(mkdtempSync(join(tmpdir(), 'tweetspan-forget-')), 'history.jsonl');
    writeFileSync(file, exported);
    await runPeople(['import', file], db);
    const { stdout } = await runPeople(['export', '--format', 'jsonl'], db);
    expect(stdout).toContain('example_hugo');
    expect(stdout.split('example_chloe')).toHaveLength(2);
    expect(stdout).toMatch(/"handle":"example_chloe","notedAt"|"handle":"example_chloe","forgotten"/);
  });
});

/** A history with three posts of links, and a person met. */
const POSTS = [
  'id,text,at,likes,reposts',
  `2028000000000000000,"How to choose a flat in Lyon https://example.org/guide with @example_met",${new Date(NOW - 2 * DAY).toISOString()},9,4`,
  `2028100000000000000,"A short address for a long read https://bit.ly/abc",${new Date(NOW - DAY).toISOString()},40,9`,
  '',
].join('\n');

describe('ask', () => {
  test('before the post says that it is to come, and records nothing', async () => {
    const { run } = folderWith({ 'draft.md': DRAFT });
    const { stdout, exitCode } = await run(['ask', 'draft.md']);
    expect(stdout).toContain('{post}');
    expect(stdout).toContain('not posted yet');
    expect(exitCode).toBe(0);
    const sent = await run(['ask', 'draft.md', '--sent']);
    expect(sent.exitCode).toBe(2);
    expect(sent.stderr).toContain('not posted yet');
  });

  test('after it has the URL and a thank-you, and leaves people in peace once it was sent', async () => {
    const { run } = folderWith({ 'draft.md': DRAFT, 'posts.csv': POSTS });
    await run(['import', 'posts.csv']);
    const asked = JSON.parse((await run(['ask', 'draft.md', '--sent', '--json'])).stdout) as AskDocument;
    expect(asked.message).toBe(
      'Could you repost our guide?\n\nhttps://x.com/i/status/2028000000000000000\n\nThank you!',
    );
    expect(asked.added).toEqual(['post', 'thanks']);
    expect(asked.asks).toBe(true);
    expect(new URL(asked.open).searchParams.get('text')).toBe(asked.message);
    const again = await run(['ask', 'draft.md']);
    expect(again.stdout).toMatch(/@example_friend: was asked or given a post today/);
    expect(again.exitCode).toBe(1);
    const lint = await run(['lint', 'draft.md', '--facts']);
    expect(lint.stdout).toMatch(/@example_friend was asked today/);
  });

  test('without names proposes those met with the link, with when and how often', async () => {
    const { run } = folderWith({ 'posts.csv': POSTS });
    await run(['import', 'posts.csv']);
    const { stdout, stderr } = await run(['ask', 'example.org/guide']);
    expect(stdout).toContain('@example_met: met 1 time, last on Sun, Mar 1, 2026');
    expect(stderr).toContain('sends no message');
    await run(['contacts', 'opt-out', '@example_met']);
    expect((await run(['ask', 'example.org/guide'])).stdout).toContain('@example_met: opted out');
  });

  test.each([
    ['more than X takes', ['--group-size', '50'], /whole number from 1 to 49/],
    ['a handle that is none', ['--to', '@élise'], /a handle, such as @example/],
    ['a URL of no post', ['--post', 'https://example.org/1'], /not a post URL/],
  ])('refuses %s', async (_, more, line) => {
    const { run } = folderWith({ 'draft.md': DRAFT });
    const { stderr, exitCode } = await run(['ask', 'draft.md', ...more]);
    expect(stderr).toMatch(line);
    expect(exitCode).toBe(2);
  });
});

describe('pin', () => {
  test('chooses the post whose link still gets most, but none behind a short link', async () => {
    const { run } = folderWith({ 'draft.md': DRAFT, 'posts.csv': POSTS });
    await run(['import', 'posts.csv']);
    const pin = JSON.parse((await run(['pin', '--json'])).stdout) as PinDocument;
    expect(pin.verb).toBe('pin');
    expect(pin.post?.link).toBe('example.org/guide');
    expect(pin.refused).toMatchObject([{ why: 'shortened', detail: 'bit.ly' }]);
  });

  test('holds one campaign at a time, and says when to unpin', async () => {
    const { run } = folderWith({ 'draft.md': DRAFT, 'posts.csv': POSTS });
    await run(['import', 'posts.csv']);
    await run(['pin', 'example.org/guide', '--done', '--until', '2026-03-05']);
    const kept = JSON.parse((await run(['pin', '--json'])).stdout) as PinDocument;
    expect(kept.verb).toBe('keep');
    expect(kept.pinned?.until).toBe('2026-03-05T22:59:59.999Z');
    const over = JSON.parse((await run(['pin', 'draft.md', '--json'], NOW + 10 * DAY)).stdout) as PinDocument;
    expect([over.verb, over.why]).toEqual(['unpin', 'until']);
    expect((await run(['pin', '--off'])).stderr).toContain('nothing is pinned any more');
    expect((await run(['pin', '--off'])).stderr).toContain('Nothing is recorded as pinned');
  });

  test('of a link that is not posted yet: a clear line', async () => {
    const { run } = folderWith({
      'draft.md': DRAFT.replaceAll('example.org/guide', 'example.org/new'),
      'posts.csv': POSTS,
    });
    await run(['import', 'posts.csv']);
    const { stderr, exitCode } = await run(['pin', 'draft.md']);
    expect(stderr).toContain('not posted yet');
    expect(exitCode).toBe(2);
  });
});

describe('steps that only a person can take', () => {
  const PLANNED = DRAFT.replace(
    'campaign:',
    'campaign:\n  pin: true\n  reposts: 1\n  gap: 1d\n  ambassadors: ["@example_ada"]',
  );

  test('are planned, queued, in the calendar, in suggestions, and end when they are done', async () => {
    const { run, cwd } = folderWith({
      'draft.md': PLANNED.replace(
        'ambassadors: ["@example_ada"]',
        'ambassadors: [{ handle: "@example_ada", text: "I read it before I signed my lease and it saved me two mistakes https://example.org/guide" }]',
      ),
    });
    const planned = await run(['schedule', 'draft.md', '--mode', 'remind', '--yes', '--ics', 'plan.ics']);
    expect(planned.stderr).not.toContain('internal');
    for (const step of ['Hand out the kit', 'Pin the post', 'Ask people for help', 'Unpin the post']) {
      expect(planned.stdout).toContain(step);
      expect(readFileSync(join(cwd, 'plan.ics'), 'utf8')).toContain(`SUMMARY:${step}`);
    }
    const queue = JSON.parse((await run(['queue', '--json'])).stdout) as {
      people: { id: string; step: string; kind: string }[];
    };
    expect(queue.people.map(({ step, kind }) => `${kind} ${step}`)).toEqual([
      'person kit',
      'person pin',
      'person ask',
      'person unpin',
    ]);
    expect((await run(['queue', '--format', 'ics'])).stdout).toContain('SUMMARY:Pin the post');
    expect((await run(['queue', 'done', 'p2'])).stdout).toContain('p2: done');
    expect((await run(['queue', 'done', 'p2'])).exitCode).toBe(2);
    expect((await run(['queue', 'done', 'p99'])).stderr).toContain('there is no step p99');
    expect((await run(['queue', 'done', 'seven'])).exitCode).toBe(2);
    expect((await run(['queue'])).stdout).not.toContain('Pin the post (draft.md)');
  });

  test('are reminded of by the user’s command once, and nothing is sent', async () => {
    const { cwd } = folderWith({});
    const { shell } = worldOf({ argv: [], cwd, env: { TWEETSPAN_DB: join(cwd, 'history.db') }, now: NOW });
    const history = await openHistory(shell, { readonly: false });
    await history.steps.add(
      [{ kind: 'pin', link: 'example.org/guide', draft: 'draft.md', dueAt: NOW - 1000, zone: 'UTC' }],
      NOW,
    );
    const { remindOfSteps } = await import('#queue/remind.js');
    const reminded: string[] = [];
    const people = {
      steps: history.steps,
      notify: async ({ kind }: { kind: string }) => (reminded.push(kind), ['command' as const]),
    };
    await remindOfSteps({ people, now: () => NOW });
    await remindOfSteps({ people, now: () => NOW });
    expect(reminded).toEqual(['pin']);
    expect(await history.steps.list({ isOpen: true }, 10)).toMatchObject([{ state: 'reminded' }]);
    history.close();
  });
});
