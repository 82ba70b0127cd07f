// What was learned of an account's own posts.
import type { Locale } from '#base/locale.js';
import { correlation } from '#locale/format.js';
import { reportSentences } from '#locale/report.js';
import { standingSentences } from '#locale/standing.js';
import type { ReportDocument, ReportedWeights } from '../documents/report.js';
import { escape, folded, htmlTable, paragraph } from './page.js';
import { dot, draw, figure, ruleX, ruleY, SWATCHES } from './picture.js';

/** Fewest posts that an account is known by, as the evidence has it. */
const LEAST = 30;
/** Terms in the picture; the table has all. */
const SHOWN = 12;

/** The part of a report on what goes with reactions, and with clicks where they are known. */
export function weightsBody(weights: ReportDocument['weights'], locale: Locale): string[] {
  const words = reportSentences(locale).weights;
  if (weights.length === 0) return [paragraph(words.none(LEAST))];
  return weights.flatMap((one) => [
    ...(one.metric === 'clicks' ? [`<h3>${escape(words.clicks)}</h3>`] : []),
    ...oneMetric(one, locale),
  ]);
}

function oneMetric({ metric, posts, unseen, terms }: ReportedWeights, locale: Locale): string[] {
  const words = reportSentences(locale).weights;
  const names = standingSentences(locale).terms;
  // Terms of texts that say nothing have no name: there is no advice on them.
  const named = terms.flatMap((term) => {
    const [name] = names[term.term] ?? [];
    return name === undefined ? [] : [{ ...term, name }];
  });
  const sure = named.filter(({ isSure }) => isSure);
  return [
    paragraph(words.basis(posts, unseen.correlation, unseen.low, unseen.high, unseen.n), 'soft'),
    ...(sure.length === 0 ? [paragraph(words.unsure, 'verdict')] : []),
    drawTerms(metric, named.slice(0, SHOWN), sure, locale),
    paragraph(words.unit, 'soft'),
    paragraph(words.caveat, 'soft'),
    folded(
      words.table,
      htmlTable(
        '',
        [
          { head: words.columns.term },
          { head: words.columns.effect, number: true },
          { head: words.columns.interval, number: true },
          { head: words.columns.sure },
        ],
        named.map(({ name, effect, low, high, isSure }) => [
          name,
          correlation(effect, locale),
          `${correlation(low, locale)} – ${correlation(high, locale)}`,
          isSure ? words.sure : words.notSure,
        ]),
      ),
    ),
  ];
}

type NamedTerm = ReportedWeights['terms'][number] & { readonly name: string };

function drawTerms(
  metric: ReportedWeights['metric'],
  terms: readonly NamedTerm[],
  sure: readonly NamedTerm[],
  locale: Locale,
): string {
  const words = reportSentences(locale).weights;
  const chart = draw({
    id: `terms-${metric}`,
    title: words.picture,
    description: words.description(sure.map(({ name, effect }) => `${name} (${correlation(effect, locale)})`)),
    plot: {
      width: 900,
      height: 50 + 24 * terms.length,
      marginLeft: 24 + 7 * Math.max(...terms.map(({ name }) => name.length)),
      marginRight: 30,
      style: { fontSize: '12px', overflow: 'visible' },
      x: { grid: true, nice: true, label: null, ticks: 6, tickFormat: (value: number) => correlation(value, locale) },
      y: { domain: terms.map(({ name }) => name), label: null, tickSize: 0 },
      marks: [
        ruleX([0], { stroke: 'var(--soft)' }),
        ruleY(
          terms.filter(({ isSure }) => isSure),
          { y: 'name', x1: 'low', x2: 'high', stroke: 'var(--curve)', strokeWidth: 2.5 },
        ),
        ruleY(
          terms.filter(({ isSure }) => !isSure),
          { y: 'name', x1: 'low', x2: 'high', stroke: 'var(--soft)', strokeWidth: 2.5, strokeDasharray: '5 4' },
        ),
        dot(terms, { y: 'name', x: 'effect', fill: 'var(--curve)', r: 4 }),
      ],
    },
  });
  return figure(chart, [
    [SWATCHES.half, words.columns.interval],
    [SWATCHES.dashed, words.unsureTerm],
  ]);
}
