import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecayDocument } from '#report/documents/decay.js';
import type { PlanDocument } from '#report/documents/plan.js';
import type { SuggestDocument } from '#report/documents/suggest.js';
import { runInProcess } from './run.js';
import { DAY, HOUR, linkHistory, linkPost, NOW, writeHistory } from './timing-history.js';

const STRONG = 'https://example.org/strong';
const FRESH_TEXT = `Trois questions à poser avant de signer un bail : la checklist des locataires ${STRONG} #logement #bail`;
const SHORT = 'https://t.co/AAAAAAAAA1';

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-suggest-'));
  await writeHistory(file('links.db'), [
    ...linkHistory(),
    linkPost(NOW - 30 * DAY - HOUR, 60, STRONG, 'Comment lire un bail : le guide des clauses'),
    linkPost(NOW - 31 * DAY - HOUR, 50, 'https://example.org/news', 'Rendez-vous samedi au salon du logement'),
    linkPost(NOW - 32 * DAY - HOUR, 50, 'https://example.org/named', 'Le guide des charges, avec @example_shy'),
    linkPost(NOW - 900 * DAY, 90, 'https://example.org/old', 'Le guide du chauffage'),
  ]);
  writeFileSync(file('strong.md'), FRESH_TEXT);
  await runInProcess({ argv: ['contacts', 'opt-out', '@example_shy', '--db', file('links.db')], now: NOW });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...argv: readonly string[]) =>
  runInProcess({ argv: [...argv, '--db', file('links.db')], now: NOW, env: { TZ: 'Europe/Paris' } });
const suggest = async (...argv: readonly string[]): Promise<SuggestDocument> =>
  JSON.parse((await run('suggest', ...argv, '--json')).stdout) as SuggestDocument;

describe('what is suggested', () => {
  it('is the strongest link that is due, first, with its slot within seven days and what it should bring', async () => {
    const { links, usual } = await suggest();
    const [first] = links;
    expect(first?.link).toBe('example.org/strong');
    expect(first?.gain.times).toBeGreaterThan(1.5);
    expect(first?.gain.mean).toBeGreaterThan(usual);
    expect(Date.parse(first?.at ?? '')).toBeLessThan(NOW + 7 * DAY);
  });

  it('is never longer than half of what the account posts in a week', async () => {
    const { links, rhythm } = await suggest('-n', '50');
    expect(links.length).toBeLessThanOrEqual(Math.max(1, Math.round(rhythm.postsPerWeek / 2)));
  });

  it('leaves out what is tied to its day, what names people who opted out, and what is years old', async () => {
    const { links, left } = await suggest('-n', '50');
    const named = links.map(({ link }) => link);
    for (const path of ['news', 'named', 'old', 'guide-logement']) expect(named).not.toContain(`example.org/${path}`);
    const causes = left.map(({ cause }) => cause);
    expect(causes).toEqual(expect.arrayContaining(['tied to its day', 'opted out', 'too old']));
  });

  it('agrees with decay', async () => {
    const { links } = await suggest('-n', '50');
    const decay = JSON.parse((await run('decay', '-n', '0', '--json')).stdout) as DecayDocument;
    const verbs = new Map(decay.links.map(({ link, advice }) => [link, advice.verb]));
    for (const { link } of links) expect(['repost now', 'wait until']).toContain(verbs.get(link));
    expect(verbs.get('example.org/news')).toBe('rewrite first');
    expect(verbs.get('example.org/old')).toBe('let it rest');
  });

  it('leaves an hour to write the text, and says up to when the posts go', async () => {
    const { links, newestPost } = await suggest('-n', '50');
    for (const { at } of links) expect(Date.parse(at)).toBeGreaterThanOrEqual(NOW + HOUR);
    expect(newestPost).toMatch(/^2026-/);
  });

  it('says which text is ready', async () => {
    const { links } = await suggest(file('strong.md'));
    expect(links[0]?.text).toMatchObject({ text: FRESH_TEXT, origin: 'draft' });
  });
});

