import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeptPost } from '#history/ports.js';
import { importFixtures, openHistory, fixture, type TestHistory, NOW } from './open-history.js';

const findPost = (history: TestHistory, part: string): KeptPost => {
  const found = [...history.contents().posts].filter(({ text }) => text.includes(part));
  const [post] = found;
  if (post === undefined || found.length > 1) throw new Error(`${found.length} posts hold ${part}`);
  return post;
};
const second = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 19);

describe('a script that is no archive', () => {
  it.each([
    ['tweet.js', 'other-code'],
    ['trailing-code.js', 'trailing-code'],
    ['cut.js', 'list-cut'],
    ['direct-messages.js', 'private'],
    ['unsafe-manifest', 'manifest-unsafe'],
  ])('%s is refused: %s', async (name, reason) => {
    const history = await openHistory();
    const { files, coverage } = await history.import([fixture(`refused/${name}`)]);
    expect(files).toMatchObject([{ status: 'refused', reason }]);
    expect(coverage.posts).toBe(0);
  });
});

describe('an archive', () => {
  it('is read in all parts that its manifest names, and nothing else of it', async () => {
    const history = await openHistory();
    const { files } = await history.import([fixture('archive')]);
    expect(files).toMatchObject([{ status: 'imported', format: 'archive', tally: { rows: 13, longNotes: 1 } }]);
    const texts = JSON.stringify([...history.contents().posts]);
    expect(texts).not.toMatch(/regretté|privé|Exemple/);
  });

  it('tells how much of it is missing', async () => {
    const history = await openHistory();
    const { files } = await history.import([fixture('archive-short')]);
    expect(files).toMatchObject([
      {
        remarks: [
          { id: 'partial-archive' },
          { id: 'count-mismatch', part: 'data/tweets.js', declaredCount: 3, read: 1 },
          { id: 'part-missing', part: 'data/tweets-part1.js' },
        ],
      },
    ]);
  });

  it('may mix flat and wrapped tweets, begin with a mark and end with a semicolon', async () => {
    const history = await importFixtures('archive-2019');
    expect(history.coverage(NOW)).toMatchObject({ originals: 2, withCounters: 2 });
  });

  it('escapes texts, which are decoded once, with emoji and joined ones whole', async () => {
    const history = await importFixtures('archive');
    expect(findPost(history, '<Guide>').text).toBe(
      '<Guide> Loyer &amp; charges, 10 > 3 &copy; & R&D 👩‍👩‍👧 https://t.co/AAAAAAAAA5 https://t.co/MMMMMMMMM1',
    );
  });

  it('holds attached pictures, which are no links', async () => {
    const history = await importFixtures('archive');
    expect(findPost(history, '<Guide>')).toMatchObject({
      media: 2,
      links: [
        {
          short: 'https://t.co/AAAAAAAAA5',
          target: 'https://www.blog.example/guide/?utm_source=x&utm_medium=social#haut',
        },
      ],
    });
  });

  it('cuts long posts, whose text and links come from their note', async () => {
    const history = await importFixtures('archive');
    const post = findPost(history, 'Trois questions');
    expect(post.text).toMatch(/le loyer & les charges.*notre guide : https:\/\/t\.co\/AAAAAAAAA3$/);
    expect(post).toMatchObject({ cut: false, links: [{ target: 'https://blog.example/loyer' }] });
  });

  it('holds each version of an edited post, which are one with the counters of both and the time of the first', async () => {
    const history = await importFixtures('archive');
    const [post, ...others] = history.posts({ search: 'isolation' }, 'newest', 10);
    expect(others).toEqual([]);
    expect(post).toMatchObject({ text: expect.stringContaining('le guide'), counters: { likes: 6, reposts: 1 } });
    expect(second(post?.at)).toBe('2025-09-16T07:30:04');
  });

  it('flags no retweets: they are told by their text, as replies are by their addressee', async () => {
    const history = await importFixtures('archive');
    expect(history.coverage(NOW)).toMatchObject({ originals: 9, threads: 1, replies: 1, reposts: 1, superseded: 1 });
    expect(findPost(history, 'La suite du fil').kind).toBe('thread');
    expect(findPost(history, '.@mairie').kind).toBe('original');
    expect(findPost(history, 'RT #logement').kind).toBe('original');
    expect(findPost(history, 'Un avis').quote).toBe(true);
  });

  it('tells true times before snowflakes, and no impressions', async () => {
    const history = await importFixtures('archive');
    expect(findPost(history, 'avant les flocons')).toMatchObject({
      precision: 'second',
      at: Date.UTC(2010, 2, 2, 9, 14, 55),
    });
    expect(history.coverage(NOW)).toMatchObject({
      withImpressions: 0,
      hoursFrom: { impressions: { posts: 0 } },
      withHour: 9,
    });
  });

  it('that is later and complete marks what it lacks, and keeps it', async () => {
    const history = await importFixtures('archive', 'archive-later');
    const gone = history.posts({ gone: true }, 'oldest', 10);
    expect(gone.map(({ text }) => text.slice(0, 12))).toEqual(['.@mairie Les', 'RT @autre_co']);
  });

  it('may tell lower counters later, and both are kept', async () => {
    const history = await importFixtures('archive', 'archive-later');
    const post = findPost(history, 'le guide https://t.co/AAAAAAAAA2');
    expect(post.observations.map(({ counters }) => counters.likes)).toEqual([5, 4]);
    const [summary] = history.posts({ search: 'isolation' }, 'newest', 1);
    expect(summary?.counters.likes).toBe(5);
  });
});

