import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { lint, type LintOptions } from '#lint/engine.js';
import type { Rule } from '#lint/rule.js';
import { translateRule } from '#lint/rule-texts.js';
import type { RuleSetting } from '#lint/options.js';
import { ruleThat } from './rules-for-tests.js';

const TEXT = 'How we halved our build time https://example.org/build';
const judge = (rule: Rule, setting?: RuleSetting, more: Partial<LintOptions> = {}) =>
  lint(
    { text: TEXT },
    { rules: [rule], lexicons: [], ...(setting && { config: { rules: { [rule.id]: setting } } }), ...more },
  );

const strict = ruleThat((report) => {
  for (const severity of ['error', 'warning', 'info']) report.find(severity, { what: 'it' });
  return 0.5;
});

describe('severity', () => {
  it.each([
    ['default', ['error', 'warning', 'info']],
    ['warn', ['warning', 'warning', 'info']],
    ['error', ['error', 'error', 'info']],
    ['off', []],
  ] as const)('at level %s is %j', (level, severities) => {
    expect(judge(strict, level).findings.map(({ severity }) => severity)).toEqual(severities);
    expect(judge(strict, { level }).findings.map(({ severity }) => severity)).toEqual(severities);
  });

  it('does not move the score', () => {
    expect((['default', 'warn', 'error'] as const).map((level) => judge(strict, level).score)).toEqual([50, 50, 50]);
  });
});

describe('a rule that is off', () => {
  it('is marked, and left out of the score', () => {
    const report = lint(
      { text: TEXT },
      { rules: [strict, ruleThat(() => 1, { id: 'other' })], lexicons: [], config: { rules: { sample: 'off' } } },
    );
    expect(report.score).toBe(100);
    expect(report.rules[0]).toMatchObject({ id: 'sample', score: null, turnedOff: true, reasons: [] });
  });

  it('by a directive of the draft is off whatever the configuration says', () => {
    const report = lint(
      { text: TEXT, disabled: ['sample'] },
      { rules: [strict], lexicons: [], config: { rules: { sample: { level: 'error', weight: 3 } } } },
    );
    expect(report).toMatchObject({ score: null, findings: [], rules: [{ score: null, turnedOff: true }] });
  });
});

describe('a rule that is off for a line', () => {
  const found = (disabledOnLines: readonly { readonly rule: string; readonly line: number }[]) => {
    const text = 'WARM WELCOME!!\nWARM WELCOME!!';
    const { findings, rules: results } = lint({ text, disabledOnLines }, { rules, lexicons: [] });
    const own = findings.filter(({ messageId }) => messageId === 'repeatedMarks');
    const losses = results.find(({ id }) => id === 'quality')?.losses ?? [];
    return [own.length, losses.filter(({ messageId }) => messageId === 'repeatedMarks').length];
  };

  it('neither finds nor costs anything there', () => {
    expect(found([])).toEqual([2, 2]);
    expect(found([{ rule: 'quality', line: 1 }])).toEqual([1, 1]);
    expect(found([{ rule: 'hashtags', line: 1 }])).toEqual([2, 2]);
  });
});

describe('weight', () => {
  const pair = [ruleThat(() => 1, { id: 'one' }), ruleThat(() => 0, { id: 'two', weight: 30 })];

  it('is the rule’s own by default', () => {
    expect(lint({ text: TEXT }, { rules: pair, lexicons: [] }).score).toBe(25);
  });

  it('is the user’s where they say it, and 0 takes a rule out of the score while it still speaks', () => {
    const weighing = (weight: number) =>
      lint({ text: TEXT }, { rules: pair, lexicons: [], config: { rules: { two: { weight } } } }).score;
    expect([weighing(10), weighing(0)]).toEqual([50, 100]);
    expect(judge(strict, { weight: 0 })).toMatchObject({ score: null, findings: [{}, {}, {}] });
  });
});

describe('options', () => {
  const most = { type: 'integer', default: 3, minimum: 0, maximum: 9, description: 'Most.' } as const;
  const loud = { type: 'boolean', default: false, description: 'Loud.' } as const;
  const seen: unknown[] = [];
  const rule = ruleThat(
    (_, __, options) => {
      seen.push({ ...options });
      return 1;
    },
    { options: { most, loud } },
  );

  it('come with their defaults, each overridden alone, and neither level nor weight among them', () => {
    seen.length = 0;
    judge(rule);
    judge(rule, { most: 5 });
    judge(rule, { level: 'warn', weight: 2, loud: true });
    expect(seen).toEqual([
      { most: 3, loud: false },
      { most: 5, loud: false },
      { most: 3, loud: true },
    ]);
  });
});