describe('suggest --plan', () => {
  it('refuses to ask where nobody can answer', async () => {
    const { exitCode, stderr } = await run('suggest', file('strong.md'), '--plan', '--json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--yes');
  });

  it('queues the links that have a text, in the slots that were shown, and does not suggest them again', async () => {
    const { links, queued } = await suggest(file('strong.md'), '--plan', '--yes');
    expect(queued).toHaveLength(1);
    const { stdout } = await run('queue', '--json');
    expect(stdout).toContain(links[0]?.at ?? '?');
    const again = await suggest();
    expect(again.links.map(({ link }) => link)).not.toContain('example.org/strong');
    expect(again.left).toContainEqual(expect.objectContaining({ cause: 'planned already' }));
  });
});

describe('decay', () => {
  it.each([
    ['a short link', SHORT],
    ['its identity', 'example.org/strong'],
    ['an address with everything', 'http://www.example.org/strong/?utm_source=x'],
    ['a part of it', 'strong'],
    ['its number in the list', '1'],
  ])('finds a link by %s', async (_, named) => {
    const { stdout, exitCode } = await run('decay', named, '--json');
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout) as DecayDocument).links).toHaveLength(1);
  });

  it('finds a link by the id of one of its posts', async () => {
    const listed = JSON.parse((await run('posts', '--search', 'clauses', '--json')).stdout) as {
      posts: { id: string }[];
    };
    const { stdout } = await run('decay', listed.posts[0]?.id ?? '', '--json');
    expect((JSON.parse(stdout) as DecayDocument).links[0]?.link).toBe('example.org/strong');
  });

  it('sorts by gain and keeps one advice', async () => {
    const { stdout } = await run('decay', '--sort', 'gain', '--advice', 'rewrite-first', '--json', '-n', '0');
    const { links } = JSON.parse(stdout) as DecayDocument;
    expect(links.length).toBeGreaterThan(1);
    expect(links.every(({ advice }) => advice.verb === 'rewrite first')).toBe(true);
    const gains = links.map(({ advice }) => advice.gain.mean);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });
});

describe('schedule', () => {
  const plan = async (...argv: readonly string[]): Promise<PlanDocument> =>
    JSON.parse((await run('schedule', ...argv, '--dry-run', '--json')).stdout) as PlanDocument;

  it('stops at what lint calls untrue, in any text of the draft, unless it is forced, which it says', async () => {
    writeFileSync(
      file('untrue.md'),
      '---\ncampaign: { variants: ["Plus que demain pour lire nos conseils sur le bail https://example.org/untrue"] }\n---\nLes clauses à relire avant de signer un bail, une par une https://example.org/untrue #bail',
    );
    const stopped = await plan(file('untrue.md'));
    expect(stopped.problems).toContainEqual(
      expect.objectContaining({ code: 'lint-error', messageId: 'ephemeralVariant' }),
    );
    const forced = await plan(file('untrue.md'), '--force');
    expect(forced.problems.map(({ code }) => code)).not.toContain('lint-error');
    expect(forced.notes).toContainEqual(expect.objectContaining({ code: 'forced' }));
  });

  it('gives no slot after a day that the text names', async () => {
    writeFileSync(
      file('dated.md'),
      'Les portes ouvertes du 6 mars 2026 : trois visites à ne pas manquer https://example.org/dated #logement',
    );
    const passed = (document: PlanDocument): boolean => document.problems.some(({ code }) => code === 'day-passed');
    expect(passed(await plan(file('dated.md'), '--from', '2026-03-09'))).toBe(true);
    expect(passed(await plan(file('dated.md'), '--until', '2026-03-05'))).toBe(false);
  });

  it('plans as many posts as there are texts where nothing says how many', async () => {
    writeFileSync(
      file('plain.md'),
      'Ce que change la nouvelle carte des loyers pour vous https://example.org/plain #loyer',
    );
    expect((await plan(file('plain.md'))).items).toHaveLength(1);
    expect((await plan(file('plain.md'), '--reposts', '0')).items).toHaveLength(1);
    expect((await plan(file('plain.md'), '--reposts', '2')).requested).toBe(3);
  });

  it('says what decay says of a link that it plans all the same', async () => {
    writeFileSync(file('old.md'), 'Un autre regard sur le chauffage collectif en hiver https://example.org/old');
    const { stdout } = await run('schedule', file('old.md'), '--dry-run', '--json', '--reposts', '1');
    const { notes } = JSON.parse(stdout) as PlanDocument;
    expect(notes).toContainEqual(expect.objectContaining({ code: 'advised-against', verb: 'let it rest' }));
  });
});
