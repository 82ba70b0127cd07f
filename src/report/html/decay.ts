import type { Locale } from '#base/locale.js';
import { count, date, moment, span, time, weekdayName } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import type { DecayDetail, DecayDocument, DecayLink, DecayTimes } from '../documents/decay.js';
import {
  accountText,
  adviceText,
  amountText,
  expectedCount,
  faultTexts,
  gainText,
  knownCount,
  timeTexts,
  totalText,
} from '../timing-text.js';
import { escape, folded, htmlTable, page, paragraph } from './page.js';
import { areaY, dot, draw, figure, lineY, type Markish, ruleX, ruleY, SWATCHES, textMark } from './picture.js';

/** The page of `decay --html`: one link with its curve, or all links shown. */
export function decayPage(document: DecayDocument, locale: Locale): string {
  const words = timingSentences(locale).pages.decay;
  const { decay, metrics } = timingSentences(locale);
  const { account, links, zone, localTime, known, learnedFrom, metric } = document;
  const [only] = links;
  const detail = only?.detail;
  const whole = decay.title(accountText(account));
  const title = only !== undefined && detail !== undefined ? words.titleOf(whole, only.label) : whole;
  const body =
    only === undefined
      ? [paragraph(decay.none, 'verdict')]
      : [
          paragraph(decay.learned(learnedFrom.level, learnedFrom.shape), 'soft'),
          ...(metric === 'visits' ? [paragraph(decay.countsVisits, 'soft')] : []),
          ...(detail === undefined ? allLinks(document, locale) : oneLink(only, detail, document, locale)),
        ];
  return page({
    lang: locale,
    title,
    body: [
      `<h1>${escape(title)}</h1>`,
      paragraph(`${metrics[metric]} · ${moment(localTime, locale)} · ${zone}`, 'soft'),
      ...body,
      ...(links.length < known && detail === undefined ? [paragraph(words.shown(links.length, known), 'soft')] : []),
      ...faultTexts(document, locale).map((remark) => paragraph(remark, 'soft')),
    ],
  });
}

function oneLink(link: DecayLink, detail: DecayDetail, document: DecayDocument, locale: Locale): string[] {
  const words = timingSentences(locale).pages.decay;
  const { decay } = timingSentences(locale);
  const { columns } = words;
  const gain = gainText(link.advice, document.metric, locale);
  const rows = detail.posts.map(({ localTime, times }, index) => ({
    name: `${index + 1}  ${date(localTime, locale)}`,
    times,
  }));
  const sums = [
    decay.soFar(knownCount(link.reactions, locale)),
    decay.toCome(amountText(link.remaining, locale)),
    decay.total(totalText(link, locale)),
  ];
  return [
    paragraph(adviceText(link, document, locale), 'verdict'),
    ...(gain === undefined ? [] : [paragraph(gain)]),
    paragraph(sums.join(' · ')),
    `<h2>${escape(words.curve(document.metric))}</h2>`,
    drawCurve('curve', link, detail, document, locale),
    `<h2>${escape(words.times(document.metric))}</h2>`,
    drawDecayTimes(rows, document.metric, locale),
    folded(
      words.table,
      htmlTable(
        words.curve(document.metric),
        [
          { head: columns.post },
          { head: columns.when, kept: true },
          { head: columns.soFar, number: true },
          { head: columns.total, number: true },
          { head: columns.half },
          { head: columns.ninety },
          { head: columns.text },
        ],
        detail.posts.map((post, index) => [
          String(index + 1),
          moment(post.localTime, locale),
          knownCount(post.reactions, locale),
          amountText(post.total, locale, post.total.point),
          ...timeCells(post.times, locale),
          post.text,
        ]),
      ),
    ),
  ];
}

function timeCells(times: DecayTimes, locale: Locale): string[] {
  const { half, ninety, basis } = timeTexts(times, locale);
  return [half, ninety].map((text) => (basis === '' ? text : `${text}, ${basis}`));
}

function allLinks(document: DecayDocument, locale: Locale): string[] {
  const words = timingSentences(locale).pages.decay;
  const { columns } = words;
  const { links } = document;
  const rows = links.map(({ label, times }, index) => ({ name: `${index + 1}  ${shortened(label, 34)}`, times }));
  return [
    `<h2>${escape(words.times(document.metric))}</h2>`,
    drawDecayTimes(rows, document.metric, locale),
    htmlTable(
      '',
      [
        { head: columns.link },
        { head: columns.posts, number: true },
        { head: columns.last, kept: true },
        { head: columns.soFar, number: true },
        { head: columns.toCome, number: true },
        { head: columns.half },
        { head: columns.ninety },
        { head: columns.advice },
      ],
      links.map((link, index) => [
        `${index + 1}  ${link.label}`,
        count(link.posts, locale),
        date(link.last, locale),
        knownCount(link.reactions, locale),
        amountText(link.remaining, locale),
        ...timeCells(link.times, locale),
        adviceText(link, document, locale),
      ]),
    ),
  ];
}

/** The beginning of a text, `most` characters at most. */
export const shortened = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;

/** What the clock shows, on an axis that knows no zones. */
const onAxis = (localTime: string): Date => new Date(`${localTime}:00Z`);

/** `Mon 12:00`: what a narrow axis has room for. */
const dayAndTime = (localTime: string, locale: Locale): string =>
  `${weekdayName((new Date(localTime).getUTCDay() + 6) % 7, locale)} ${time(localTime.slice(11, 16), locale)}`;

const TWO_DAYS = 2 * 86_400_000;

/**
 * The reactions of a link's posts together, with their band, over time.
 * @param id unique in its page.
 */
