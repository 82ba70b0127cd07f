import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, findPost, isSamePost, searchedFrom } from '#queue/reconcile.js';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 2, 2, 17);

interface Case {
  readonly why: string;
  readonly sent: string;
  readonly onX: string;
  readonly same: boolean;
}
const cases = JSON.parse(readFileSync('fixtures/queue/same-posts.json', 'utf8')) as Case[];

describe('whether a post on X is what was sent', () => {
  it('has cases of both kinds', () => {
    expect(cases.filter(({ same }) => same).length).toBeGreaterThan(5);
    expect(cases.filter(({ same }) => !same).length).toBeGreaterThan(4);
  });

  it.each(cases.map((one) => [one.why, one] as const))('%s', (_, { sent, onX, same }) => {
    expect(isSamePost(sent, onX)).toBe(same);
  });

  it('any text is itself, and comparing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(isSamePost(text, text)).toBe(true);
      }),
    );
    expect(comparable('a  b\nhttps://www.example.org/x/')).toBe('a b <example.org/x>');
  });
});

describe('the post that an attempt made', () => {
  const attempt = { text: 'Un texte https://example.org/a', startedAt: AT };
  const post = (id: string, at: number, text = attempt.text) => ({ id, at, text });
  const free = (): boolean => false;

  it('is the one with its text', () => {
    const posts = [post('3', AT + 2000, 'autre'), post('2', AT + 1000), post('1', AT - 1000, 'encore')];
    expect(findPost(attempt, posts, free)?.id).toBe('2');
  });

  it('is the nearest where several have it', () => {
    expect(findPost(attempt, [post('9', AT + HOUR), post('8', AT + 1000), post('7', AT - HOUR)], free)?.id).toBe('8');
  });

  it('is none that another item has made', () => {
    expect(findPost(attempt, [post('8', AT)], (id) => id === '8')).toBeUndefined();
  });

  it('is none when none has its text', () => {
    expect(findPost(attempt, [post('8', AT, 'autre')], free)).toBeUndefined();
  });
});

describe('where the timeline is searched from', () => {
  it('allows for any clock while X’s was never seen', () => {
    expect(searchedFrom(AT, false)).toBe(AT - 26 * HOUR);
    expect(searchedFrom(AT, true)).toBe(AT - 2 * HOUR);
  });
});
