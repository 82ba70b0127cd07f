import { auditBasis, type AuditDocument, auditTitle } from '../documents/audit.js';
import { correlation, count } from '#locale/format.js';
import type { TimingView } from './hours.js';
import { createPalette } from './style.js';
import { table } from './table.js';
import { visible, wrap } from './width.js';

const WORDS = {
  en: { rule: 'Rule', value: 'Correlation', interval: '95 % interval', posts: 'Posts', to: 'to' },
  fr: { rule: 'Règle', value: 'Corrélation', interval: 'Intervalle à 95 %', posts: 'Posts', to: 'à' },
} as const;

const WIDEST = 100;

/** The audit as text: the verdict, each rule's own association, and what they do not mean. */
export function auditReport(document: AuditDocument, view: TimingView): string {
  const { locale } = view;
  const words = WORDS[locale];
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { rules } = document;
  const lines = table(
    [
      { title: words.rule, cells: rules.map(({ title }) => title) },
      { title: words.value, align: 'right', cells: rules.map((rule) => correlation(rule.correlation, locale)) },
      {
        title: words.interval,
        cells: rules.map(({ low, high }) => `${correlation(low, locale)} ${words.to} ${correlation(high, locale)}`),
      },
      { title: words.posts, align: 'right', cells: rules.map(({ n }) => count(n, locale)) },
    ],
    { color: view.color, columns: columns - 2 },
  );
  const sections = [
    [
      palette.bold(auditTitle(locale)),
      ...wrap(visible(auditBasis(document, locale)), columns).map((line) => palette.dim(line)),
    ],
    wrap(document.sentence, columns).map((line) => palette.bold(line)),
    ...(rules.length === 0
      ? []
      : [
          lines
            .trimEnd()
            .split('\n')
            .map((line) => `  ${line}`),
        ]),
    document.verdict === 'too few posts'
      ? []
      : document.notes.flatMap((note) => wrap(note, columns).map((line) => palette.dim(line))),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}
