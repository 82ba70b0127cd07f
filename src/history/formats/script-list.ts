import { createBatchReader, createJsonList } from './json-list.js';
import { Refusal } from '../refusal.js';

/** The words before a list are a name and `=`. */
const MAX_OPENING_BYTES = 4096;
const OPEN_BRACKET = 0x5b;

/** What a list may stand behind; the opening bracket belongs to it. */
export const ARCHIVE_OPENING = /^\uFEFF?\s*window\.YTD\.(?:community_)?tweets?\.part\d+\s*=\s*\[$/;
/** A list that stands alone, as other programs cut it out of a script. */
export const BARE_OPENING = /^\uFEFF?\s*\[$/;
export const NOTES_OPENING = /^\uFEFF?\s*window\.YTD\.note_tweet\.part\d+\s*=\s*\[$/;
export const GRAILBIRD_OPENING = /^\uFEFF?\s*Grailbird\.data\.tweets_\d{4}_\d{2}\s*=\s*\[$/;

/** Answers the bytes after the opening, as soon as it is whole; undefined until then. */
function createOpeningReader(opening: RegExp): (bytes: Buffer) => Buffer | undefined {
  let held: Buffer = Buffer.alloc(0);
  return (bytes) => {
    const seen = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    const bracket = seen.indexOf(OPEN_BRACKET);
    if (bracket < 0 && seen.length < MAX_OPENING_BYTES) {
      held = seen;
      return undefined;
    }
    if (bracket < 0 || !opening.test(seen.toString('utf8', 0, bracket + 1))) throw new Refusal('other-code', {});
    return seen.subarray(bracket + 1);
  };
}

/**
 * Takes the objects out of one large list of a script, without reading the script as a whole and without running it:
 * memory stays flat, and a text longer than a string can be (2^29 characters in Node 20) is not a problem. Works on
 * bytes; what it looks for never occurs inside a character of several bytes.
 * With `mayPack` the texts of an object may be packed, which `onObject` learns: see `unpackText`.
 * `push` takes the bytes in their order and copies them, `end` closes.
 * `name` is that of the file. Both throw a Refusal for anything but `opening`, objects between commas, `]`, and one `;`.
 */
export function createScriptListReader(
  name: string,
  opening: RegExp,
  onObject: (object: unknown, isPacked: boolean) => void,
  mayPack = false,
): { push(bytes: Buffer): void; end(): void } {
  const list = createJsonList(name, onObject);
  const batches = createBatchReader(list, mayPack);
  const readOpening = createOpeningReader(opening);
  let isOpen = false;
  return {
    push(bytes) {
      const inside = isOpen ? bytes : readOpening(bytes);
      if (inside === undefined) return;
      isOpen = true;
      batches.push(inside);
    },
    end() {
      if (!isOpen) throw new Refusal('other-code', {});
      batches.end();
      if (list.place() !== 'closed') throw new Refusal('list-cut', { entries: list.entries() });
    },
  };
}
