import { rmSync } from 'node:fs';
import { placeRewrite } from '#rewrite/edits.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import { editList } from '#report/terminal/changes.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { writeSource } from '#draft/draft-file.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import type { OpenDraft } from '../open-draft.js';
import type { Shell } from '../shell.js';
import { readSource } from '../sources.js';
import { backUp, replaceFile } from '../write-file.js';

/**
 * Lets the user choose the rewrite that goes into the file, and writes it there, with a backup beside it. Without a
 * choice, at the end of the input and after Ctrl-C the file is unchanged.
 */
export async function pickRewrite(shell: Shell, draft: OpenDraft, rewrites: readonly Rewrite[]): Promise<ExitCode> {
  const { pick } = rewriteSentences(draft.locale);
  for (;;) {
    const reply = await shell.question(pick.question(rewrites.length, draft.name));
    if ('end' in reply) {
      // The cursor still stands behind the question.
      shell.stderr.write(`\n${pick.untouched(draft.name)}\n`);
      return reply.end === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    const answer = reply.line.trim().toLowerCase();
    const chosen = /^\d+$/.test(answer) ? rewrites[Number(answer) - 1] : undefined;
    if (chosen !== undefined) {
      shell.stderr.write(`${await write(shell, draft, chosen)}\n`);
      return EXIT.done;
    }
    if (answer === 'q') {
      shell.stderr.write(`${pick.untouched(draft.name)}\n`);
      return EXIT.done;
    }
    shell.stderr.write(answer === 'e' ? editList(draft.file.draft.text, rewrites, draft.locale) : `${pick.unknown}\n`);
  }
}

/** Writes a rewrite to its file; returns what was done, in words. */
async function write(shell: Shell, { file, path, name, locale, reread }: OpenDraft, rewrite: Rewrite): Promise<string> {
  const { pick } = rewriteSentences(locale);
  if (path === undefined) throw new Error('standard input was to be written back');
  const placed = placeRewrite(file, rewrite, reread);
  if (placed === undefined) throw new UserError(pick.noPlace);
  // An editor may have saved it in the meantime.
  if ((await readSource(shell, path)) !== file.raw) throw new UserError(pick.changed);
  const backup = backUp(path);
  try {
    await replaceFile(path, writeSource(file, placed.source));
  } catch (error) {
    // The file is as it was: a backup beside it would say otherwise.
    rmSync(backup, { force: true });
    throw error;
  }
  const done = pick.written(name, `${name}${backup.slice(path.length)}`);
  return placed.linkWrittenOut ? `${done}\n${pick.linkWrittenOut}` : done;
}
