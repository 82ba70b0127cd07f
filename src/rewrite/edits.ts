import { lazy } from '#base/lazy.js';
import { DraftError } from '#draft/draft-error.js';
import { editInSource, type DraftFile } from '#draft/draft-file.js';
import { applyEdits } from '#lint/edits.js';
import type { Edit } from '#lint/finding.js';

const PIECES = lazy(() => /[\p{L}\p{M}\p{N}#@_]+|\s+|./gsu);

/**
 * The edits that make one text of another, word by word, in their order: what both have in common stays untouched
 * (longest common subsequence). For short texts: time and memory grow with the product of the two lengths.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const [a, b] = [before.match(PIECES()) ?? [], after.match(PIECES()) ?? []];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [below, right, diagonal] = [
        common[(i + 1) * width + j],
        common[i * width + j + 1],
        common[(i + 1) * width + j + 1],
      ];
      common[i * width + j] = a[i] === b[j] ? (diagonal ?? 0) + 1 : Math.max(below ?? 0, right ?? 0);
    }
  }
  const edits: { span: { start: number; end: number }; text: string }[] = [];
  const change = (start: number, end: number, text: string): void => {
    const last = edits.at(-1);
    if (last !== undefined && last.span.end === start) {
      last.span.end = end;
      last.text += text;
    } else {
      edits.push({ span: { start, end }, text });
    }
  };
  let [i, j, at] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      at += left.length;
      i += 1;
      j += 1;
    } else if (
      right !== undefined &&
      (left === undefined || (common[i * width + j + 1] ?? 0) >= (common[(i + 1) * width + j] ?? 0))
    ) {
      change(at, at, right);
      j += 1;
    } else {
      change(at, at + (left?.length ?? 0), '');
      at += left?.length ?? 0;
      i += 1;
    }
  }
  return edits;
}

type Reread = (source: string) => DraftFile;

/** A text with the edits that made it of another. */
interface EditedText {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A file's source with a rewrite in it. */
export interface PlacedRewrite {
  readonly source: string;
  /** Whether the link, which stood in the front matter only, now stands in the text as well. */
  readonly linkWrittenOut: boolean;
}

/**
 * Puts a rewrite into the source of its draft. Undefined when its place is not known: an edit that reaches over a
 * directive, or a text that would not be read back as it was shown.
 */
export function placeRewrite(file: DraftFile, rewrite: EditedText, reread: Reread): PlacedRewrite | undefined {
  const source = sourceWith(file, rewrite, reread);
  if (source !== undefined) return { source, linkWrittenOut: false };
  // What comes after an appended link has no place in the file until the link has one.
  const written = withLinkWrittenOut(file, reread);
  const placed = written === undefined ? undefined : sourceWith(written, rewrite, reread);
  return placed === undefined ? undefined : { source: placed, linkWrittenOut: true };
}

function sourceWith(file: DraftFile, { text, edits }: EditedText, reread: Reread): string | undefined {
  const placed = edits.map((edit) => editInSource(file, edit));
  if (placed.some((edit) => edit === undefined)) return undefined;
  const source = applyEdits(
    file.source,
    placed.filter((edit) => edit !== undefined),
  );
  return tryRead(source, reread)?.draft.text === text ? source : undefined;
}

/** The same draft with its appended link in the text, or undefined when it has none. */
function withLinkWrittenOut({ draft, source, pieces }: DraftFile, reread: Reread): DraftFile | undefined {
  const last = pieces.at(-1);
  if (last === undefined) return undefined;
  const appended = draft.text.slice(last.textStart + last.length);
  if (appended === '') return undefined;
  const end = last.sourceStart + last.length;
  const written = tryRead(source.slice(0, end) + appended + source.slice(end), reread);
  return written?.draft.text === draft.text ? written : undefined;
}

/** A source as it is read, or undefined when it is none: a rewrite may look like a directive or a front matter. */
function tryRead(source: string, reread: Reread): DraftFile | undefined {
  try {
    return reread(source);
  } catch (error) {
    if (error instanceof DraftError) return undefined;
    throw error;
  }
}
