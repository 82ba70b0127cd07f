import type { Locale } from '#base/locale.js';
import type { Rule } from '#lint/rule.js';
import { colon } from '#locale/format.js';
import { evidenceSentences } from '#locale/evidence.js';
import { lintSentences } from '#locale/lint.js';
import { createPalette, type TerminalStyle } from './style.js';
import { padEnd, padStart, displayWidth, wrap } from './width.js';

/** How the list and the explanation of rules are drawn. */
export interface RulesView extends TerminalStyle {
  readonly locale: Locale;
}

const NARROWEST = 30;
const WIDEST = 100;
const widthFor = ({ columns }: TerminalStyle): number => Math.max(NARROWEST, Math.min(columns, WIDEST));

/** The rules in a list: number, id, weight, and what each checks. */
export function rulesList(rules: readonly Rule[], view: RulesView): string {
  const palette = createPalette(view.color);
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const lead = 3 + idWidth + 5;
  const columns = widthFor(view);
  const lines = rules.flatMap(({ number, id, weight, summary }) => {
    const head = `${padStart(String(number), 2)} ${padEnd(id, idWidth)} ${padStart(String(weight), 3)} `;
    const [first = '', ...rest] = wrap(summary, columns - lead);
    return [palette.bold(head) + first, ...rest.map((line) => ' '.repeat(lead) + line)];
  });
  return `${lines.join('\n')}\n`;
}

/** A text as a reader is shown it: `{days|day|days}` as `{days} days`, `{until@day}` as `{until}`. */
export const readableSlots = (text: string): string =>
  text.replace(/\{(\w+)(?:@day|\|(?:[^{}]*\|)?([^|{}]*))\}/g, (_, name: string, noun?: string) =>
    noun === undefined ? `{${name}}` : `{${name}} ${noun}`,
  );

/** One rule explained: what it checks, on what evidence, its findings, and examples. */
export function ruleExplained(rule: Rule, view: RulesView): string {
  const palette = createPalette(view.color);
  const { rules: sentences, severity } = lintSentences(view.locale);
  const evidence = evidenceSentences(view.locale);
  const columns = widthFor(view);
  const block = (lines: readonly string[]): string => lines.join('\n');
  const indented = (paragraph: string, by = 2): string[] =>
    wrap(paragraph, columns - by).map((line) => ' '.repeat(by) + line);
  const options = Object.entries(rule.options).flatMap(([name, spec]) => {
    const shown = palette.bold(name);
    const head =
      spec.type === 'boolean'
        ? sentences.flag(shown, spec.default)
        : sentences.number(shown, spec.default, spec.minimum, spec.maximum);
    return [`  ${head}`, ...indented(spec.description, 4)];
  });
  const messages = Object.entries(rule.messages).flatMap(([id, message]) => {
    const head = `${id} (${severity[message.severity]})`;
    return [`  ${palette.severity(message.severity, head)}`, ...indented(readableSlots(message.text), 4)];
  });
  const example = (draft: string): string =>
    draft
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
  const examples = [
    ...rule.examples.good.map(({ draft }) => `  ${sentences.good}\n${palette.dim(example(draft))}`),
    ...rule.examples.bad.map(
      ({ draft, finding }) => `  ${sentences.bad(finding ?? '')}\n${palette.dim(example(draft))}`,
    ),
  ];
  const heading = `${rule.number}. ${rule.title}`;
  const facts = sentences.facts(rule.id, sentences.lever[rule.lever], rule.weight);
  const gap = Math.max(1, columns - displayWidth(heading) - displayWidth(facts));
  const sections = [
    [`${palette.bold(heading)}${' '.repeat(gap)}${palette.dim(facts)}`, ...wrap(rule.summary, columns)],
    [
      palette.bold(sentences.evidence),
      ...indented(`${sentences.grade[rule.evidence.grade]}${colon(view.locale)}${rule.evidence.source}`),
      ...(evidence.rules[rule.id] ?? []).flatMap((paragraph) => indented(paragraph)),
      ...indented(evidence.limits).map((line) => palette.dim(line)),
    ],
    [palette.bold(sentences.messages), ...messages],
    ...(options.length > 0 ? [[palette.bold(sentences.options), ...options]] : []),
    examples,
  ];
  return `${sections.map(block).join('\n\n')}\n`;
}
