import type { Severity } from '#lint/finding.js';
import type { AnyReporter, Rule } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import type { OptionSpecs, OptionValue } from '#lint/options.js';

/** A rule with one message of each severity, one fix and one reason, that does what a test wants and scores as it answers. */
export const ruleThat = (
  check: (report: AnyReporter, subject: Subject, options: Readonly<Record<string, OptionValue>>) => number | undefined,
  { id = 'sample', weight = 10, options = {} }: { id?: string; weight?: number; options?: OptionSpecs } = {},
): Rule => {
  const says = (severity: Severity) => ({ severity, text: `${severity} {what}` });
  return {
    id,
    number: 1,
    title: 'Sample',
    summary: 'A rule of a test.',
    lever: 'relevance',
    weight,
    evidence: { grade: 'advice', source: 'this test' },
    options,
    messages: {
      error: says('error'),
      warning: says('warning'),
      info: says('info'),
      lost: { severity: 'info', penalty: weight, text: 'lost' },
    },
    fixes: { repair: { safe: true, text: 'repair {what}' } },
    reasons: { unknown: 'nothing is known of {what}' },
    examples: { good: [], bad: [] },
    check: (subject, report, values) => {
      const score = check(report, subject, values);
      if (score !== undefined) report.find('lost', {}, { share: 1 - score, quiet: true });
      return score === undefined ? undefined : 1;
    },
  };
};
