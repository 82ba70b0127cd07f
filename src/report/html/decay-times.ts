import type { DecayTimes } from '../documents/decay.js';
import type { Locale } from '#base/locale.js';
import { span } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import { escape } from './escape.js';
import { dot, draw, type Markish, ruleY } from './picture.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICKS = [5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY];

/** Half-life and t90 of each row, with their ranges, on a scale of ratios. */
export function drawDecayTimes(
  title: string,
  rows: readonly { readonly name: string; readonly times: DecayTimes }[],
  locale: Locale,
): string {
  const words = timingSentences(locale).pages.decay;
  const bounded = (ms: number): number => Math.log(Math.min(7 * DAY, Math.max(2 * MINUTE, ms)));
  const spans = rows.flatMap(({ name, times: { basis, t50, t90, seen } }) =>
    [
      { which: 'half', times: t50, moment: seen?.t50 },
      { which: 'ninety', times: t90, moment: seen?.t90 },
    ].map(({ which, times, moment }) => ({
      name,
      isTypical: basis !== 'own',
      stroke: which === 'half' ? 'var(--curve)' : 'var(--mark)',
      dy: which === 'half' ? -4 : 4,
      low: bounded(moment?.after ?? times.low),
      median: bounded(moment === undefined ? times.median : (moment.age ?? moment.before)),
      high: bounded(moment?.before ?? times.high),
    })),
  );
  const drawMarks = (dy: number): Markish[] => {
    const kept = spans.filter((shown) => shown.dy === dy);
    const rule = (isTypical: boolean): Markish =>
      ruleY(
        kept.filter((shown) => shown.isTypical === isTypical),
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
    title,
    description: words.timesDescription(rows.length),
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
    [SWATCHES.half, words.half],
    [SWATCHES.ninety, words.ninety],
    ...(spans.some(({ isTypical }) => isTypical) ? [[SWATCHES.dashed, words.dashed] as const] : []),
  ]);
}

/** Signs of the legends. */
export const SWATCHES = {
  band: '<rect y="3" width="16" height="10" fill="var(--band)"/><path d="M0 8H16" stroke="var(--curve)" stroke-width="2.5"/>',
  post: '<path d="M8 0V16" stroke="var(--mark)" stroke-width="1.5" stroke-dasharray="4 3"/>',
  half: '<path d="M0 8H16" stroke="var(--curve)" stroke-width="2.5"/><circle cx="8" cy="8" r="4" fill="var(--curve)"/>',
  ninety: '<path d="M0 8H16" stroke="var(--mark)" stroke-width="2.5"/><circle cx="8" cy="8" r="4" fill="var(--mark)"/>',
  dashed: '<path d="M0 8H16" stroke="var(--soft)" stroke-width="2.5" stroke-dasharray="5 4"/>',
} as const;

/** A picture over its legend. */
export function figure(chart: string, entries: readonly (readonly [swatch: string, text: string])[]): string {
  const items = entries.map(
    ([swatch, text]) => `<li><svg viewBox="0 0 16 16" aria-hidden="true">${swatch}</svg>${escape(text)}</li>`,
  );
  return `<figure style="margin:0"><div class="wide">${chart}</div><ul class="legend">${items.join('')}</ul></figure>`;
}
