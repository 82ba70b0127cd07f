import { DraftError } from '#draft/draft-error.js';
import { editInSource, type DraftFile } from '#draft/draft-file.js';
import { applyEdits } from '#lint/edits.js';
import type { Rewrite } from './rewrite.js';

type Reread = (source: string) => DraftFile;

/** A file's source with a rewrite in it. */
export interface PlacedRewrite {
  readonly source: string;
  /** Whether the link, which stood in the front matter only, now stands in the text as well. */
  readonly linkWrittenOut: boolean;
}

/**
 * Puts a rewrite into the source of its draft. Undefined when it cannot be told where: an edit that reaches over a
 * directive, or a text that would not be read back as it was shown.
 */
export function placeRewrite(
  file: DraftFile,
  rewrite: Pick<Rewrite, 'text' | 'edits'>,
  reread: Reread,
): PlacedRewrite | undefined {
  const source = sourceWith(file, rewrite, reread);
  if (source !== undefined) return { source, linkWrittenOut: false };
  // What comes after an appended link has no place in the file until the link has one.
  const written = withLinkWrittenOut(file, reread);
  const placed = written === undefined ? undefined : sourceWith(written, rewrite, reread);
  return placed === undefined ? undefined : { source: placed, linkWrittenOut: true };
}

function sourceWith(
  file: DraftFile,
  { text, edits }: Pick<Rewrite, 'text' | 'edits'>,
  reread: Reread,
): string | undefined {
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