describe('ids', () => {
  it('are never read as numbers', async () => {
    const history = await importFixtures('grailbird');
    expect([...history.contents().posts].map(({ id }) => id)).toContain('395616509034016769');
  });

  it('that a spreadsheet damaged are taken from the permalink, or the row is left out', async () => {
    const history = await openHistory();
    const { files } = await history.import([fixture('analytics-old-excel')]);
    expect(files).toMatchObject([
      { file: 'export.csv', tally: { rows: 4, posts: 3, skipped: { 'damaged-id': 1 } } },
      { file: 'no-links.csv', tally: { rows: 2, posts: 1, skipped: { 'damaged-id': 1 } } },
    ]);
    expect(history.posts({ search: 'prices' }, 'newest', 10)).toHaveLength(2);
  });
});

describe('the old archive', () => {
  it('knows no hour up to 2010-11-04, and no counters', async () => {
    const history = await importFixtures('grailbird');
    expect(findPost(history, 'avant les flocons')).toMatchObject({ precision: 'day', observations: [] });
    expect(findPost(history, 'Premier flocon')).toMatchObject({
      precision: 'second',
      text: 'Premier flocon ? Non & R&B',
    });
    expect(findPost(history, '#ville habiter')).toMatchObject({
      observations: [],
      text: expect.stringContaining('"cité"'),
    });
  });

  it('gives way to the present one, which knows the hour', async () => {
    const history = await importFixtures('archive', 'grailbird');
    expect(findPost(history, 'avant les flocons').precision).toBe('second');
  });

  it('was continued by other tools: each tweet is read by what it is, the whole text wins', async () => {
    const history = await importFixtures('grailbird');
    expect(findPost(history, 'Continué')).toMatchObject({
      cut: false,
      observations: [{ counters: { likes: 3, reposts: 1 } }],
    });
  });

  it('joins addresses by commas, which addresses hold too, and says them twice', async () => {
    const history = await importFixtures('grailbird-csv');
    expect(findPost(history, 'Tout premier').links).toEqual([{ target: 'http://news.example/a,15187,31.html' }]);
    expect(findPost(history, '#ville').links).toEqual([
      { short: 'http://t.co/BBBBBBBBB1', target: 'http://blog.example/habiter' },
    ]);
  });

  it('has addresses in texts without an entity', async () => {
    const history = await importFixtures('grailbird');
    expect(findPost(history, 'sans entité').links).toEqual([{ target: 'http://blog.example/nue' }]);
  });
});

