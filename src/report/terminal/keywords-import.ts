import type { KeywordFileReport } from '../documents/history.js';
import { counted, type Counted, type Locale } from './figures.js';
import type { ListView } from './history-lists.js';
import { refusalLines } from './refusals.js';
import { createPalette } from './style.js';
import { visible, wrap } from './width.js';

interface Words {
  readonly format: Readonly<Record<Extract<KeywordFileReport, { status: 'imported' }>['format'], string>>;
  readonly figures: Counted;
  readonly added: Counted;
  readonly skipped: Counted;
  readonly refused: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    format: {
      'search-console': 'Google Search Console',
      trends: 'Google Trends',
      'keyword-planner': 'Google Keyword Planner',
      plain: 'list of terms',
    },
    figures: ['figure', 'figures'],
    added: ['new', 'new'],
    skipped: ['row left out', 'rows left out'],
    refused: 'refused',
  },
  fr: {
    format: {
      'search-console': 'Google Search Console',
      trends: 'Google Trends',
      'keyword-planner': 'Google Keyword Planner',
      plain: 'liste de termes',
    },
    figures: ['chiffre', 'chiffres'],
    added: ['nouveau', 'nouveaux'],
    skipped: ['ligne laissée de côté', 'lignes laissées de côté'],
    refused: 'refusé',
  },
};

/** What became of files of keywords: one line for each, two where one was refused. */
export function keywordsImportReport(reports: readonly KeywordFileReport[], view: ListView): string {
  const { locale } = view;
  const words = WORDS[locale];
  const palette = createPalette(view.color);
  const lines = reports.flatMap((report) => {
    const name = palette.bold(visible(report.file));
    if (report.status === 'refused') {
      const why = refusalLines(locale, report.reason, report.message).flatMap((line) =>
        wrap(visible(line), view.columns - 2),
      );
      return [`${name} · ${palette.severity('error', words.refused)}`, ...why.map((line) => `  ${line}`)];
    }
    const { format, read, added, skipped } = report;
    const parts = [
      name,
      words.format[format],
      counted(read, words.figures, locale),
      counted(added, words.added, locale),
      ...(skipped === 0 ? [] : [counted(skipped, words.skipped, locale)]),
    ];
    return wrap(parts.join(' · '), view.columns);
  });
  return `${lines.join('\n')}\n`;
}
