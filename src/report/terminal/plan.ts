import type { Locale } from '#base/locale.js';
import { moment } from '#locale/format.js';
import { experimentSentences } from '#locale/experiment.js';
import { planSentences } from '#locale/plan.js';
import type { PlanDocument, PlanItem, PlansDocument } from '../documents/plan.js';
import type { TimingView } from './hours.js';
import { clockNote, noteText, problemText } from './plan-notes.js';
import { createPalette, type Palette } from './style.js';
import { oneLine, padStart, textLines, visible, wrap } from './width.js';

const WIDEST = 100;

/** How the report ends: for a plan that is only shown, or one that may be queued after it. */
export interface PlanView extends TimingView {
  readonly isDry: boolean;
}

/** The plan as text: when, what and why, what is in its way, what it costs. */
export function planReport(document: PlanDocument, view: PlanView): string {
  const { locale, quiet = false, isDry } = view;
  const sentences = planSentences(locale);
  const { notes, zone } = document;
  return joinSections([
    ...planSections(document, view),
    noteLines(notes, zone, view),
    ...costSections(document, view),
    isDry && !quiet ? [sentences.dryRun] : [],
  ]);
}

/** Several plans that were made together: each draft's, then what holds for all and what they cost. */
export function plansReport({ plans, mode, rhythm, problems, ...costs }: PlansDocument, view: PlanView): string {
  const { locale, quiet = false, isDry } = view;
  const sentences = planSentences(locale);
  const palette = createPalette(view.color);
  const columns = widthOf(view);
  const lines = (text: string): string[] => wrap(visible(text), columns);
  const placed = plans.reduce((sum, { items }) => sum + items.length, 0);
  const requested = plans.reduce((sum, each) => sum + each.requested, 0);
  const shared = (plans[0]?.notes ?? []).filter((note) => plans.every(({ notes }) => notes.some(isSame(note))));
  return joinSections([
    quiet
      ? []
      : [
          ...lines(sentences.titleTogether(plans.length)).map((line) => palette.bold(line)),
          ...lines(`${sentences.placed(placed, requested)} · ${sentences.modes[mode]}`).map((line) =>
            palette.dim(line),
          ),
          ...(rhythm === null ? [] : lines(sentences.rhythm(rhythm.reposts, rhythm.postsPerWeek))).map((line) =>
            palette.dim(line),
          ),
        ],
    ...plans.flatMap((plan) => [
      ...planSections(plan, view, sentences.titleOf(plan.draft, plan.link)),
      noteLines(
        plan.notes.filter((note) => !shared.some(isSame(note))),
        plan.zone,
        view,
      ),
    ]),
    problems.flatMap((problem) => problemLines(problem, view)),
    noteLines(shared, plans[0]?.zone ?? '', view),
    ...costSections({ ...costs, mode }, view),
    isDry && !quiet ? [sentences.dryRun] : [],
  ]);
}

type Note = PlanDocument['notes'][number];

/** Notes are plain data in a fixed order. */
const isSame = (note: Note) => (other: Note) => JSON.stringify(other) === JSON.stringify(note);

const widthOf = ({ columns }: PlanView): number => Math.max(40, Math.min(columns, WIDEST));

