import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourcePost } from '#history/ports.js';
import { IN_MEMORY } from '#store/driver/port.js';
import { dump, fixture, NOW, openHistory, type TestHistory } from '../history/open-history.js';

const post = (id: string, text: string, rest: Partial<SourcePost> = {}): SourcePost => ({
  id,
  provenance: { source: 'archive', at: NOW },
  at: NOW - 1000,
  precision: 'second',
  kind: 'original',
  quote: false,
  language: 'fr',
  media: 0,
  text,
  cut: false,
  links: [],
  contacts: [],
  observations: [],
  ...rest,
});
const nobody = { handles: [] };

describe.each(['memory', 'file'] as const)('a history in a %s', (place) => {
  let folder: string;
  let history: TestHistory;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-contract-'));
    history = await openHistory(place === 'memory' ? IN_MEMORY : join(folder, 'history.db'));
  });
  afterEach(() => {
    history.database.close();
    rmSync(folder, { recursive: true });
  });

  const commit = (...posts: readonly SourcePost[]) => {
    const session = history.openImport();
    posts.forEach(session.add);
    return session.commit(undefined, nobody);
  };

  describe('as importers write it', () => {
    it('shows nothing before an import is committed, and nothing after it was given up', () => {
      const session = history.openImport();
      session.add(post('1', 'Pas encore'));
      expect(history.posts({}, 'newest', 10)).toEqual([]);
      session.discard();
      expect(commit()).toMatchObject({ added: 0, updated: 0, observations: 0 });
      expect(history.posts({}, 'newest', 10)).toEqual([]);
    });

    it('counts what is new, what learnt something, and nothing when the same comes again', () => {
      const observed = { certainty: 'exact', instant: NOW } as const;
      const seen = post('1', 'Vu', { observations: [{ source: 'archive', observed, counters: { likes: 1 } }] });
      expect(commit(seen, post('2', 'Autre'))).toMatchObject({ added: 2, updated: 0, observations: 1 });
      expect(commit(seen, post('2', 'Autre'))).toMatchObject({ added: 0, updated: 0, observations: 0 });
      const better = post('2', 'Autre, en mieux', { provenance: { source: 'api', at: NOW } });
      expect(commit(seen, better)).toMatchObject({ added: 0, updated: 1, observations: 0 });
    });

    it('takes a post twice in one import', () => {
      commit(post('1', 'Une fin coupée…', { cut: true }), post('1', 'Une fin coupée, puis entière'));
      expect(history.posts({}, 'newest', 10)).toMatchObject([{ text: 'Une fin coupée, puis entière' }]);
    });

    it('keeps the same of posts that have one teller as of posts that have one each', async () => {
      const observed = { certainty: 'day', instant: NOW } as const;
      const link = { short: 'https://t.co/a', target: 'https://blog.example/a' };
      const contact = { handle: 'Voisine', how: 'mention' } as const;
      const variants: Partial<SourcePost>[] = [
        {},
        { kind: 'reply', contacts: [{ ...contact, how: 'reply' }, contact, { ...contact, handle: 'voisine' }] },
        { kind: 'repost', at: undefined, precision: 'day', contacts: [{ ...contact, how: 'repost' }] },
        { quote: true, language: "l'une", media: 2, cut: true },
        { links: [link], precision: 'ms' },
        { links: [{ short: 'https://t.co/b' }, link], firstVersion: '100' },
        { observations: [{ source: 'archive', observed, counters: { likes: 1, follows: 0 } }] },
        { observations: [{ source: 'archive', observed, counters: { likes: 1, more: { other: 2 } } }] },
        { observations: [{ source: 'archive', observed: { ...observed }, counters: { replies: 3 } }] },
        { observations: [{ source: 'table', observed, counters: { likes: 1 } }] },
      ];
      const provenance = { source: 'archive', at: NOW } as const;
      const posts = [...variants, ...variants].map((variant, index) =>
        post(String(100 + index), `Un texte ${index}`, { provenance, ...variant }),
      );
      commit(...posts);
      const other = await openHistory();
      const session = other.openImport();
      posts.forEach((each) => session.add({ ...each, provenance: { ...provenance } }));
      session.commit(undefined, nobody);
      expect(dump(other)).toEqual(dump(history));
      expect(history.contacts('often', 10)).toMatchObject([{ handle: 'voisine', mentions: 2, replies: 2, reposts: 2 }]);
      other.database.close();
    });

    it('keeps no link or person that no post names in the end', () => {
      const named = (target: string, handle: string, at: number): Partial<SourcePost> => ({
        provenance: { source: 'archive', at },
        links: [{ target }],
        contacts: [{ handle, how: 'mention' }],
      });
      const [older, newer] = [
        post('1', 'A', named('https://blog.example/old', 'avant', NOW - 1)),
        post('1', 'B', named('https://blog.example/new', 'depuis', NOW)),
      ];
      commit(newer, older);
      commit(older);
      expect(history.links({ minPosts: 0 }, 'posts', 9)).toMatchObject([{ identity: 'blog.example/new' }]);
      expect(history.contacts('often', 9)).toMatchObject([{ handle: 'depuis' }]);
    });

    it('never puts a cut text over a whole one, nor a day over an hour, nor nothing over a figure', () => {
      const at = (instant: number) => ({ certainty: 'exact', instant }) as const;
      commit(post('1', 'Entier', { observations: [{ source: 'archive', observed: at(NOW), counters: { likes: 4 } }] }));
      commit(
        post('1', 'Ent…', {
          cut: true,
          provenance: { source: 'api', at: NOW + 1 },
          at: 0,
          precision: 'day',
          observations: [{ source: 'api', observed: at(NOW + 1), counters: { impressions: 9 } }],
        }),
      );
      expect(history.posts({}, 'newest', 10)).toMatchObject([
        { text: 'Entier', at: NOW - 1000, counters: { likes: 4, impressions: 9 } },
      ]);
    });

    it('keeps ids that no number can hold', () => {
      commit(post('1967288537057333249', 'Un'), post('1967288537057333250', 'Deux'));
      expect(history.posts({}, 'oldest', 10).map(({ id }) => id)).toEqual([
        '1967288537057333249',
        '1967288537057333250',
      ]);
    });

    it('serves one account: by its id, else by its handle, in any case', async () => {
      const of = (account: { id?: string; handles: string[] }) => () => history.openImport().commit(undefined, account);
      of({ id: '1', handles: ['Ancien'] })();
      expect(of({ id: '2', handles: ['ancien'] })).toThrow(expect.objectContaining({ problem: 'other-account' }));
      expect(of({ handles: ['nouveau'] })).toThrow(
        expect.objectContaining({ data: expect.objectContaining({ received: ['@nouveau'], present: ['@ancien'] }) }),
      );
      expect(of({ handles: ['ANCIEN'] })).not.toThrow();
      of({ id: '1', handles: ['nouveau'] })();
      expect(of({ handles: ['nouveau'] })).not.toThrow();
      expect(history.account()).toEqual({ id: '1', handles: ['ancien', 'nouveau'] });
    });

    it('refuses the file of another account alone', async () => {
      const { files } = await history.import([fixture('archive'), fixture('archive-other'), fixture('archive-2020')]);
      expect(files.map(({ status }) => status)).toEqual(['imported', 'refused', 'imported']);
    });

    it('takes a renamed account when its owner says so', async () => {
      history.openImport().commit(undefined, { handles: ['ancien_nom'] });
      const csv = fixture('analytics-new');
      expect((await history.import([csv])).files).toMatchObject([
        { reason: 'other-account' },
        { reason: 'other-account' },
      ]);
      const { files } = await history.import([csv], { alsoKnownAs: ['ancien_nom'] });
      expect(files).toMatchObject([{ status: 'imported' }, { status: 'imported' }]);
      expect(history.account()?.handles).toEqual(['ancien_nom', 'exemple_compte']);
    });

    it('gives up when it is told to, and leaves nothing', async () => {
      const controller = new AbortController();
      controller.abort(new Error('given up'));
      await expect(history.import([fixture('archive')], { signal: controller.signal })).rejects.toThrow('given up');
      expect(history.coverage(NOW).posts).toBe(0);
    });
  });

  describe('as commands read it', () => {
    beforeEach(async () => {
      await history.import(['archive', 'analytics-new', 'analytics-old', 'archive-2020'].map(fixture));
    });

    it.each<[string, number]>([
      ['logement', 6],
      ['LOGEMENT visiter', 3],
      ['"visiter un logement"', 2],
      ['visit*', 3],
      ['logement -confinement', 5],
      ['"non fermé', 0],
      ['NEAR(logement', 0],
      ['isolation AND', 0],
      ['#logement', 1],
      ['ete', 0],
      ['étiquette', 1],
      ['etiquette', 1],
    ])('finds %s in %i posts', (search, count) => {
      expect(history.posts({ search }, 'newest', 100)).toHaveLength(count);
    });

    it('lists nothing but punctuation as if nothing was searched', () => {
      expect(history.posts({ search: '…!' }, 'newest', 100)).toHaveLength(history.posts({}, 'newest', 100).length);
    });

    it('filters by kind, time and link, and sorts', () => {
      expect(history.posts({ kinds: ['reply', 'thread'] }, 'oldest', 9).map(({ kind }) => kind)).toEqual([
        'reply',
        'reply',
        'thread',
      ]);
      const of2024 = { since: Date.UTC(2024, 0, 1), until: Date.UTC(2025, 0, 1) };
      expect(history.posts(of2024, 'newest', 99)).toHaveLength(5);
      expect(history.posts({ ...of2024, search: 'logement' }, 'newest', 99)).toHaveLength(2);
      expect(history.posts({ link: 'https://blog.example/guide?utm_source=z' }, 'oldest', 99)).toHaveLength(4);
      const [most] = history.posts({}, 'likes', 1);
      expect(most?.text).toMatch(/^Trois questions/);
      expect(history.posts({}, 'impressions', 1)).toMatchObject([{ counters: { impressions: 812 } }]);
    });

    it('lists links with the posts and totals of each', () => {
      expect(history.links({}, 'posts', 1)).toMatchObject([
        {
          identity: 'blog.example/guide',
          posts: 4,
          totals: { likes: 29, reposts: 9, impressions: 640 },
          byText: false,
        },
      ]);
      expect(history.links({ search: 'bit.ly' }, 'last', 9)).toHaveLength(1);
      expect(history.links({ minPosts: 2 }, 'posts', 9)).toHaveLength(1);
    });

    it('gives the posts of a link with all that was observed, versions of an edited one added up', () => {
      const posts = history.postsOfLink('blog.example/guide');
      expect(posts.map(({ linkCount }) => linkCount)).toEqual([1, 2, 1, 1]);
      const [, , edited, last] = posts;
      expect(edited?.observations).toMatchObject([{ source: 'archive', counters: { likes: 6, reposts: 1 } }]);
      expect(last?.observations.map(({ source }) => source)).toEqual(['archive', 'analytics']);
    });

    it('lists the people met', () => {
      const known = history
        .contacts('often', 10)
        .map(({ handle, mentions, replies, reposts }) => [handle, mentions, replies, reposts]);
      expect(known).toEqual([
        ['voisine', 0, 2, 0],
        ['autre_compte', 0, 0, 1],
        ['mairie', 1, 0, 0],
      ]);
      expect(history.contact('@Mairie')).toMatchObject({ mentions: 1 });
      expect(history.contact('inconnue')).toBeUndefined();
    });

    it('knows when somebody was last mentioned, which answering or reposting them is not', () => {
      expect(history.contact('mairie')).toMatchObject({ lastMentionAt: Date.UTC(2024, 2, 1, 7, 45) });
      expect(history.contact('voisine')).not.toHaveProperty('lastMentionAt');
      const [met] = history.contactsFor({ link: 'https://blog.example/guide', words: [] }, 5);
      expect(met).toMatchObject({ handle: 'mairie', lastMentionAt: Date.UTC(2024, 2, 1, 7, 45) });
    });

    it('keeps who wants to be left alone, met or not, also when all is imported again', async () => {
      expect([
        history.optOut('@Mairie', NOW),
        history.optOut('mairie', NOW + 1),
        history.optOut('jamais', NOW),
      ]).toEqual([true, false, true]);
      await history.import([fixture('archive')]);
      expect(history.contact('MAIRIE')).toMatchObject({ optedOut: true, mentions: 1 });
      expect(history.contact('jamais')).toEqual({
        handle: 'jamais',
        mentions: 0,
        replies: 0,
        reposts: 0,
        optedOut: true,
      });
      expect(history.contacts('last', 10).map(({ handle }) => handle)).toContain('jamais');
      expect(history.contents().optOuts).toEqual([
        { handle: 'jamais', notedAt: NOW },
        { handle: 'mairie', notedAt: NOW },
      ]);
      expect([history.optIn('mairie'), history.optIn('mairie')]).toEqual([true, false]);
      expect(history.contact('mairie')).not.toHaveProperty('optedOut');
    });

    it('tells a linter what it knows of a draft', () => {
      expect(history.termUse('logement')).toMatchObject({ posts: 3, looked: 4, meanReactions: expect.any(Number) });
      expect(history.termUse('habitation')).toEqual({ term: 'habitation', posts: 0, looked: 0 });
      expect(history.pastPosts('https://blog.example/guide', 2)).toHaveLength(2);
      expect(history.contactsFor({ link: 'https://blog.example/guide', words: ['relecture'] }, 5)).toMatchObject([
        { handle: 'mairie', because: 'link' },
        { handle: 'voisine', because: 'subject' },
      ]);
    });

    it('notes what was imported', () => {
      expect(history.imports().map(({ name, format, complete }) => [name, format, complete])).toContainEqual([
        'archive',
        'archive',
        true,
      ]);
    });
  });

  describe('as figures of keywords are kept', () => {
    const figure = {
      term: ' Logement  étudiant',
      language: 'fr',
      figure: 40500,
      measure: 'searches a month',
      source: 'list',
      reportedAt: NOW,
    };

    it('takes each once, and looks it up in any writing and for any language', () => {
      expect(history.addKeywords([figure, figure])).toBe(1);
      expect(history.addKeywords([{ ...figure, reportedAt: NOW + 1 }])).toBe(0);
      expect(history.addKeywords([{ ...figure, language: '', source: 'other' }])).toBe(1);
      expect(history.demand('LOGEMENT ÉTUDIANT', 'fr').map(({ source }) => source)).toEqual(['list', 'other']);
      expect(history.demand('logement étudiant', 'en').map(({ source }) => source)).toEqual(['other']);
    });

    it('answers the latest of a source', () => {
      history.addKeywords([figure, { ...figure, figure: 50_000, reportedAt: NOW + 5 }]);
      expect(history.demand('logement étudiant', 'fr')).toMatchObject([{ figure: 50_000 }]);
      expect(history.keywords(10)).toMatchObject([{ figure: 50_000 }]);
    });
  });

  it('is the same in every place', async () => {
    const other = await openHistory();
    await Promise.all([history, other].map((each) => each.import([fixture('grailbird')])));
    expect(dump(history)).toEqual(dump(other));
  });
});
