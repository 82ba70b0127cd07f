import { describe, expect, it } from 'vitest';
import { fill, slotNames } from '#lint/message.js';
import { defineRule } from '#lint/rule.js';

describe('a sentence', () => {
  it.each([
    ['nothing to fill', {}, 'nothing to fill'],
    ['{count} of {max}', { count: 3, max: 10 }, '3 of 10'],
    ['{tag} and {tag} again', { tag: '#Lyon' }, '#Lyon and #Lyon again'],
    ['{count} characters', { count: 25_000 }, '25,000 characters'],
    ['{share} of them', { share: 2.5 }, '2.5 of them'],
    ['{days|day|days} ago', { days: 1 }, '1 day ago'],
    ['{days|day|days} ago', { days: 0 }, '0 days ago'],
    ['{count|no tags|tag|tags}', { count: 0 }, 'no tags'],
    ['{count|no tags|tag|tags}', { count: 3 }, '3 tags'],
    ['until {until@day}', { until: '2026-03-02' }, 'until Mar 2, 2026'],
    ['until {until@day}', { until: '…' }, 'until …'],
    ['“{text}” stands there', { text: '{count} $& $1' }, '“{count} $& $1” stands there'],
    ['{empty}.', { empty: '' }, '.'],
    ['{none} left', { none: 0 }, '0 left'],
    ['{ count } is no slot', {}, '{ count } is no slot'],
  ])('%j with %j reads %j', (text, data, filled) => {
    expect(fill(text, data)).toBe(filled);
  });

  it.each([
    ['{days|jour|jours}', { days: 0 }, '0 jour'],
    ['{days|jour|jours}', { days: 2 }, '2 jours'],
    ['{size} Mo', { size: 5.1 }, '5,1 Mo'],
    ['le {until@day}', { until: '2026-11-29' }, 'le 29 nov. 2026'],
  ])('%j with %j reads in French %j', (text, data, filled) => {
    expect(fill(text, data, 'fr')).toBe(filled);
  });

  it('with a slot that has no value is a bug that is not hidden', () => {
    expect(() => fill('{count} of {max}', { count: 3 })).toThrow('has no value for {max}');
  });

  it.each([
    ['nothing to fill', []],
    ['{count} of {max}, {count}', ['count', 'max', 'count']],
    ['{}', []],
    ['{days|day|days} until {until@day}', ['days', 'until']],
  ])('%j has the slots %j', (text, slots) => {
    expect(slotNames(text)).toEqual(slots);
  });
});

// What the compiler refuses: `tsc` fails on this file as soon as one of these lines is no mistake any more.
const compiled = defineRule({
  id: 'compiled',
  number: 1,
  title: 'Compiled',
  summary: 'What a rule may write.',
  lever: 'relevance',
  weight: 1,
  evidence: { grade: 'advice', source: 'this test' },
  options: {
    most: { type: 'integer', default: 3, minimum: 0, maximum: 9, description: 'Most.' },
    loud: { type: 'boolean', default: false, description: 'Loud.' },
  },
  messages: {
    many: { severity: 'warning', text: '{count} of {max|item|items}' },
    plain: { severity: 'info', text: 'nothing to fill' },
  },
  fixes: { drop: { safe: true, text: 'drop {tag}' } },
  reasons: { unseen: '{file} was not read' },
  examples: { good: [], bad: [] },
  check(_, report, options) {
    report.find('many', { count: 1, max: options.most });
    report.find('plain', {});
    report.suggest('drop', { tag: '#a' }, []);
    const loud: boolean = options.loud;
    const mistakes = () => {
      // @ts-expect-error a slot is missing
      report.find('many', { count: 1 });
      // @ts-expect-error a slot is one too many
      report.find('many', { count: 1, max: 2, least: 0 });
      // @ts-expect-error a sentence without slots takes none
      report.find('plain', { count: 1 });
      // @ts-expect-error no message has this id
      report.find('meny', { count: 1, max: 2 });
      // @ts-expect-error a slot takes text or a number
      report.find('many', { count: 1, max: true });
      // @ts-expect-error the slot of the fix is missing
      report.suggest('drop', {}, []);
      // @ts-expect-error no fix has this id
      report.suggest('many', { count: 1, max: 2 }, []);
      // @ts-expect-error no reason has this id
      report.cannotJudge('many', { count: 1, max: 2 });
      // @ts-expect-error the slot of the reason is missing
      report.cannotJudge('unseen', {});
      // @ts-expect-error a number is no flag
      const flag: boolean = options.most;
      // @ts-expect-error a flag is no number
      const number: number = options.loud;
      // @ts-expect-error no option has this name
      return [flag, number, options.least];
    };
    return loud && mistakes().length > 0 ? 0 : report.cannotJudge('unseen', { file: 'team.csv' });
  },
});

it('a rule keeps its id as a type', () => {
  const id: 'compiled' = compiled.id;
  // @ts-expect-error another id is none of this rule
  const other: 'other' = compiled.id;
  expect([id, other]).toEqual(['compiled', 'compiled']);
});
