import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourcePost } from '#history/ports.js';
import { runInProcess, type Outcome } from './run.js';
import { DAY, GUIDE, HOUR, linkPost, NOW, post, postsWithHours, readings, writeHistory } from './timing-history.js';

const LINK = 'https://example.org/a';
const linked = (at: number, rest: Partial<SourcePost>): SourcePost =>
  post(at, { links: [{ short: 'https://t.co/A', target: LINK }], text: `Un guide ${at} ${LINK}`, ...rest });
const after = (days: number, likes: number) => (at: number) => readings(at, [[days * DAY, likes]]);
/** Forty posts on forty days, so that hours are looked at. */
const forty = (make: (at: number, index: number) => SourcePost): SourcePost[] =>
  Array.from({ length: 40 }, (_, index) => make(NOW - (10 + index) * DAY, index));

const HISTORIES: Readonly<Record<string, readonly SourcePost[]>> = {
  none: [],
  one: [linked(NOW - 20 * DAY, { observations: after(8, 4)(NOW - 20 * DAY) })],
  'one-hour': forty((at, index) => linked(at, { observations: after(8, index % 5)(at) })),
  zeros: forty((at, index) =>
    linked(at - (index % 12) * HOUR, { observations: after(8, 0)(at - (index % 12) * HOUR) }),
  ),
  'one-observation': [
    linked(NOW - 30 * DAY, { observations: after(9, 12)(NOW - 30 * DAY) }),
    linked(NOW - HOUR, { observations: readings(NOW - HOUR, [[HOUR / 2, 6]]) }),
  ],
  'going-down': [
    linked(NOW - 2 * DAY, {
      observations: readings(NOW - 2 * DAY, [
        [HOUR, 9],
        [DAY, 7],
      ]),
    }),
  ],
  'clock-before': [
    linked(NOW - 2 * DAY, {
      observations: readings(NOW - 2 * DAY, [
        [-HOUR, 3],
        [DAY, 7],
      ]),
    }),
  ],
  'unknown-date': [
    linked(NOW - 20 * DAY, {
      observations: [{ source: 'table', observed: { certainty: 'unknown' }, counters: { likes: 8 } }],
    }),
  ],
  'unknown-hour': [linked(NOW - 20 * DAY, { precision: 'day' })],
  uncounted: [linked(NOW - 20 * DAY, {})],
  future: [linked(NOW + DAY, {})],
  evenings: postsWithHours(60, () => 0),
  guide: [linkPost(NOW - 3 * HOUR, 12, GUIDE, 'Comment choisir un logement : nos conseils')],
};

const DRAFT =
  '---\nlang: fr\ncampaign: { zone: Europe/Paris }\n---\nComment choisir son logement à Lyon ? 5 points ' +
  `${GUIDE} #Lyon #logement\n`;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-timing-bad-'));
  for (const [name, posts] of Object.entries(HISTORIES)) await writeHistory(join(folder, `${name}.db`), posts);
  writeFileSync(join(folder, 'draft.md'), DRAFT);
  writeFileSync(join(folder, 'no-link.md'), 'Un brouillon sans lien, mais avec assez de texte pour être lu\n');
  writeFileSync(join(folder, 'not-ours.db'), 'no database');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (argv: readonly string[]): Promise<Outcome> =>
  runInProcess({ argv, cwd: folder, env: { TZ: 'Europe/Paris', HOME: folder, COLUMNS: '200' }, now: NOW });
