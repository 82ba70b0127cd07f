import { evidenceSentences } from '#locale/evidence.js';
import type { MessageSpec, Rule } from '#lint/rule.js';
import { readableSlots } from '#report/terminal/rules.js';

const SEVERITIES = { error: 'error', warning: 'warning', info: 'hint' } as const;

/** Text that stands in a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Words of the table in the language of its page. */
interface TableWords {
  readonly titles: readonly string[];
  readonly levers: Readonly<Record<Rule['lever'], string>>;
}

const ENGLISH: TableWords = {
  titles: ['#', 'rule', 'lever', 'weight', 'checks'],
  levers: { relevance: 'relevance', search: 'search', amplification: 'amplification' },
};

/** The table of rules for a README, each linked to its part of the reference. */
export function ruleTable(rules: readonly Rule[], reference: string, { titles, levers }: TableWords = ENGLISH): string {
  const rows = rules.map(({ number, id, lever, weight, summary }) => [
    String(number),
    `[\`${id}\`](${reference}#${number}-${id})`,
    levers[lever],
    String(weight),
    summary,
  ]);
  return table([...titles], rows);
}

const list = (sentences: readonly string[]): string => sentences.map((sentence) => `- ${sentence}`).join('\n');

const messageRow = ([id, spec]: [string, MessageSpec], translation: Rule): string[] => [
  `\`${id}\``,
  SEVERITIES[spec.severity],
  readableSlots(spec.text),
  readableSlots(translation.messages[id]?.text ?? ''),
];

function section(rule: Rule, translation: Rule): string {
  const { number, id, title, summary, lever, weight, evidence, options, messages, examples } = rule;
  const optionRows = Object.entries(options).map(([name, spec]) => [
    `\`${name}\``,
    String(spec.default),
    spec.type === 'boolean' ? 'true or false' : `${spec.minimum} to ${spec.maximum}`,
    spec.description,
  ]);
  const example = (draft: string): string => `\`\`\`text\n${draft}\n\`\`\``;
  return [
    `## ${number}. ${id}`,
    `**${title}** · *${translation.title}* · lever: ${lever} · weight ${weight}`,
    summary,
    `*Evidence (${evidence.grade}).* ${evidence.source}.`,
    list(evidenceSentences('en').rules[id] ?? []),
    `*${translation.title}.* ${translation.evidence.source}.`,
    list(evidenceSentences('fr').rules[id] ?? []),
    table(
      ['message', 'severity', 'English', 'French'],
      Object.entries(messages).map((entry) => messageRow(entry, translation)),
    ),
    ...(optionRows.length > 0 ? [table(['option', 'default', 'allowed', 'meaning'], optionRows)] : []),
    'Good:',
    ...examples.good.map(({ draft }) => example(draft)),
    ...examples.bad.flatMap(({ draft, finding }) => [`Needs work (\`${finding}\`):`, example(draft)]),
  ].join('\n\n');
}

/** The reference of all rules: what each checks, on what evidence, its findings, options and examples. */
export function rulesReference(rules: readonly Rule[], translations: readonly Rule[]): string {
  const intro = [
    '# The ten rules',
    'Written by `npm run generate` from the rules themselves; do not edit. Numbers without a source in the evidence are our own choice: they are options, with these defaults.',
    'The score is Σ weight · score / Σ weight over the rules that could judge, × 100. A rule that cannot judge is left out and says why.',
    ruleTable(rules, ''),
    evidenceSentences('en').limits,
    evidenceSentences('fr').limits,
  ];
  return `${[...intro, ...rules.map((rule, index) => section(rule, translations[index] ?? rule))].join('\n\n')}\n`;
}
