import type { PlanDocument, PlanItem } from '../documents/plan.js';
import { budgetLine } from '../plan-remarks.js';
import { moment, plural } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import type { TimingView } from './hours.js';
import { createPalette, type Palette } from './style.js';
import { oneLine, padStart, textLines, visible, wrap } from './width.js';

const WORDS = {
  en: {
    title: 'Plan for',
    posts: (placed: number, requested: number) => `${placed} of ${plural(requested, 'post', 'posts', 'en')} placed`,
    origin: { draft: 'the draft', own: 'your variant', made: 'made of the draft’s own words' },
    score: 'score',
    write: 'text to be written',
    costs: 'Cost',
    dry: 'Dry run: nothing was queued.',
    budget: 'Budget (UTC)',
    noAlt: 'no alt text',
    alt: (text: string) => `“${text}”`,
  },
  fr: {
    title: 'Plan pour',
    posts: (placed: number, requested: number) =>
      `${placed} sur ${plural(requested, 'post placé', 'posts placés', 'fr')}`,
    origin: { draft: 'le brouillon', own: 'votre variante', made: 'fait des mots du brouillon' },
    score: 'score',
    write: 'texte à écrire',
    costs: 'Coût',
    dry: 'À blanc : rien n’a été mis en file.',
    budget: 'Budget (UTC)',
    noAlt: 'pas de texte alternatif',
    alt: (text: string) => `« ${text} »`,
  },
} as const;

const WIDEST = 100;

/** How the report ends: for a plan that is only shown, or one that may be queued after it. */
export interface PlanView extends TimingView {
  readonly isDry: boolean;
}

/** The plan as text: when, what and why, what is in its way, what it costs. */
export function planReport(document: PlanDocument, view: PlanView): string {
  const { locale } = view;
  const words = WORDS[locale];
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { link, zone, mode, items, requested, problems, notes, cost, budget } = document;
  const wrapped = (text: string): string[] => wrap(visible(text), columns);
  const sections = [
    [
      ...wrapped(`${words.title} ${link}`).map((line) => palette.bold(line)),
      ...wrapped(`${words.posts(items.length, requested)} · ${mode} · ${zone}`).map((line) => palette.dim(line)),
    ],
    ...items.map((item) => itemLines(item, columns, palette, locale)),
    problems.flatMap((text) => wrapped(`! ${text}`).map((line) => palette.severity('error', line))),
    notes.flatMap(wrapped).map((line) => palette.dim(line)),
    [words.costs, ...cost.flatMap(({ text }) => wrap(text, columns - 4).map((line) => `    ${line}`))],
    budget.length === 0
      ? []
      : [
          words.budget,
          ...budget.flatMap((period) => wrap(budgetLine(period, locale), columns - 4)).map((line) => `    ${line}`),
        ],
    view.isDry ? [words.dry] : [],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

/** The last name of a path: whoever wrote the draft knows the rest. */
const lastSegment = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function itemLines(
  { number, localTime, text, media, reason, note }: PlanItem,
  columns: number,
  palette: Palette,
  locale: Locale,
): string[] {
  const words = WORDS[locale];
  const head = `${padStart(String(number), 2)}  `;
  const margin = ' '.repeat(head.length);
  const below = (lines: string): string[] => wrap(lines, columns - margin.length).map((line) => margin + line);
  const origin =
    text === null
      ? words.write
      : `${words.origin[text.origin]}${text.score === null ? '' : `, ${words.score} ${text.score}`}`;
  return [
    `${head}${palette.bold(moment(localTime, locale))}  ${palette.dim(origin)}`,
    ...(text === null ? [] : textLines(text.text, columns - margin.length).map((line) => margin + line)),
    ...media.flatMap(({ file, alt }) =>
      below(oneLine(`+ ${lastSegment(file)}, ${alt === null ? words.noAlt : words.alt(alt)}`)),
    ),
    ...below(reason).map((line) => palette.dim(line)),
    ...(note === null ? [] : below(`${note}.`)),
  ];
}
