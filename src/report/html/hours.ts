import {
  FEW_POSTS,
  hoursBasis,
  hoursHeadings,
  type HoursDocument,
  type HourSlot,
  upliftText,
} from '../documents/hours.js';
import { computeEdges, pickShade } from '../steps.js';
import { count, percent, weekdayName } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { escape } from './escape.js';
import { folded, htmlTable, page, paragraph } from './page.js';
import { barY, cellMark, draw, ruleY, textMark } from './picture.js';

const WORDS = {
  en: {
    figures: 'Figures in the cells: your posts.',
    hours: 'Hour of the day',
    description: (best: string) => `A week by hours: seven rows of twenty-four cells. ${best}`,
    best: (slots: string) => `The highest: ${slots}.`,
    curve: 'Twenty-four bars, one for each hour of the day.',
    few: (posts: number) => `hatched: fewer than ${posts} of your posts`,
    outlined: 'outlined: the slots below, by rank',
    below: 'below',
    from: 'from',
    rank: 'Rank',
    slot: 'Slot',
    posts: 'Posts',
    effect: 'Effect (80 % interval)',
    table: 'The picture as a table',
    cells: 'Effect, and number of posts',
    caveat:
      'Observations, no proof of a cause: people post other things at night. Effects are shrunk to what held out of sample on public accounts.',
  },
  fr: {
    figures: 'Chiffres dans les cases : vos posts.',
    hours: 'Heure du jour',
    description: (best: string) => `Une semaine heure par heure : sept lignes de vingt-quatre cases. ${best}`,
    best: (slots: string) => `Les plus hautes : ${slots}.`,
    curve: 'Vingt-quatre barres, une par heure du jour.',
    few: (posts: number) => `hachuré : moins de ${posts} de vos posts`,
    outlined: 'encadré : les créneaux ci-dessous, par rang',
    below: 'moins de',
    from: 'dès',
    rank: 'Rang',
    slot: 'Créneau',
    posts: 'Posts',
    effect: 'Effet (intervalle à 80 %)',
    table: 'L’image en tableau',
    cells: 'Effet, et nombre de posts',
    caveat:
      'Des observations, pas la preuve d’une cause : on poste autre chose la nuit. Les effets sont ramenés à ce qui tenait hors échantillon sur des comptes publics.',
  },
} as const;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, weekday) => weekday);

/** The page of `hours --html`. */
export function hoursPage(document: HoursDocument, locale: Locale): string {
  const words = WORDS[locale];
  const { title, lines } = hoursBasis(document, locale);
  const headings = hoursHeadings(document, locale);
  const isTypicalOnly = document.verdict === 'typical only';
  return page({
    lang: locale,
    title,
    body: [
      `<h1>${escape(title)}</h1>`,
      ...lines.map((line) => paragraph(line, 'soft')),
      paragraph(document.sentence, 'verdict'),
      ...(document.outlook === null ? [] : [paragraph(document.outlook)]),
      `<h2>${escape(headings.effects)}</h2>`,
      isTypicalOnly ? typicalCurve(document, locale) : week(document, locale),
      `<h2>${escape(headings.slots)}</h2>`,
      slotTable(document, locale),
      paragraph(words.caveat, 'soft'),
      ...(isTypicalOnly ? [] : [folded(words.table, weekTable(document, locale))]),
    ],
  });
}

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const slotName = ({ weekday, hour }: Pick<HourSlot, 'weekday' | 'hour'>, locale: Locale): string =>
  `${weekdayName(weekday, locale)} ${hourName(hour)}–${hourName((hour + 1) % 24)}`;