/** The sentences of a report, however its lines are broken. */
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ');
const MADE_UP = /NaN|undefined|Infinity|\[object|null %/;

describe('a history that tells little', () => {
  const CASES: readonly [history: string, argv: string[], parts: string[]][] = [
    ['none', ['hours'], ['Not enough data: 0 posts on 0 days (need 30 on 10)', 'compared with the average hour']],
    ['none', ['decay'], ['Your history has no link with a post of known time']],
    ['none', ['audit'], ['Not enough data: 0 posts (need 30 on 10 days)']],
    [
      'one',
      ['hours'],
      ['Not enough data: 1 post on 1 day', 'typical curve of public accounts (2010–2021), not yours', '29 more posts'],
    ],
    ['one', ['decay'], ['1 post', '4 so far', 'typical, not yours']],
    ['one', ['decay', LINK], ['7-day total 4 counted', 'typical, not yours']],
    ['one', ['audit'], ['Not enough data: 1 post (need']],
    ['one-hour', ['hours'], ['No best hour shows in your 40 posts', 'typical curve']],
    ['zeros', ['hours'], ['No best hour shows in your 40 posts (p = 1.000)']],
    ['zeros', ['decay', LINK], ['0 so far']],
    ['zeros', ['audit'], ['The score does not predict']],
    ['one-observation', ['decay', LINK], ['7-day total 12 counted', '6 so far, 7-day total']],
    ['going-down', ['decay', LINK], ['9 so far', '1 reading is lower than an earlier one', 'the earlier one counts']],
    ['clock-before', ['decay', LINK], ['1 reading was made before the post was published', 'left out']],
    ['unknown-date', ['decay', LINK], ['7-day total 8 counted', '1 post was counted on an unknown date']],
    ['uncounted', ['decay', LINK], ['1 post has no count of reactions: expectations are typical']],
    ['uncounted', ['hours'], ['Not enough data: 0 posts', '1 post without a count']],
    ['unknown-hour', ['hours'], ['1 post without a known hour']],
    ['unknown-hour', ['decay'], ['no link with a post of known time']],
    ['future', ['decay'], ['no link with a post of known time']],
    ['none', ['suggest'], ['Your history has no links']],
    ['one', ['suggest'], ['Room for 1 repost']],
    ['uncounted', ['suggest'], ['No link is worth reposting this week', '1 link: no counts of reactions']],
    ['future', ['suggest'], ['No link is worth reposting this week']],
  ];

  it.each(CASES)('%s: %j says so, makes no figure up and exits with 0', async (history, argv, parts) => {
    const { stdout, stderr, exitCode } = await call([...argv, '--db', `${history}.db`]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const part of parts) expect(unwrapped(stdout)).toContain(part);
    expect(stdout).not.toMatch(MADE_UP);
  });

  it.each(CASES)('%s: %j as JSON has numbers or null', async (history, argv) => {
    const { stdout, exitCode } = await call([...argv, '--db', `${history}.db`, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.stringify(JSON.parse(stdout))).not.toMatch(MADE_UP);
  });

  it('never shows a half-life of its own below 5 reactions, nor a map of the week below 30 posts', async () => {
    const decay = await call(['decay', LINK, '--db', 'one.db']);
    expect(unwrapped(decay.stdout)).toContain('61 min (18 min – 3 h)');
    const hours = await call(['hours', '--db', 'one.db']);
    expect(hours.stdout).not.toMatch(/░|▓/);
  });
});

describe('a call that cannot be followed ends with 2 and one sentence', () => {
  it.each<[string[], string]>([
    [['hours', '--db', 'one.db', '--zone', 'Mars/Olympus'], 'use an IANA time zone such as Europe/Paris'],
    [['decay', '--db', 'one.db', '--zone', 'Atlantis'], 'use an IANA time zone such as Europe/Paris'],
    [['schedule', 'draft.md', '--dry-run', '--zone', 'Atlantis'], 'use an IANA time zone such as Europe/Paris'],
    [['hours', '--db', 'absent.db'], 'no history yet'],
    [['hours', '--db', 'not-ours.db'], 'not-ours.db'],
    [['hours', '--db', 'evenings.db', '--metric', 'clicks'], 'no usable post has a count of link clicks'],
    [['hours', '--db', 'one.db', '--metric', 'views'], 'use one of reactions, impressions, clicks'],
    [['hours', '--db', 'one.db', '--seed', '-1'], 'use a whole number from 0 to 4,294,967,295'],
    [['hours', '--db', 'one.db', '--html', 'absent/hours.html'], 'cannot write the page (ENOENT)'],
    [['decay', 'https://example.org/b', '--db', 'one.db'], 'no post of https://example.org/b is in your history'],
    [['decay', LINK, '--db', 'unknown-hour.db'], 'has a known time'],
    [['decay', '--db', 'one.db', '--limit', 'few'], 'use a whole number from 0'],
    [['schedule', 'draft.md', '--json'], 'with JSON nothing is asked: pass --yes'],
    [['schedule', 'draft.md', '--dry-run', '--if-missed', 'never'], 'use skip, next-slot or a duration'],
    [
      ['schedule', 'draft.md', '--dry-run', '--mode', 'api', '--ics', 'x.ics'],
      '--ics is for posts that you make by hand',
    ],
    [['schedule', 'absent.md', '--dry-run'], 'no such file'],
    [['schedule', 'no-link.md', '--dry-run'], 'the draft has no link'],
    [['schedule', 'draft.md', '--dry-run', '--db', 'absent.db'], 'no history yet'],
    [['schedule', 'draft.md', '--dry-run', '--gap', 'two days'], 'use a duration such as 90m, 36h, 2d or 1w'],
    [['schedule', 'draft.md', '--dry-run', '--window', '25:00-26:00'], 'use a time range such as 08:00-20:00'],
    [['schedule', 'draft.md', '--dry-run', '--from', '2026-02-30'], 'use a date such as 2026-12-31'],
    [['schedule', 'draft.md', '--dry-run', '--until', '2026-02-01'], '--until 2026-02-01 is not after now'],
    [['schedule', 'draft.md', '--dry-run', '--skip-day', 'someday'], 'use weekdays, dates or ranges'],
    [['schedule', 'draft.md', '--dry-run', '--reposts', '21'], 'use a whole number from 0 to 20'],
    [['schedule', 'draft.md', '--dry-run', '--from', '2020-01-01'], 'is in the past'],
    [['schedule', 'draft.md', '--dry-run', '--until', '9999-12-31'], 'more than 2 years ahead'],
    [['schedule', 'draft.md', '--dry-run', '--gap', '900w'], 'use a duration'],
    [['schedule', 'draft.md', '--dry-run', '--gap', 'Infinity'], 'use a duration'],
    [['schedule', 'draft.md', '--dry-run', '--reposts', '1000000'], 'use a whole number from 0 to 20'],
    [['schedule', 'draft.md', '--dry-run', '--reposts', 'NaN'], 'use a whole number from 0 to 20'],
    [['schedule', 'draft.md', '--dry-run', '--from', '0000-01-01'], 'is in the past'],
    [['schedule', 'draft.md', '--dry-run', '--until', '0000-01-01'], 'is not after now'],
    [['schedule', 'draft.md', '--dry-run', '--from', '275760-09-13'], 'use a date such as 2026-12-31'],
    [['schedule', 'draft.md', '--dry-run', '--metric', 'views'], 'use one of reactions, impressions, clicks, visits'],
    [['suggest', '--db', 'one.db', '-n', '0'], 'use a whole number from 1 to 100'],
    [['suggest', '--db', 'absent.db'], 'no history yet'],
  ])('%j', async (argv, sentence) => {
    const { stdout, stderr, exitCode } = await call(argv);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });
});

describe('a plan that does not fit ends with 1, and shows what does', () => {
  it.each<[string[], string]>([
    [['--until', '2026-03-04', '--reposts', '6'], 'Only 3 of 7 posts fit: choose a later --until'],
    [['--window', '03:00-04:00', '--until', '2026-03-02'], 'leave no time to post: widen one of them'],
    [['--skip-day', 'mon', '--skip-day', '2026-03-03', '--until', '2026-03-03'], 'leave no time to post'],
    [['--db', 'guide.db', '--until', '2026-03-02'], 'The link was posted too recently for this period'],
    [['--reposts', '7', '--gap', '1d'], 'texts are missing: add '],
  ])('%j', async (argv, sentence) => {
    const { stdout, stderr, exitCode } = await call(['schedule', 'draft.md', '--dry-run', ...argv]);
    expect(stdout).toContain(sentence);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(stdout).not.toMatch(MADE_UP);
  });
});