export function drawCurve(
  id: string,
  link: DecayLink,
  { curve: points, posts }: DecayDetail,
  { localTime, metric }: Pick<DecayDocument, 'localTime' | 'metric'>,
  locale: Locale,
): string {
  const words = timingSentences(locale).pages.decay;
  const data = points.map(({ localTime: shown, mean, low, high }) => ({ when: onAxis(shown), mean, low, high }));
  const marks = posts.map((post, index) => ({ when: onAxis(post.localTime), name: String(index + 1) }));
  const [from, to] = [data[0]?.when ?? onAxis(localTime), data.at(-1)?.when ?? onAxis(localTime)];
  const isShort = to.getTime() - from.getTime() < 2 * TWO_DAYS;
  const present = onAxis(localTime);
  const isNowShown = present > from && present < to;
  const isEarly = present.getTime() - from.getTime() < 0.15 * (to.getTime() - from.getTime());
  // Of a few reactions, whole ones only: halves would be labeled alike.
  const ticks = Math.min(5, Math.max(1, Math.ceil(Math.max(...data.map(({ high }) => high)))));
  const chart = draw({
    id,
    title: words.curve(metric),
    description: words.curveDescription(totalText(link, locale), posts.length, metric),
    plot: {
      width: 900,
      height: 340,
      marginTop: 30,
      marginLeft: 50,
      marginRight: 20,
      style: { fontSize: '12px', overflow: 'visible' },
      x: {
        type: 'utc',
        label: null,
        ticks: 5,
        tickFormat: (when: Date) => (isShort ? dayAndTime : date)(when.toISOString(), locale),
      },
      y: { label: null, grid: true, nice: true, ticks, tickFormat: (value: number) => expectedCount(value, locale) },
      marks: [
        ruleY([0], { stroke: 'var(--soft)' }),
        ruleX(marks, { x: 'when', stroke: 'var(--mark)', strokeDasharray: '4 3' }),
        areaY(data, { x: 'when', y1: 'low', y2: 'high', fill: 'var(--band)' }),
        lineY(data, { x: 'when', y: 'mean', stroke: 'var(--curve)', strokeWidth: 2.5 }),
        textMark(marks, {
          x: 'when',
          text: 'name',
          frameAnchor: 'top',
          dy: -16,
          fill: 'var(--mark)',
          fontWeight: 700,
        }),
        ...(isNowShown
          ? [
              ruleX([present], { stroke: 'var(--ink)' }),
              textMark([present], {
                x: (when: Date) => when,
                text: () => timingSentences(locale).decay.now,
                frameAnchor: 'bottom',
                // Beside the axis there is no room on its left.
                ...(isEarly ? { dx: 5, textAnchor: 'start' as const } : { dx: -5, textAnchor: 'end' as const }),
                dy: -6,
                fill: 'var(--ink)',
                stroke: 'var(--ground)',
                strokeWidth: 4,
              }),
            ]
          : []),
      ],
    },
  });
  return figure(chart, [
    [SWATCHES.band, words.band],
    [SWATCHES.post, words.posts],
  ]);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICKS = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY];

/** Half-life and t90 of each row, with their ranges, on a scale of ratios. */
function drawDecayTimes(
  rows: readonly { readonly name: string; readonly times: DecayTimes }[],
  metric: DecayDocument['metric'],
  locale: Locale,
): string {
  const words = timingSentences(locale).pages.decay;
  const bounded = (ms: number): number => Math.log(Math.min(7 * DAY, Math.max(2 * MINUTE, ms)));
  const spans = rows.flatMap(({ name, times: { basis, t50, t90, seen } }) =>
    [
      { which: 'half', times: t50, exact: seen?.t50 },
      { which: 'ninety', times: t90, exact: seen?.t90 },
    ].map(({ which, times, exact }) => ({
      name,
      isTypical: basis !== 'own',
      stroke: which === 'half' ? 'var(--curve)' : 'var(--mark)',
      dy: which === 'half' ? -4 : 4,
      low: bounded(exact?.after ?? times.low),
      median: bounded(exact === undefined ? times.median : (exact.age ?? exact.before)),
      high: bounded(exact?.before ?? times.high),
    })),
  );
  const drawMarks = (dy: number): Markish[] => {
    const kept = spans.filter((each) => each.dy === dy);
    const rule = (isTypical: boolean): Markish =>
      ruleY(
        kept.filter((each) => each.isTypical === isTypical),
        {
          y: 'name',
          x1: 'low',
          x2: 'high',
          stroke: 'stroke',
          strokeWidth: 2.5,
          dy,
          ...(isTypical && { strokeDasharray: '5 4' }),
        },
      );
    return [rule(false), rule(true), dot(kept, { y: 'name', x: 'median', fill: 'stroke', r: 4, dy })];
  };
  const longest = Math.max(...rows.map(({ name }) => name.length));
  const chart = draw({
    id: 'times',
    title: words.times(metric),
    description: words.timesDescription(rows.length, metric),
    plot: {
      width: 900,
      height: 56 + 26 * rows.length,
      marginLeft: Math.min(300, 24 + 7 * longest),
      marginRight: 30,
      style: { fontSize: '12px', overflow: 'visible' },
      x: {
        // Logarithms on an even scale: a scale of logarithms would label powers of ten only.
        domain: [Math.log(2 * MINUTE), Math.log(7 * DAY)],
        grid: true,
        label: null,
        ticks: TICKS.map(Math.log),
        tickFormat: (value: number) => span(Math.exp(value), locale),
      },
      y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
      color: { type: 'identity' },
      marks: [...drawMarks(-4), ...drawMarks(4)],
    },
  });
  return figure(chart, [
    [SWATCHES.half, words.half(metric)],
    [SWATCHES.ninety, words.ninety(metric)],
    ...(spans.some(({ isTypical }) => isTypical) ? [[SWATCHES.dashed, words.dashed] as const] : []),
  ]);
}