function week(document: HoursDocument, locale: Locale): string {
  const words = WORDS[locale];
  const edges = computeEdges(document.hours.map(({ uplift }) => uplift));
  const cells = document.hours.map((hour) => ({
    ...hour,
    day: weekdayName(hour.weekday, locale),
    fill: `var(--step${pickShade(hour.uplift, edges)})`,
  }));
  const ranked = document.slots.map((slot, index) => ({
    day: weekdayName(slot.weekday, locale),
    hour: slot.hour,
    rank: String(index + 1),
  }));
  const best = document.slots.slice(0, 3).map((slot) => `${slotName(slot, locale)} ${percent(slot.uplift, locale)}`);
  const place = { x: 'hour', y: 'day' } as const;
  const chart = draw({
    id: 'week',
    title: hoursHeadings(document, locale).effects,
    description: words.description(best.length === 0 ? '' : words.best(best.join(', '))),
    hatch: 'few',
    plot: {
      width: 900,
      height: 290,
      marginTop: 36,
      marginLeft: 44,
      marginRight: 4,
      marginBottom: 4,
      padding: 0,
      style: { fontSize: '12px', overflow: 'visible' },
      x: { domain: HOURS, axis: 'top', tickSize: 0, label: words.hours, labelAnchor: 'left', labelArrow: 'none' },
      y: { domain: DAYS.map((weekday) => weekdayName(weekday, locale)), tickSize: 0, label: null },
      color: { type: 'identity' },
      marks: [
        cellMark(cells, { ...place, fill: 'fill', inset: 0.75 }),
        cellMark(
          cells.filter(({ posts }) => posts < FEW_POSTS),
          { ...place, fill: 'url(#few)', inset: 0.75 },
        ),
        textMark(
          cells.filter(({ posts }) => posts > 0),
          {
            ...place,
            text: ({ posts }: { posts: number }) => String(posts),
            fill: 'var(--ink)',
            fontSize: 11,
            stroke: 'var(--ground)',
            strokeWidth: 2.5,
            strokeOpacity: 0.6,
            dy: 3,
          },
        ),
        cellMark(ranked, { ...place, fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, inset: 1 }),
        textMark(ranked, {
          ...place,
          text: 'rank',
          fill: 'var(--ink)',
          fontWeight: 700,
          fontSize: 9,
          dx: -11,
          dy: -10,
        }),
      ],
    },
  });
  return `<figure style="margin:0"><div class="wide">${chart}</div>${legend(edges, locale)}</figure>\n${paragraph(words.figures, 'soft')}`;
}

function legend([farBelow, below, above, farAbove]: ReturnType<typeof computeEdges>, locale: Locale): string {
  const words = WORDS[locale];
  const swatch = (inner: string): string => `<svg viewBox="0 0 16 16" aria-hidden="true">${inner}</svg>`;
  const box = (fill: string): string =>
    `<rect x=".5" y=".5" width="15" height="15" fill="${fill}" stroke="var(--line)"/>`;
  const entries = [
    [box('var(--step0)'), `${words.below} ${percent(farBelow, locale)}`],
    [box('var(--step1)'), `${words.from} ${percent(farBelow, locale)}`],
    [box('var(--step2)'), `${words.from} ${percent(below, locale)}`],
    [box('var(--step3)'), `${words.from} ${percent(above, locale)}`],
    [box('var(--step4)'), `${words.from} ${percent(farAbove, locale)}`],
    [box('none') + box('url(#few)'), words.few(FEW_POSTS)],
    ['<rect x="1" y="1" width="14" height="14" fill="none" stroke="var(--ink)" stroke-width="2"/>', words.outlined],
  ] as const;
  const items = entries.map(([inner, text]) => `<li>${swatch(inner)}${escape(text)}</li>`);
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** With too few posts: the typical hours of day, and no map that would look like the account's own. */
function typicalCurve(document: HoursDocument, locale: Locale): string {
  const words = WORDS[locale];
  const bars = HOURS.map((hour) => {
    const cells = document.hours.filter((cell) => cell.hour === hour);
    return { hour, uplift: cells.reduce((total, { uplift }) => total + uplift, 0) / Math.max(1, cells.length) };
  });
  const chart = draw({
    id: 'curve',
    title: hoursHeadings(document, locale).effects,
    description: words.curve,
    plot: {
      width: 900,
      height: 270,
      marginLeft: 60,
      marginBottom: 46,
      style: { fontSize: '12px', overflow: 'visible' },
      x: { domain: HOURS, tickSize: 0, label: words.hours, labelArrow: 'none', labelOffset: 40 },
      y: { label: null, tickFormat: (value: number) => percent(value, locale), ticks: 5 },
      marks: [
        barY(bars, { x: 'hour', y: 'uplift', fill: 'var(--step3)', stroke: 'var(--line)' }),
        ruleY([0], { stroke: 'var(--soft)' }),
      ],
    },
  });
  return `<figure style="margin:0"><div class="wide">${chart}</div></figure>`;
}

function slotTable({ slots, verdict }: HoursDocument, locale: Locale): string {
  const words = WORDS[locale];
  const withPosts = verdict !== 'typical only';
  return htmlTable(
    '',
    [
      { head: words.rank },
      { head: words.slot, kept: true },
      ...(withPosts ? [{ head: words.posts, number: true }] : []),
      { head: words.effect },
    ],
    slots.map((slot, index) => [
      String(index + 1),
      slotName(slot, locale),
      ...(withPosts ? [count(slot.posts, locale)] : []),
      upliftText(slot, locale),
    ]),
  );
}

function weekTable({ hours }: HoursDocument, locale: Locale): string {
  const words = WORDS[locale];
  return htmlTable(
    words.cells,
    [{ head: words.hours }, ...DAYS.map((weekday) => ({ head: weekdayName(weekday, locale), number: true }))],
    HOURS.map((hour) => [
      hourName(hour),
      ...hours
        .filter((cell) => cell.hour === hour)
        .map(({ uplift, posts }) => `${percent(uplift, locale)} (${count(posts, locale)})`),
    ]),
  );
}
