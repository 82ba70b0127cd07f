import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSourcePost } from '#history/formats/text.js';
import type { SourcePost } from '#history/ports.js';
import type { QueueHistory } from '#queue/ports.js';
import { createQueueHistory } from '#store/queue/history.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { dump, NOW, openHistory, type TestHistory } from '../../history/open-history.js';

const DAY = 86_400_000;
const LINK = 'blog.example/guide';
const ADDRESS = `https://${LINK}`;
/** The id of a post of this instant: ids hold their time. */
const idAt = (at: number): string => firstIdAt(at);

const post = (at: number, text: string, rest: Partial<SourcePost> = {}): SourcePost => ({
  ...toSourcePost({ id: idAt(at), text, at, media: 0 }, []),
  provenance: { source: 'archive', at: NOW },
  ...rest,
});

describe('the history, as the queue asks it', () => {
  let history: TestHistory;
  let queue: QueueHistory;
  beforeEach(async () => {
    history = await openHistory();
    queue = createQueueHistory(history.database, toSourcePost);
  });
  afterEach(() => void history.database.close());

  const keep = (...posts: readonly SourcePost[]): void => {
    const session = history.openImport();
    posts.forEach(session.add);
    session.commit(undefined, { handles: ['exemple_compte'] });
  };
  const texts = async (since: number, link = LINK): Promise<string[]> =>
    (await queue.textsFor(link, since)).map(({ text }) => text);

  it('knows nothing before the first import', async () => {
    expect(await texts(0)).toEqual([]);
    expect(await queue.lastPostAt()).toBeUndefined();
    expect(await queue.lastPostAt(LINK)).toBeUndefined();
    expect(await queue.hasPost(idAt(NOW))).toBe(false);
  });

  describe('with posts of all kinds', () => {
    beforeEach(() => {
      keep(
        post(NOW - 900 * DAY, `Très vieux ${ADDRESS}?utm_source=x`),
        post(NOW - 800 * DAY, 'Vieux, sans le lien'),
        post(NOW - 20 * DAY, `Le guide, encore ${ADDRESS}`),
        post(NOW - 10 * DAY, 'Une suite', { kind: 'thread' }),
        post(NOW - 5 * DAY, `@voisine voici ${ADDRESS}`, { kind: 'reply' }),
        post(NOW - 4 * DAY, `RT @voisine: ${ADDRESS}`, { kind: 'repost' }),
      );
    });

    it('tells the texts of the link of any age and all others of late, newest first, none of them of others', async () => {
      expect(await texts(NOW - 30 * DAY)).toEqual([
        'Une suite',
        `Le guide, encore ${ADDRESS}`,
        `Très vieux ${ADDRESS}?utm_source=x`,
      ]);
      expect(await texts(NOW - 30 * DAY, 'https://blog.example/autre')).toEqual([
        'Une suite',
        `Le guide, encore ${ADDRESS}`,
      ]);
      expect((await queue.textsFor(LINK, NOW))[0]).toEqual({
        id: idAt(NOW - 20 * DAY),
        at: NOW - 20 * DAY,
        text: `Le guide, encore ${ADDRESS}`,
      });
    });

    it('takes an instant to the ms: a post of that very instant counts', async () => {
      expect(await texts(NOW - 10 * DAY, 'x.example/y')).toEqual(['Une suite']);
      expect(await texts(NOW - 10 * DAY + 1, 'x.example/y')).toEqual([]);
    });

    it('tells the last post of the account and of a link, answers and reposts left out', async () => {
      expect(await queue.lastPostAt()).toBe(NOW - 10 * DAY);
      expect(await queue.lastPostAt(LINK)).toBe(NOW - 20 * DAY);
      expect(await queue.lastPostAt(`${ADDRESS}?utm_medium=social`)).toBe(NOW - 20 * DAY);
      expect(await queue.lastPostAt('blog.example/jamais')).toBeUndefined();
    });

    it('does not take midnight for the hour of a post whose day alone is known', async () => {
      keep(post(NOW - DAY, 'Un jour', { id: '77', at: NOW - DAY, precision: 'day' }));
      expect(await queue.lastPostAt()).toBe(NOW - 10 * DAY);
    });

    it('tells the last version of an edited post only', async () => {
      const first = idAt(NOW - 2 * DAY);
      keep(
        post(NOW - 2 * DAY, `Une fote ${ADDRESS}`),
        post(NOW - 2 * DAY + 60_000, `Une faute ${ADDRESS}`, { firstVersion: first, at: NOW - 2 * DAY }),
      );
      expect((await texts(NOW - 3 * DAY))[0]).toBe(`Une faute ${ADDRESS}`);
      expect(await texts(NOW - 3 * DAY)).not.toContain(`Une fote ${ADDRESS}`);
    });
  });

  it('names those who want to be left alone, as they were asked about', async () => {
    history.optOut('@Voisine', NOW);
    expect(await queue.optedOut(['mairie', 'VOISINE'])).toEqual(['VOISINE']);
    expect(await queue.optedOut([])).toEqual([]);
  });

  describe('told of a post that was made', () => {
    const made = { id: idAt(NOW), text: `@mairie a lu le guide ${ADDRESS}`, at: NOW, media: 2 };

    it('knows it, its link and whom it names, also in a history that has no account yet', async () => {
      await queue.addPosted(made);
      expect(await queue.hasPost(made.id)).toBe(true);
      expect(await queue.lastPostAt(LINK)).toBe(NOW);
      expect(await texts(NOW, 'x.example/y')).toEqual([made.text]);
      expect(history.posts({}, 'newest', 9)).toMatchObject([
        { id: made.id, kind: 'original', media: 2, links: [LINK] },
      ]);
      expect(history.contact('mairie')).toMatchObject({ mentions: 1, replies: 0 });
    });

    it('changes nothing when it is told again', async () => {
      await queue.addPosted(made);
      const before = dump(history);
      await queue.addPosted(made);
      expect(dump(history)).toEqual(before);
    });

    it('leaves the account as it is, which is no contact of itself', async () => {
      keep();
      await queue.addPosted({ ...made, text: `Par @Exemple_Compte ${ADDRESS}` });
      expect(history.account()).toEqual({ handles: ['exemple_compte'] });
      expect(history.contacts('often', 9)).toEqual([]);
    });

    it('lets X have the last word', async () => {
      await queue.addPosted(made);
      keep(post(NOW, `${made.text} https://t.co/photo`, { provenance: { source: 'api', at: NOW }, kind: 'thread' }));
      expect(history.posts({}, 'newest', 9)).toMatchObject([
        { kind: 'thread', text: `${made.text} https://t.co/photo` },
      ]);
    });

    it('takes the time from the id where it holds one, else as it was told', async () => {
      await queue.addPosted({ ...made, at: NOW + 400 });
      await queue.addPosted({ ...made, id: '12', text: 'Autre', at: NOW + 500 });
      expect(history.posts({}, 'oldest', 9).map(({ at }) => at)).toEqual([NOW + 500, NOW]);
    });
  });
});