describe('a rule that cannot judge', () => {
  it('has no score, which is not 0, and says why', () => {
    const report = judge(ruleThat((reporter) => reporter.cannotJudge('unknown', { what: 'demand' })));
    expect(report.score).toBeNull();
    expect(report.rules[0]).toMatchObject({
      score: null,
      turnedOff: false,
      reasons: [{ reasonId: 'unknown', message: 'nothing is known of demand', data: { what: 'demand' } }],
    });
    expect(judge(ruleThat(() => 0)).score).toBe(0);
  });

  it('in part keeps its score and says which parts', () => {
    const report = judge(
      ruleThat((reporter) => {
        reporter.cannotJudge('unknown', { what: 'demand' });
        reporter.cannotJudge('unknown', { what: 'contacts' });
        return 0.4;
      }),
    );
    expect(report.rules[0]?.score).toBe(0.4);
    expect(report.rules[0]?.reasons.map(({ message }) => message)).toEqual([
      'nothing is known of demand',
      'nothing is known of contacts',
    ]);
  });

  it('for want of a lexicon says in which language, and the other rules still judge', () => {
    const {
      language,
      score,
      rules: results,
    } = lint(
      { text: 'Die Miete in Lyon, Viertel für Viertel https://example.org/miete', lang: 'de' },
      { rules, lexicons },
    );
    expect(language).toBe('de');
    expect(score).not.toBeNull();
    const withoutLexicon = results
      .filter(({ reasons }) => reasons.some(({ message }) => message.includes('(de)')))
      .map(({ id }) => id);
    expect(withoutLexicon).toEqual(expect.arrayContaining(['quality', 'concision', 'keywords']));
  });
});

describe('findings', () => {
  it('stand in reading order; those without a place come last, and rules keep their order at one place', () => {
    const at = (id: string, spans: readonly ([number, number] | undefined)[]): Rule =>
      ruleThat(
        (report) => {
          for (const span of spans)
            report.find('info', { what: String(span) }, span && { span: { start: span[0], end: span[1] } });
          return 1;
        },
        { id },
      );
    const { findings } = lint(
      { text: TEXT },
      { rules: [at('one', [undefined, [7, 13], [0, 6]]), at('two', [[0, 6], [0, 3], undefined])], lexicons: [] },
    );
    expect(findings.map(({ rule, span }) => [rule, span?.start ?? null, span?.end ?? null])).toEqual([
      ['two', 0, 3],
      ['one', 0, 6],
      ['two', 0, 6],
      ['one', 7, 13],
      ['one', null, null],
      ['two', null, null],
    ]);
  });

  it('are in the language of the rule, with their data kept', () => {
    const texts = { error: 'erreur : {what}', warning: 'alerte : {what}', info: 'suggestion : {what}' };
    const french = translateRule(strict, {
      title: 'Exemple',
      summary: 'Une règle de test.',
      source: 'ce test',
      options: {},
      messages: texts,
      fixes: { repair: 'réparer {what}' },
      reasons: { unknown: 'on ne sait rien de {what}' },
    });
    const [first] = judge(french, undefined, { locale: 'fr' }).findings;
    expect(first).toMatchObject({ message: 'erreur : it', data: { what: 'it' }, messageId: 'error' });
  });

  it.each([
    ['before the text', -1, 3],
    ['behind the text', 3, TEXT.length + 1],
    ['with its ends swapped', 5, 3],
    ['that is no number', NaN, 3],
  ])('with a span %s are a bug that is not hidden', (_, start, end) => {
    const points = ruleThat((report) => {
      report.find('info', { what: 'it' }, { span: { start, end } });
      return 1;
    });
    const repairs = ruleThat((report) => {
      report.suggest('repair', { what: 'it' }, [{ span: { start, end }, text: '' }]);
      return 1;
    });
    expect(() => judge(points)).toThrow('the rule sample points outside the text');
    expect(() => judge(repairs)).toThrow('the rule sample points outside the text');
  });

  it('with an id that the rule does not have are a bug as well', () => {
    const rule = ruleThat((report) => {
      report.find('nowhere', {});
      return 1;
    });
    expect(() => judge(rule)).toThrow('the rule sample has no text "nowhere"');
  });
});

it.each([
  [-0.5, 0],
  [1.7, 1],
  [0.25, 0.25],
])('a rule that answers %f scores %f', (answer, score) => {
  expect(judge(ruleThat(() => answer)).rules[0]?.score).toBe(score);
});

it('the configuration’s limit and language reach the rules', () => {
  const report = judge(
    ruleThat(({ find }, { length, language }) => {
      find('info', { what: `${length.limit} ${language}` });
      return 1;
    }),
    undefined,
    { config: { limit: 4000, lang: 'es' } },
  );
  expect(report.findings[0]?.message).toBe('info 4000 es');
  expect(report).toMatchObject({ language: 'es', length: { limit: 4000 } });
});
