// Links by what is still to come, and the curves of the first ones.
import type { Locale } from '#base/locale.js';
import { moment } from '#locale/format.js';
import { reportSentences } from '#locale/report.js';
import { timingSentences } from '#locale/timing.js';
import type { DecayDetail, DecayDocument, DecayLink } from '../documents/decay.js';
import { adviceText, amountText, expectedCount, faultTexts, knownCount, timeTexts, totalText } from '../timing-text.js';
import { drawCurve, shortened } from './decay.js';
import { escape, folded, htmlTable, paragraph } from './page.js';
import { barX, draw, figure, ruleX, ruleY, SWATCHES } from './picture.js';

/** Below half a reaction a link is not said to get more. */
const LEAST = 0.5;
/** Rows of the table of a curve, which is drawn from many more points. */
const CURVE_ROWS = 12;

/** The part of a report on links. */
export function linksBody(document: DecayDocument, locale: Locale): string[] {
  const { links, known, learnedFrom } = document;
  const words = reportSentences(locale).decay;
  const { decay } = timingSentences(locale);
  if (links.length === 0) return [paragraph(decay.none, 'verdict')];
  const live = links.filter(({ remaining }) => remaining.mean >= LEAST);
  return [
    paragraph(decay.learned(learnedFrom.level, learnedFrom.shape), 'soft'),
    ...(live.length === 0 ? [paragraph(words.none, 'verdict')] : [drawToCome(live, locale)]),
    // Without a picture the table is what there is to see.
    live.length === 0 ? linkTable(document, locale) : folded(words.table, linkTable(document, locale)),
    paragraph(words.shown(links.length, known), 'soft'),
    ...faultTexts(document, locale).map((remark) => paragraph(remark, 'soft')),
    `<h3>${escape(words.curves)}</h3>`,
    ...links.flatMap((link, index) =>
      link.detail === undefined ? [] : oneCurve(`curve${index + 1}`, link, link.detail, document, locale),
    ),
  ];
}

function linkTable(document: DecayDocument, locale: Locale): string {
  const { columns } = timingSentences(locale).pages.decay;
  return htmlTable(
    '',
    [
      { head: columns.link },
      { head: columns.soFar, number: true },
      { head: columns.toCome, number: true },
      { head: columns.ninety },
      { head: columns.advice },
    ],
    document.links.map((link) => [
      link.label,
      knownCount(link.reactions, locale),
      amountText(link.remaining, locale),
      timeTexts(link.times, locale).ninety,
      adviceText(link, document, locale),
    ]),
  );
}

function drawToCome(links: readonly DecayLink[], locale: Locale): string {
  const words = reportSentences(locale).decay;
  const rows = links.map(({ label, remaining }, index) => ({
    name: `${index + 1}  ${shortened(label, 34)}`,
    ...remaining,
  }));
  const chart = draw({
    id: 'to-come',
    title: words.picture,
    description: words.description(rows.length),
    plot: {
      width: 900,
      height: 56 + 26 * rows.length,
      marginLeft: Math.min(300, 24 + 7 * Math.max(...rows.map(({ name }) => name.length))),
      marginRight: 30,
      style: { fontSize: '12px', overflow: 'visible' },
      x: {
        grid: true,
        nice: true,
        label: null,
        ticks: Math.min(6, Math.max(1, Math.ceil(Math.max(...rows.map(({ high }) => high))))),
        tickFormat: (value: number) => expectedCount(value, locale),
      },
      y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
      marks: [
        barX(rows, { y: 'name', x: 'mean', fill: 'var(--band)', stroke: 'var(--curve)', insetTop: 4, insetBottom: 4 }),
        ruleY(rows, { y: 'name', x1: 'low', x2: 'high', stroke: 'var(--curve)', strokeWidth: 2.5 }),
        ruleX([0], { stroke: 'var(--soft)' }),
      ],
    },
  });
  return figure(chart, [
    [SWATCHES.bar, words.bar],
    [SWATCHES.interval, words.interval],
  ]);
}

function oneCurve(id: string, link: DecayLink, detail: DecayDetail, document: DecayDocument, locale: Locale): string[] {
  const words = reportSentences(locale).decay;
  const { decay } = timingSentences(locale);
  const { curve } = detail;
  const step = Math.max(1, (curve.length - 1) / (CURVE_ROWS - 1));
  const rows = Array.from(
    { length: Math.min(CURVE_ROWS, curve.length) },
    (_, index) => curve[Math.round(index * step)] ?? [],
  ).flat();
  const sums = [
    decay.soFar(knownCount(link.reactions, locale)),
    decay.toCome(amountText(link.remaining, locale)),
    decay.total(totalText(link, locale)),
  ];
  return [
    `<h4>${escape(link.label)}</h4>`,
    paragraph(adviceText(link, document, locale)),
    paragraph(sums.join(' · '), 'soft'),
    drawCurve(id, link, detail, document, locale),
    folded(
      words.points,
      htmlTable(
        words.curve(link.label),
        [
          { head: words.columns.when },
          { head: words.columns.mean, number: true },
          { head: words.columns.interval, number: true },
        ],
        rows.map(({ localTime: when, mean, low, high }) => [
          moment(when, locale),
          expectedCount(mean, locale),
          `${expectedCount(low, locale)}–${expectedCount(high, locale)}`,
        ]),
      ),
    ),
  ];
}
