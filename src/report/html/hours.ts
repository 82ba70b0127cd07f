import type { Locale } from '#base/locale.js';
import { count, hourRange, percent, time, weekdayName } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import type { HoursDocument } from '../documents/hours.js';
import { FEW_POSTS, hoursText, slotName, upliftText, computeEdges, pickShade } from '../timing-text.js';
import { escape, folded, htmlTable, page, paragraph, wide } from './page.js';
import { barY, cellMark, draw, ruleY, textMark } from './picture.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, weekday) => weekday);

/** The page of `hours --html`. */
export function hoursPage(document: HoursDocument, locale: Locale): string {
  const { title } = hoursText(document, locale);
  return page({ lang: locale, title, body: [`<h1>${escape(title)}</h1>`, ...hoursBody(document, locale, 'h2')] });
}

/** What is said of hours, their picture and its table, below a title. */
export function hoursBody(document: HoursDocument, locale: Locale, heading: 'h2' | 'h3'): string[] {
  const words = timingSentences(locale).pages.hours;
  const text = hoursText(document, locale);
  const isTypicalOnly = document.verdict === 'typical only';
  const head = (title: string): string => `<${heading}>${escape(title)}</${heading}>`;
  return [
    ...text.basis.map((line) => paragraph(line, 'soft')),
    paragraph(text.verdict, 'verdict'),
    ...(text.weekday === undefined ? [] : [paragraph(text.weekday)]),
    ...(text.outlook === undefined ? [] : [paragraph(text.outlook)]),
    ...(text.effectsTitle === undefined
      ? []
      : [
          head(text.effectsTitle),
          isTypicalOnly ? typicalCurve(document, text.effectsTitle, locale) : week(document, text.effectsTitle, locale),
          ...(document.slots.length === 0
            ? [paragraph(text.noSlots)]
            : [head(text.slotsTitle), slotTable(document, locale)]),
          paragraph(words.caveat, 'soft'),
          folded(words.table, isTypicalOnly ? hourTable(document, locale) : weekTable(document, locale)),
        ]),
  ];
}

function week(document: HoursDocument, title: string, locale: Locale): string {
  const words = timingSentences(locale).pages.hours;
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
    title,
    description: words.week(best),
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
      x: { domain: HOURS, axis: 'top', tickSize: 0, label: words.hourOfDay, labelAnchor: 'left', labelArrow: 'none' },
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
  return `<figure style="margin:0">${wide(chart)}${legend(edges, locale)}</figure>\n${paragraph(words.figures, 'soft')}`;
}

function legend(edges: ReturnType<typeof computeEdges>, locale: Locale): string {
  const words = timingSentences(locale).pages.hours;
  const { below, from } = timingSentences(locale).hours;
  const shares = edges.map((edge) => percent(edge, locale));
  const swatch = (inner: string): string => `<svg viewBox="0 0 16 16" aria-hidden="true">${inner}</svg>`;
  const box = (fill: string): string =>
    `<rect x=".5" y=".5" width="15" height="15" fill="${fill}" stroke="var(--line)"/>`;
  const entries = [
    [box('var(--step0)'), below(shares[0] ?? '')],
    ...shares.map((edge, index) => [box(`var(--step${index + 1})`), from(edge)] as const),
    [box('none') + box('url(#few)'), words.few(FEW_POSTS)],
    ['<rect x="1" y="1" width="14" height="14" fill="none" stroke="var(--ink)" stroke-width="2"/>', words.outlined],
  ] as const;
  const items = entries.map(([inner, text]) => `<li>${swatch(inner)}${escape(text)}</li>`);
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** The mean of each hour over the days of the week, which are alike where they are typical. */
const typicalHours = ({ hours }: HoursDocument) =>
  HOURS.map((hour) => {
    const cells = hours.filter((cell) => cell.hour === hour);
    return { hour, uplift: cells.reduce((total, { uplift }) => total + uplift, 0) / Math.max(1, cells.length) };
  });

function hourTable(document: HoursDocument, locale: Locale): string {
  const { hourOfDay } = timingSentences(locale).pages.hours;
  const { effect } = timingSentences(locale).pages.hours;
  return htmlTable(
    '',
    [{ head: hourOfDay }, { head: effect, number: true }],
    typicalHours(document).map(({ hour, uplift }) => [hourRange(hour, locale), percent(uplift, locale)]),
  );
}

/** With too few posts: the typical hours of day, and no map that would look like the account's own. */
function typicalCurve(document: HoursDocument, title: string, locale: Locale): string {
  const words = timingSentences(locale).pages.hours;
  const bars = typicalHours(document);
  const chart = draw({
    id: 'hours',
    title,
    description: words.curve,
    plot: {
      width: 900,
      height: 270,
      marginLeft: 60,
      marginBottom: 46,
      style: { fontSize: '12px', overflow: 'visible' },
      x: { domain: HOURS, tickSize: 0, label: words.hourOfDay, labelArrow: 'none', labelOffset: 40 },
      y: { label: null, tickFormat: (value: number) => percent(value, locale), ticks: 5 },
      marks: [
        barY(bars, { x: 'hour', y: 'uplift', fill: 'var(--step3)', stroke: 'var(--line)' }),
        ruleY([0], { stroke: 'var(--soft)' }),
      ],
    },
  });
  return `<figure style="margin:0">${wide(chart)}</figure>`;
}

function slotTable({ slots, verdict }: HoursDocument, locale: Locale): string {
  const { rank } = timingSentences(locale).pages.hours;
  const { columns } = timingSentences(locale).hours;
  const withPosts = verdict !== 'typical only';
  return htmlTable(
    '',
    [
      { head: rank },
      { head: columns.slot, kept: true },
      ...(withPosts ? [{ head: columns.posts, number: true }] : []),
      { head: columns.effect },
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
  const words = timingSentences(locale).pages.hours;
  return htmlTable(
    words.cells,
    [{ head: words.hourOfDay }, ...DAYS.map((weekday) => ({ head: weekdayName(weekday, locale), number: true }))],
    HOURS.map((hour) => [
      time(`${String(hour).padStart(2, '0')}:00`, locale),
      ...hours
        .filter((cell) => cell.hour === hour)
        .map(({ uplift, posts }) => `${percent(uplift, locale)} (${count(posts, locale)})`),
    ]),
  );
}
