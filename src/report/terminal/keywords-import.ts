import type { KeywordFileReport } from '#history/keywords.js';
import type { Locale } from '#base/locale.js';
import { historySentences } from '#locale/history.js';
import { storeProblemSentence } from '#locale/store.js';
import { createPalette, type TerminalStyle } from './style.js';
import { visible, wrap } from './width.js';

/** What became of files of keywords: one line for each, two where one was refused. */
export function keywordsImportReport(
  reports: readonly KeywordFileReport[],
  view: TerminalStyle & { readonly locale: Locale },
): string {
  const { importing } = historySentences(view.locale).keywords;
  const palette = createPalette(view.color);
  const lines = reports.flatMap((report) => {
    const name = palette.bold(visible(report.file));
    if (report.status === 'refused') {
      const why = wrap(visible(storeProblemSentence(report.reason, report.data, view.locale)), view.columns - 2);
      return [`${name} · ${palette.severity('error', importing.refused)}`, ...why.map((line) => `  ${line}`)];
    }
    const { format, read, added, skipped } = report;
    const parts = [
      name,
      importing.formats[format],
      importing.figures(read),
      importing.added(added),
      ...(skipped === 0 ? [] : [importing.skipped(skipped)]),
    ];
    return wrap(parts.join(' · '), view.columns);
  });
  return `${lines.join('\n')}\n`;
}
