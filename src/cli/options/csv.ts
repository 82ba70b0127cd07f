// How tables are written as CSV: one meaning for every command that writes them.
import type { CsvStyle } from '#base/csv.js';
import type { Locale } from '#base/locale.js';
import { cliSentences } from '#locale/cli.js';
import { option } from './common.js';

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** `--csv-separator`. */
export const csvSeparatorOption = (locale: Locale) =>
  option('--csv-separator <sign>', cliSentences(locale).options.csvSeparator)
    .choices(['comma', 'semicolon', 'tab'] as const)
    .default('comma' as const);

/** `--csv-bom`. */
export const csvMarkOption = (locale: Locale) => option('--csv-bom', cliSentences(locale).options.csvMark);

/** The style that these options ask for: what is for a spreadsheet begins with the mark that spreadsheets need. */
export const csvStyle = ({
  csvSeparator,
  csvBom,
}: {
  readonly csvSeparator: keyof typeof SEPARATORS;
  readonly csvBom?: true | undefined;
}): CsvStyle => ({ separator: SEPARATORS[csvSeparator], mark: csvBom === true || csvSeparator === 'semicolon' });