describe('analytics', () => {
  it('are read under French headers with their quotes and blanks, figures as they are written', async () => {
    const history = await importFixtures('analytics-old-fr');
    const post = findPost(history, 'RT @autre_compte');
    expect(post).toMatchObject({
      kind: 'repost',
      observations: [{ counters: { impressions: 30000, reposts: 1, follows: 0 } }],
    });
    const [{ counters }] = findPost(history, 'https://t.co/CCCCCCCCC2').observations as [
      KeptPost['observations'][number],
    ];
    expect(counters.more).not.toHaveProperty('mediaViews');
  });

  it('have line breaks in texts, escapes, and promoted counters beside the others', async () => {
    const history = await importFixtures('analytics-old');
    expect(findPost(history, 'Rent')).toMatchObject({
      text: 'Rent & energy: a guide\nhttps://t.co/CCCCCCCCC1',
      observations: [{ counters: { impressions: 400, linkClicks: 3, more: { promotedImpressions: 120 } } }],
    });
    expect(findPost(history, '@voisine').kind).toBe('reply');
  });

  it('of an unknown language are read by the order of columns', async () => {
    const history = await importFixtures('analytics-old-ja');
    expect(findPost(history, 'こんにちは').observations).toMatchObject([{ counters: { impressions: 70, likes: 1 } }]);
  });

  it('of 2015 say favorites', async () => {
    const history = await importFixtures('analytics-old-13');
    expect(findPost(history, 'ancien').observations).toMatchObject([{ counters: { likes: 2, replies: 1 } }]);
  });

  it('of now tell no hour: it comes from the id, and rows without a post are counted', async () => {
    const history = await openHistory();
    const { files } = await history.import([fixture('analytics-new')]);
    expect(files.map((file) => file.status === 'imported' && file.tally.skipped)).toEqual([{}, { ghost: 1 }]);
    expect(second(findPost(history, 'Loyer, charges').at)).toBe('2025-02-02T10:02:44');
  });

  it('of posts some minutes old are all zeros, which are figures', async () => {
    const history = await importFixtures('analytics-new');
    expect(findPost(history, 'Un guide du logement').observations).toMatchObject([
      { counters: { impressions: 0, likes: 0 } },
    ]);
  });

  it('part thousands by commas and leave columns out', async () => {
    const history = await importFixtures('analytics-new-subset');
    expect(findPost(history, 'Louer').observations).toMatchObject([
      { observed: { certainty: 'unknown' }, counters: { impressions: 1234, engagements: 12, follows: 1 } },
    ]);
  });

  it.each([
    ['daily_tweet_activity_metrics_exemple_compte_20210201_20210228_en.csv', 'daily-totals'],
    ['account_overview_analytics.csv', 'overview'],
    ['video_overview.csv', 'video'],
    ['followers.csv', 'followers'],
    ['rearranged.csv', 'unknown-columns'],
    ['two-accounts.csv', 'several-accounts'],
    ['saved-page.csv', 'web-page'],
    ['empty.csv', 'empty'],
    ['latin1.csv', 'encoding'],
    ['cut-quote.csv', 'cut-in-text'],
    ['other.json', 'unknown-json'],
    ['cut.json', 'json-cut'],
    ['cut-line.jsonl', 'json-cut'],
    ['queue-copy.jsonl', 'queue-copy'],
    ['newer.jsonl', 'newer-export'],
    ['picture.png', 'not-text'],
  ])('%s is refused: %s', async (name, reason) => {
    const history = await openHistory();
    const { files, coverage } = await history.import([fixture(`refused/${name}`), fixture('tiny')]);
    expect(files).toMatchObject([{ status: 'refused', reason }, { status: 'imported' }]);
    expect(coverage.posts).toBe(0);
  });
});

describe('an answer of the API', () => {
  it('is read in both vocabularies, with full texts and the first version', async () => {
    const history = await importFixtures('api');
    expect(findPost(history, 'Une longue annonce')).toMatchObject({
      text: 'Une longue annonce, corrigée, & enfin entière : https://t.co/EEEEEEEEE2',
      quote: true,
      firstVersion: expect.any(String),
      observations: [{ counters: { reposts: 1, likes: 3, impressions: 99 } }],
    });
    expect(findPost(history, 'Choisir').observations).toMatchObject([
      { counters: { likes: 9, reposts: 2, impressions: 640, linkClicks: 14, profileClicks: 3, engagements: 31 } },
    ]);
  });

  it('shows the reposts of another post for a repost: they are dropped', async () => {
    const history = await importFixtures('api');
    const [{ counters }] = findPost(history, 'RT @autre_compte').observations as [KeptPost['observations'][number]];
    expect(counters).not.toHaveProperty('reposts');
  });

  it('tells which posts are gone', async () => {
    const history = await importFixtures('archive', 'api');
    expect(history.posts({ gone: true }, 'newest', 10).map(({ id }) => id)).toEqual(['1967876109366218753']);
  });
});

