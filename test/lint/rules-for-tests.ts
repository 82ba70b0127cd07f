import type { Severity } from '#lint/finding.js';
import type { AnyReporter, Rule } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import type { OptionSpecs, OptionValue } from '#lint/options.js';

/** A rule with one message of each severity, one fix and one reason, that does what a test wants. */
export const ruleThat = (
  check: (report: AnyReporter, subject: Subject, options: Readonly<Record<string, OptionValue>>) => number | undefined,
  { id = 'sample', weight = 10, options = {} }: { id?: string; weight?: number; options?: OptionSpecs } = {},
): Rule => {
  const says = (severity: Severity) => ({ severity, en: `${severity} {what}`, fr: `${severity} en français {what}` });
  return {
    id,
    number: 1,
    title: { en: 'Sample', fr: 'Exemple' },
    summary: { en: 'A rule of a test.', fr: 'Une règle de test.' },
    lever: 'relevance',
    weight,
    evidence: { grade: 'advice', source: 'this test' },
    options,
    messages: { error: says('error'), warning: says('warning'), info: says('info') },
    fixes: { mend: { safe: true, en: 'mend {what}', fr: 'réparer {what}' } },
    reasons: { unknown: { en: 'nothing is known of {what}', fr: 'on ne sait rien de {what}' } },
    examples: { good: [], bad: [] },
    check: (subject, report, values) => check(report, subject, values),
  };
};
