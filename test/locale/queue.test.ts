import { describe, expect, it } from 'vitest';
import { ITEM_STATES } from '#queue/item.js';
import { DETAIL_CODES, REASON_CODES } from '#queue/reason.js';
import { EVENT_NAMES } from '#queue/event.js';
import { LOCALES } from '#base/locale.js';
import { queueSentences } from '#locale/queue.js';
import { adviceOn, reasonText } from '#report/reason-text.js';

describe.each(LOCALES)('sentences on the queue in %s', (locale) => {
  const sentences = queueSentences(locale);

  it.each([
    ['states', ITEM_STATES, sentences.states],
    ['reasons', REASON_CODES, sentences.reasons],
    ['details', DETAIL_CODES, sentences.details],
    ['events', EVENT_NAMES, sentences.events],
  ] as const)('say each of the %s, and none like another', (_, keys, words) => {
    const said = Object.entries(words);
    expect(said.map(([key]) => key).sort()).toEqual([...keys].sort());
    expect(new Set(said.map(([, text]) => text)).size).toBe(said.length);
    for (const [, text] of said) {
      expect(text).toMatch(/^\S.*\S$/);
      expect(text, 'sentences are put together: no capital, no full stop').not.toMatch(/^(?!X\b|GIF)[A-ZÀ-Ý]|\.$/);
    }
  });

  it('put a blank before French signs, and none before English ones', () => {
    const { reasons, details, events } = sentences;
    const all = [reasons, details, events].flatMap((words) => Object.values(words)).join('\n');
    expect(all).not.toMatch(locale === 'fr' ? /[^\u202f\u00a0][:;!?]/ : /\s[:;!?]/);
  });

  it('say what to do wherever a person must', () => {
    for (const state of ['unknown', 'reminded', 'missed', 'refused'] as const) {
      expect(adviceOn({ id: 7, state, review: false }, locale)).toMatch(/tweetspan (?:queue|record) .*7/);
    }
    expect(adviceOn({ id: 7, state: 'planned', review: true }, locale)).toContain('tweetspan queue approve 7');
    expect(adviceOn({ id: 7, state: 'planned', review: false }, locale)).toBeUndefined();
    expect(adviceOn({ id: 7, state: 'posted', review: false }, locale)).toBeUndefined();
  });

  it('say how to go on after what stops the queue, until it has gone on', () => {
    const reason = { code: 'no-credits', detail: '402' } as const;
    expect(reasonText(reason, locale)).toMatch(/tweetspan queue resume \(402\)$/);
    expect(reasonText(reason, locale, true)).not.toContain('resume');
  });

  it('explain what held up a late item', () => {
    expect(reasonText({ code: 'late', detail: 'no-credits' }, locale)).toContain(
      `(${sentences.reasons['no-credits']})`,
    );
    expect(reasonText({ code: 'late' }, locale)).toBe(sentences.reasons.late);
  });
});

describe('details of reasons', () => {
  it.each([
    ['file-type: /photos/one.heic, HEIC', 'fr', 'X accepte PNG, JPEG, WebP, GIF et MP4, /photos/one.heic, HEIC'],
    ['sign-in-revoked: invalid_grant, HTTP 400', 'en', 'X no longer accepts the sign-in, invalid_grant, HTTP 400'],
    ['renewal-busy', 'fr', 'un autre processus renouvelle la connexion'],
    ['You are not permitted: ask', 'fr', 'You are not permitted: ask'],
  ] as const)('%s in %s: %s', (detail, locale, expected) => {
    expect(reasonText({ code: 'forbidden', detail }, locale)).toContain(` (${expected})`);
  });
});

describe('counts of states', () => {
  it.each([
    ['planned', 2, 'en', '2 planned'],
    ['planned', 1, 'fr', '1 prévu'],
    ['planned', 2, 'fr', '2 prévus'],
    ['unknown', 3, 'fr', '3 incertains'],
    ['sending', 3, 'fr', '3 en cours d’envoi'],
    ['claimed', 2, 'fr', '2 pris en charge'],
  ] as const)('%s, %d in %s: %s', (state, count, locale, expected) => {
    expect(queueSentences(locale).stateCount(state, count).replace('\u00a0', ' ')).toBe(expected);
  });
});
