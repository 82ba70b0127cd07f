// The result of an experiment as text.
import { experimentSentences } from '#locale/experiment.js';
import { count } from '#locale/format.js';
import type { ExperimentDocument } from '../documents/experiment.js';
import type { TimingView } from './hours.js';
import { createPalette } from './style.js';
import { table } from './table.js';
import { wrap } from './width.js';

const WIDEST = 100;

/** The result of an experiment: what it shows, how many links are still needed, and what became of the links. */
export function experimentReport(document: ExperimentDocument, view: TimingView): string {
  const { locale, quiet = false } = view;
  const sentences = experimentSentences(locale);
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { metric, countedAt, seed, verdict, links, moved, usualCount, others } = document;
  const wrapped = (text: string): string[] => wrap(text, columns);
  const dim = (text: string): string[] => wrapped(text).map((line) => palette.dim(line));
  const sections = [
    quiet ? [] : [palette.bold(sentences.title), ...dim(sentences.basis(metric, countedAt, seed))],
    [
      ...wrapped(verdictText(document, view)).map((line) => palette.bold(line)),
      ...(verdict === 'none' || quiet ? [] : outlook(document, view).flatMap(wrapped)),
    ],
    usualCount === null || quiet
      ? []
      : table(
          [
            { title: sentences.columns.hours, cells: [sentences.hours.best, sentences.hours.usual] },
            {
              title: sentences.columns.posts,
              align: 'right',
              cells: [links.counted, links.counted].map((posts) => count(posts, locale)),
            },
            {
              title: sentences.columns.mean,
              align: 'right',
              cells: [usualCount.best, usualCount.usual].map((mean) => sentences.mean(mean)),
            },
          ],
          { color: view.color, columns: columns - 2 },
        )
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
    verdict === 'none' || quiet
      ? []
      : [
          ...dim(sentences.tally(links)),
          ...(links.dropped === 0 ? [] : dim(sentences.dropped(links.dropped, links.droppedBestFirst))),
          ...(moved === 0 ? [] : dim(sentences.moved(moved))),
        ],
    others.length === 0 || quiet ? [] : dim(sentences.others(others)),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function verdictText({ verdict, difference, links }: ExperimentDocument, { locale }: TimingView): string {
  const { none, running, verdicts } = experimentSentences(locale);
  if (verdict === 'none') return none;
  if (difference === null) return running.nothing(links.counted);
  const { uplift, interval } = difference;
  if (interval === null) return running.difference(uplift, links.counted);
  const compared = { uplift, low: interval.upliftLow, high: interval.upliftHigh };
  return verdict === 'running' ? running.interval(compared, links.counted) : verdicts[verdict](compared, links.counted);
}

function outlook({ verdict, missing, sought, needed, pValue }: ExperimentDocument, { locale }: TimingView): string[] {
  const sentences = experimentSentences(locale);
  const percents = Math.round(100 * Math.expm1(sought));
  return [
    verdict === 'running' ? sentences.missing(missing, percents, needed === null) : sentences.enough(pValue, percents),
  ];
}
