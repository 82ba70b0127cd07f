import { describe, expect, it } from 'vitest';
import { ITEM_STATES } from '#queue/item.js';
import { REASON_CODES } from '#queue/reason.js';
import { EVENT_NAMES } from '#queue/ports.js';
import { adviceOn, EVENT_WORDS, reasonText, REASON_WORDS, stateCount, STATE_WORDS } from '#report/queue-words.js';

const UIS = ['en', 'fr'] as const;

describe.each(UIS)('words of the queue in %s', (locale) => {
  it.each([
    ['states', ITEM_STATES, STATE_WORDS],
    ['reasons', REASON_CODES, REASON_WORDS],
    ['events', EVENT_NAMES, EVENT_WORDS],
  ] as const)('say each of the %s, and none like another', (_, keys, words) => {
    const said = Object.entries(words[locale]);
    expect(said.map(([key]) => key).sort()).toEqual([...keys].sort());
    expect(new Set(said.map(([, text]) => text)).size).toBe(said.length);
    for (const [, text] of said) {
      expect(text).toMatch(/^\S.*\S$/);
      expect(text, 'sentences are put together: no capital, no full stop').not.toMatch(/^(?!X )[A-ZÀ-Ý]|\.$/);
    }
  });

  it('put a blank before French signs, and none before English ones', () => {
    const all = [...Object.values(REASON_WORDS[locale]), ...Object.values(EVENT_WORDS[locale])].join('\n');
    expect(all).not.toMatch(locale === 'fr' ? /\S[:;!?]/ : / [:;!?]/);
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
      `(${REASON_WORDS[locale]['no-credits']})`,
    );
    expect(reasonText({ code: 'late' }, locale)).toBe(REASON_WORDS[locale].late);
  });
});

describe('counts of states', () => {
  it.each([
    ['planned', 2, 'en', '2 planned'],
    ['planned', 1, 'fr', '1 prévu'],
    ['planned', 2, 'fr', '2 prévus'],
    ['unknown', 3, 'fr', '3 incertains'],
    ['sending', 3, 'fr', '3 en envoi'],
    ['claimed', 2, 'fr', '2 pris en main'],
  ] as const)('%s, %d in %s: %s', (state, count, locale, expected) => {
    expect(stateCount(state, count, locale).replace('\u00a0', ' ')).toBe(expected);
  });
});
