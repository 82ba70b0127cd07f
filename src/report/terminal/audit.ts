import type { Locale } from '#base/locale.js';
import { correlation, count } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import type { AuditDocument } from '../documents/audit.js';
import type { TimingView } from './hours.js';
import { createPalette } from './style.js';
import { table } from './table.js';
import { visible, wrap } from './width.js';

const WIDEST = 100;

/** The verdict on the score in one sentence. */
function verdictText({ verdict, metric, posts, needed, score }: AuditDocument, locale: Locale): string {
  const { verdicts, figure, alike } = timingSentences(locale).audit;
  if (verdict === 'too few posts') return verdicts[verdict](posts, needed.posts, needed.days);
  return verdicts[verdict](
    metric ?? 'reactions',
    score === null ? alike : figure(score.correlation, score.low, score.high, score.n),
  );
}

/**
 * The audit as text: the verdict, each rule's own association, and what they do not mean.
 * @param titleOf the title of a rule by its id.
 */
export function auditReport(document: AuditDocument, titleOf: (rule: string) => string, view: TimingView): string {
  const { locale, quiet = false } = view;
  const { metrics, audit } = timingSentences(locale);
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { rules, account, posts, metric, verdict, newest } = document;
  const dim = (text: string): string[] => wrap(text, columns).map((line) => palette.dim(line));
  const basis = [
    ...account.map((handle) => `@${handle}`),
    audit.posts(posts),
    ...(metric === null ? [] : [metrics[metric]]),
  ].join(' · ');
  const lines = table(
    [
      { title: audit.columns.rule, cells: rules.map(({ rule }) => titleOf(rule)) },
      {
        title: audit.columns.value,
        align: 'right',
        cells: rules.map((rule) => correlation(rule.correlation, locale)),
      },
      {
        title: audit.columns.interval,
        cells: rules.map(({ low, high }) => audit.interval(correlation(low, locale), correlation(high, locale))),
      },
      { title: audit.columns.posts, align: 'right', cells: rules.map(({ n }) => count(n, locale)) },
    ],
    { color: view.color, columns: columns - 2 },
  );
  const sections = [
    quiet ? [] : [palette.bold(audit.title), ...dim(visible(basis))],
    wrap(verdictText(document, locale), columns).map((line) => palette.bold(line)),
    rules.length === 0
      ? []
      : lines
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
    verdict === 'too few posts' || quiet
      ? []
      : [...audit.notes, ...(newest === null ? [] : [audit.newest(newest)])].flatMap(dim),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}
