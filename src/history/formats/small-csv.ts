import Papa from 'papaparse';

/**
 * The rows of a small CSV text, each a list of its fields; blank lines are left out. The separator is found out:
 * a comma, a semicolon (as French spreadsheets write) or a tab.
 */
export function parseCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  return data;
}
