import type { Localized } from '#lint/message.js';
import type { Rule } from '#lint/rule.js';
import { createPalette, type TerminalStyle } from './style.js';
import { padEnd, padStart, displayWidth, wrap } from './width.js';

const WORDS = {
  en: {
    weight: 'weight',
    lever: { relevance: 'relevance', search: 'search', amplification: 'amplification' },
    grade: { measured: 'measured', published: 'published', advice: 'advice' },
    severity: { error: 'error', warning: 'warning', info: 'hint' },
    evidence: 'Evidence',
    options: 'Options',
    messages: 'What it says',
    good: 'Good',
    bad: 'To mend',
    from: 'from',
    to: 'to',
    default: 'default',
  },
  fr: {
    weight: 'poids',
    lever: { relevance: 'pertinence', search: 'recherche', amplification: 'amplification' },
    grade: { measured: 'mesuré', published: 'publié', advice: 'conseil' },
    severity: { error: 'erreur', warning: 'alerte', info: 'conseil' },
    evidence: 'Fondement',
    options: 'Options',
    messages: 'Ce qu’elle dit',
    good: 'Bon',
    bad: 'À reprendre',
    from: 'de',
    to: 'à',
    default: 'par défaut',
  },
} as const;

/** How the list and the explanation of rules are drawn. */
export interface RulesView extends TerminalStyle {
  readonly locale: keyof typeof WORDS;
}

const NARROWEST = 30;
const WIDEST = 100;
const widthFor = ({ columns }: TerminalStyle): number => Math.max(NARROWEST, Math.min(columns, WIDEST));

/** The rules in a list: number, id, weight, and what each asks for. */
export function rulesList(rules: readonly Rule[], view: RulesView): string {
  const palette = createPalette(view.color);
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const lead = 3 + idWidth + 5;
  const columns = widthFor(view);
  const lines = rules.flatMap(({ number, id, weight, summary }) => {
    const head = `${padStart(String(number), 2)} ${padEnd(id, idWidth)} ${padStart(String(weight), 3)} `;
    const [first = '', ...rest] = wrap(summary[view.locale], columns - lead);
    return [palette.bold(head) + first, ...rest.map((line) => ' '.repeat(lead) + line)];
  });
  return `${lines.join('\n')}\n`;
}

/** One rule explained: what it asks for, on what evidence, what it can say, and examples. */
export function ruleExplained(rule: Rule, view: RulesView): string {
  const palette = createPalette(view.color);
  const words = WORDS[view.locale];
  const columns = widthFor(view);
  const text = ({ en, fr }: Localized): string => (view.locale === 'fr' ? fr : en);
  const block = (lines: readonly string[]): string => lines.join('\n');
  const indented = (paragraph: string): string[] => wrap(paragraph, columns - 2).map((line) => `  ${line}`);
  const options = Object.entries(rule.options).flatMap(([name, spec]) => {
    const range = spec.type === 'boolean' ? '' : `, ${words.from} ${spec.minimum} ${words.to} ${spec.maximum}`;
    return [
      `  ${palette.bold(name)} (${words.default} ${String(spec.default)}${range})`,
      ...indented(`  ${spec.description}`),
    ];
  });
  const messages = Object.entries(rule.messages).flatMap(([id, message]) => {
    const head = `${id} (${words.severity[message.severity]})`;
    return [`  ${palette.severity(message.severity, head)}`, ...indented(`  ${text(message)}`)];
  });
  const example = (draft: string): string =>
    draft
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
  const examples = [
    ...rule.examples.good.map(({ draft }) => `  ${words.good}\n${palette.dim(example(draft))}`),
    ...rule.examples.bad.map(({ draft, finding }) => `  ${words.bad} (${finding})\n${palette.dim(example(draft))}`),
  ];
  const heading = `${rule.number}. ${text(rule.title)}`;
  const facts = `${rule.id} · ${words.lever[rule.lever]} · ${words.weight} ${rule.weight}`;
  const gap = Math.max(1, columns - displayWidth(heading) - displayWidth(facts));
  const sections = [
    [`${palette.bold(heading)}${' '.repeat(gap)}${palette.dim(facts)}`, ...wrap(text(rule.summary), columns)],
    [palette.bold(words.evidence), ...indented(`${words.grade[rule.evidence.grade]}: ${rule.evidence.source}`)],
    [palette.bold(words.messages), ...messages],
    ...(options.length > 0 ? [[palette.bold(words.options), ...options]] : []),
    examples,
  ];
  return `${sections.map(block).join('\n\n')}\n`;
}