const joinSections = (sections: readonly (readonly string[])[]): string =>
  `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;

const problemLines = (problem: PlanDocument['problems'][number], view: PlanView): string[] =>
  wrap(visible(`! ${problemText(problem, view.locale)}`), widthOf(view)).map((line) =>
    createPalette(view.color).severity('error', line),
  );

const noteLines = (notes: readonly Note[], zone: string, view: PlanView): string[] =>
  notes
    .filter(({ code }) => view.quiet !== true || SAID_ALWAYS.has(code))
    .flatMap((note) => wrap(visible(noteText(note, zone, view.locale)), widthOf(view)))
    .map((line) => createPalette(view.color).dim(line));

/** When, what and why, and what is in its way. */
function planSections(
  document: PlansDocument['plans'][number],
  view: PlanView,
  title = planSentences(view.locale).title(document.link),
): string[][] {
  const { locale, quiet = false } = view;
  const sentences = planSentences(locale);
  const palette = createPalette(view.color);
  const columns = widthOf(view);
  const { zone, mode, seed, items, requested, problems, experiment } = document;
  const wrapped = (text: string): string[] => wrap(visible(text), columns);
  return [
    quiet
      ? []
      : [
          ...wrapped(title).map((line) => palette.bold(line)),
          ...wrapped(`${sentences.placed(items.length, requested)} · ${sentences.modes[mode]} · ${zone}`).map((line) =>
            palette.dim(line),
          ),
        ],
    ...items.map((item) => itemLines(item, { columns, palette, locale, isVerbose: view.verbose === true })),
    problems.flatMap((problem) => problemLines(problem, view)),
    quiet || experiment === null
      ? []
      : wrapped(experimentSentences(locale).joins(experiment.link, seed, experiment.spacing, experiment.countedAt)),
  ];
}

/** What posts cost, and what they take of the caps. */
function costSections({ cost, budget }: Pick<PlansDocument, 'cost' | 'budget' | 'mode'>, view: PlanView): string[][] {
  const sentences = planSentences(view.locale);
  const columns = widthOf(view);
  const indented = (text: string): string[] => wrap(text, columns - 4).map((line) => `    ${line}`);
  return [
    [
      sentences.cost,
      ...cost.flatMap(({ mode: each, posts, perPost, total }) =>
        indented(
          sentences.costLine(
            sentences.modes[each],
            posts.withLink,
            posts.without,
            [perPost.withLink, perPost.without],
            total,
          ),
        ),
      ),
    ],
    budget.length === 0
      ? []
      : [
          sentences.budget,
          ...budget.flatMap(({ begins, plan, cap, taken }) => indented(sentences.budgetLine(begins, plan, cap, taken))),
        ],
  ];
}

/** Notes that a quiet plan shows as well: what was overridden, and what is hardly worth posting. */
const SAID_ALWAYS: ReadonlySet<PlanDocument['notes'][number]['code']> = new Set([
  'forced',
  'planned-anyway',
  'weak-text',
] as const);

/** The last name of a path: the author of the draft knows the rest. */
const lastSegment = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function itemLines(
  item: PlanItem,
  { columns, palette, locale, isVerbose }: { columns: number; palette: Palette; locale: Locale; isVerbose: boolean },
): string[] {
  const { number, localTime, text, media } = item;
  const sentences = planSentences(locale);
  const head = `${padStart(String(number), 2)}  `;
  const margin = ' '.repeat(head.length);
  const below = (lines: string): string[] => wrap(lines, columns - margin.length).map((line) => margin + line);
  const origin =
    text === null
      ? sentences.write
      : [sentences.origins[text.origin], ...(text.score === null ? [] : [sentences.score(text.score)])].join(', ');
  const note = clockNote(item, locale);
  return [
    `${head}${palette.bold(moment(localTime, locale))}  ${palette.dim(origin)}`,
    ...(text === null ? [] : textLines(text.text, columns - margin.length).map((line) => margin + line)),
    ...media.flatMap(({ file, alt }) =>
      below(oneLine(`+ ${lastSegment(file)}, ${alt === null ? sentences.noAltText : sentences.altText(alt)}`)),
    ),
    ...below(reasonText(item, locale, isVerbose)).map((line) => palette.dim(line)),
    ...(note === undefined ? [] : below(note)),
  ];
}

/** Why a slot was chosen: one line, or all that is known of it. */
function reasonText({ why, arm }: PlanItem, locale: Locale, isVerbose: boolean): string {
  const sentences = planSentences(locale);
  const drawn = arm === null ? [] : [experimentSentences(locale).arms[arm]];
  const { gain, sinceLink, restShare, toNearest } = why;
  if (!isVerbose) {
    const parts = [
      ...drawn,
      why.basis === 'none' ? sentences.unknownHour : sentences.hour(why.uplift, why.basis === 'own'),
      ...(why.other === null ? [] : [sentences.other(why.other)]),
      ...(gain === null ? [] : [sentences.expected(gain)]),
    ];
    return sentences.reason(parts);
  }
  return sentences.reason([
    ...drawn,
    why.basis === 'none' ? sentences.unknownHour : sentences.uplift(why, why.basis === 'own', gain !== null),
    ...(why.other === null ? [] : [sentences.other(why.other)]),
    ...(gain === null ? [] : [sentences.gain(gain)]),
    ...(sinceLink === null ? [] : [sentences.sinceLink(sinceLink), sentences.restShare(restShare)]),
    ...(toNearest === null ? [] : [sentences.toNearest(toNearest)]),
  ]);
}
