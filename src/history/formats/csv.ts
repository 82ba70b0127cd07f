import { Readable } from 'node:stream';
import { unguardCell } from '#base/csv.js';
import { Refusal } from '../refusal.js';

/** A row of more cells is not that of an export. @source own choice */
const MAX_CELLS = 500;

/** Loaded when a table is read: it takes 6 ms, which no other import needs. */
const loadPapa = async () => (await import('papaparse')).default;

/** A comma, a semicolon (as French spreadsheets write) or a tab. */
const DELIMITERS = [',', ';', '\t'];

/** Characters at the beginning that must all be plain for a file without a mark to be taken for UTF-16. @source own choice */
const PROBED = 8;

/**
 * The encoding that a file's first bytes tell. Keyword Planner writes UTF-16, and some programs leave its mark out: a
 * header then has a zero beside each letter. All else is UTF-8.
 */
export const detectEncoding = (head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const hasZeros = (odd: 0 | 1): boolean =>
    head.length >= 2 * PROBED &&
    head.subarray(0, 2 * PROBED).every((byte, index) => (byte === 0) === (index % 2 === odd));
  return hasZeros(1) ? 'utf-16le' : hasZeros(0) ? 'utf-16be' : 'utf-8';
};

/**
 * The text of bytes, piece by piece, without its byte-order mark.
 * @throws Refusal when the bytes are not in the encoding that their beginning tells.
 */
export async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(detectEncoding(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    const last = decoder?.decode() ?? '';
    if (last !== '') yield last;
  } catch (error) {
    // What the consumer throws does not come through here: only the decoder's own TypeError does.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new Refusal('encoding', {}, { cause: error });
    }
    throw error;
  }
}

/** The pieces of a text without a first line such as `sep=;`, which is written for spreadsheets. */
async function* withoutSeparatorLine(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let beginning: string | undefined = '';
  for await (const piece of pieces) {
    if (beginning === undefined) yield piece;
    else if (`${beginning}${piece}`.length < SEPARATOR_LINE_LENGTH) beginning += piece;
    else {
      yield `${beginning}${piece}`.replace(SEPARATOR_LINE, '');
      beginning = undefined;
    }
  }
  if (beginning) yield beginning.replace(SEPARATOR_LINE, '');
}
const SEPARATOR_LINE = /^\uFEFF?"?sep=.?"?\r?\n/i;
const SEPARATOR_LINE_LENGTH = 12;

/** Rows of cells. The separator is guessed among comma, semicolon and tab; quotes may hold line breaks. */
export type RowReader = (cells: readonly string[], row: number) => void;

/**
 * Reads a table of any size row by row; `onRow` gets the cells and the number of the row, the header being 1.
 * Empty rows are left out. A text in quotes that never ends is a cut file.
 * @throws Refusal, also what `onRow` throws.
 */
export async function readRows(bytes: AsyncIterable<Buffer>, onRow: RowReader): Promise<void> {
  const Papa = await loadPapa();
  const stream = Readable.from(withoutSeparatorLine(decode(bytes)), { objectMode: true });
  let row = 0;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      stream.destroy();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    stream.on('error', reject);
    Papa.parse<string[]>(stream, {
      delimitersToGuess: DELIMITERS,
      skipEmptyLines: 'greedy',
      chunk: ({ data, errors }, parser) => {
        try {
          for (const cells of data) {
            row += 1;
            if (cells.length > MAX_CELLS) throw new Refusal('row-too-long', { row, cells: cells.length });
            onRow(cells, row);
          }
          if (errors.some(({ code }) => code === 'MissingQuotes')) {
            throw new Refusal('cut-in-text', {});
          }
        } catch (error) {
          // Before `abort`, which reports the table as complete.
          fail(error);
          parser.abort();
        }
      },
      complete: () => resolve(),
      error: fail,
    });
  });
}

/**
 * The rows of a small CSV text, each a list of its fields; blank lines are left out. The separator is found out:
 * a comma, a semicolon (as French spreadsheets write) or a tab. Guards against formulas are taken away.
 */
export async function parseCsv(text: string): Promise<string[][]> {
  const Papa = await loadPapa();
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: DELIMITERS,
  });
  return data.map((cells) => cells.map(unguardCell));
}

/** A header as it is compared: without byte-order mark, in NFC, with plain quotes, blanks collapsed, in lower case. */
export const normaliseHeader = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
