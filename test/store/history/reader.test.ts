import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Observation, SourcePost } from '#history/ports.js';
import { createTimingReader } from '#store/history/reader.js';
import { NOW, openHistory, type TestHistory } from '../../history/open-history.js';

let history: TestHistory;
beforeEach(async () => {
  history = await openHistory();
});
afterEach(() => history.database.close());

const seen = (observed: Observation['observed'], likes: number): Observation => ({
  source: 'api',
  observed,
  counters: { likes, impressions: 10 * likes },
});
const post = (id: string, rest: Partial<SourcePost> = {}): SourcePost => ({
  id,
  provenance: { source: 'api', at: NOW },
  at: NOW - 1000,
  precision: 'second',
  kind: 'original',
  quote: false,
  language: 'fr',
  media: 0,
  text: `Un post ${id}`,
  cut: false,
  links: [],
  contacts: [],
  observations: [],
  ...rest,
});
function fill(...posts: readonly SourcePost[]) {
  const session = history.openImport();
  posts.forEach(session.add);
  session.commit(undefined, { handles: ['example'] });
  return createTimingReader(history.database);
}

describe('posts for best hours', () => {
  it('tell their latest counters and when those were read at the latest', () => {
    const reader = fill(
      post('1', {
        observations: [
          seen({ certainty: 'exact', instant: NOW - 5 }, 1),
          seen({ certainty: 'exact', instant: NOW }, 2),
        ],
      }),
      post('2', { observations: [seen({ certainty: 'after', instant: NOW }, 3)] }),
      post('3', { observations: [seen({ certainty: 'unknown' }, 4)] }),
      post('4', { kind: 'reply' }),
    );
    expect([...reader.timedPosts()]).toEqual([
      { id: '1', at: NOW - 1000, kind: 'original', counters: { likes: 2, impressions: 20 }, countedAt: NOW },
      { id: '2', at: NOW - 1000, kind: 'original', counters: { likes: 3, impressions: 30 }, countedAt: undefined },
      { id: '3', at: NOW - 1000, kind: 'original', counters: { likes: 4, impressions: 40 }, countedAt: undefined },
      { id: '4', at: NOW - 1000, kind: 'reply', counters: {}, countedAt: undefined },
    ]);
    expect(reader.account()?.handles).toEqual(['example']);
  });

  it('have no hour where only the day is known', () => {
    expect([...fill(post('1', { precision: 'day' })).timedPosts()]).toMatchObject([{ at: undefined }]);
  });
});

describe('posts that lives are learned from', () => {
  it('are the newest originals that were observed, oldest first, with every reading', () => {
    const observations = [
      seen({ certainty: 'exact', instant: NOW }, 2),
      seen({ certainty: 'exact', instant: NOW - 5 }, 1),
    ];
    const reader = fill(
      post('1', { observations }),
      post('2', { observations }),
      post('3', { observations, at: NOW - 7 }),
      post('4'),
      post('5', { observations, kind: 'reply' }),
      post('6', { observations, precision: 'day' }),
    );
    const found = reader.observedPosts(2);
    expect(found.map(({ at }) => at)).toEqual([NOW - 1000, NOW - 7]);
    expect(found[0]?.observations.map(({ counters }) => counters.likes)).toEqual([1, 2]);
  });
});