describe('the same link', () => {
  it('is known under several short forms, with tracking and without', async () => {
    const history = await importFixtures('archive', 'archive-2019', 'api');
    const [guide] = history.links({}, 'posts', 1);
    expect(guide).toMatchObject({ identity: 'blog.example/guide', posts: 5 });
  });

  it('is known by another source of the same post', async () => {
    const history = await importFixtures('analytics-old', 'archive-2020');
    expect(history.posts({ search: 'confinement' }, 'newest', 1)).toMatchObject([
      { links: ['blog.example/visite'], counters: { impressions: 400, likes: 4 } },
    ]);
  });

  it('is known by the same text where no source tells the target, and marked as weak', async () => {
    const alone = await importFixtures('analytics-old-fr');
    expect(alone.links({}, 'posts', 5)).toMatchObject([
      { identity: 'text:choisir son logement : le guide complet', posts: 2, byText: true },
    ]);
    expect([...alone.eachLink({}, 'posts', 5)]).toMatchObject([
      { text: expect.stringMatching(/^Choisir son logement : le guide complet/), short: 'https://t.co/CCCCCCCCC3' },
    ]);
    const history = await importFixtures('analytics-old-fr', 'archive-2019');
    expect(history.postsOfLink('https://blog.example/guide').map(({ grade }) => grade)).toEqual([
      'text',
      'text',
      'target',
    ]);
    expect(history.links({ minPosts: 0 }, 'posts', 5)).toHaveLength(1);
  });

  it('is one for all posts that show one short link, whatever their texts say', async () => {
    const history = await openHistory();
    const folder = mkdtempSync(join(tmpdir(), 'tweetspan-traps-'));
    const rows = [
      ['1500000000000000001', 'L’exposition « Murs d’images » https://t.co/one https://t.co/picture'],
      ['1500000000000000002', "L'exposition « Murs d'images » https://t.co/other"],
      ['1500000000000000003', '#L’exposition « Murs d’images » https://t.co/one'],
      ['1500000000000000004', 'Retour en photos sur les murs d’images https://t.co/one'],
      ['1500000000000000005', 'Les guides du logement et du quartier https://t.co/left et https://t.co/right'],
    ];
    const path = join(folder, 'posts.csv');
    writeFileSync(path, `id,text,likes\n${rows.map(([id, text]) => `${id},"${text}",1`).join('\n')}`);
    await history.import([path]);
    rmSync(folder, { recursive: true });
    expect(history.links({}, 'posts', 5).map(({ identity, posts }) => [identity, posts])).toEqual([
      ["text:l'exposition « murs d'images »", 4],
      ['text:les guides du logement et du quartier et', 1],
      ['text:les guides du logement et du quartier et (2)', 1],
    ]);
  });

  it('leaves short links of others as they are, and posts on X are none', async () => {
    const history = await importFixtures('archive');
    const identities = history.links({}, 'posts', 20).map(({ identity }) => identity);
    expect(identities).toContain('bit.ly/aides-2024');
    expect(identities.filter((identity) => /t\.co|twitter\.com/.test(identity))).toEqual([]);
  });
});

describe('a small export', () => {
  it('is imported, and told to hold no posts', async () => {
    const history = await openHistory();
    const { files, coverage } = await history.import([fixture('tiny')]);
    expect(files).toMatchObject([{ status: 'imported', remarks: [{ id: 'observed-on' }, { id: 'no-posts' }] }]);
    expect(coverage).toMatchObject({ posts: 0, withHour: 0 });
  });
});

describe('counters', () => {
  it('that are older than their post are left out, the post is not', async () => {
    const history = await openHistory();
    const { files } = await history.import([fixture('analytics-new')], { observedAt: Date.UTC(2025, 1, 2, 12) });
    expect(files).toMatchObject([
      { tally: { posts: 2, skipped: { 'before-post': 1 } } },
      { tally: { skipped: { 'before-post': 2 } } },
    ]);
  });

  it('of a file without a date are dated by who imports it', async () => {
    const history = await openHistory();
    const instant = Date.UTC(2026, 0, 1);
    await history.import([fixture('analytics-new-subset')], { observedAt: instant });
    expect(findPost(history, 'Louer').observations).toMatchObject([{ observed: { certainty: 'exact', instant } }]);
  });
});
