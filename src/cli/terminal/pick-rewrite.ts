import { rmSync } from 'node:fs';
import { placeRewrite } from '#rewrite/apply-to-source.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import { editList, PICK_WORDS } from '#report/terminal/pick.js';
import { writeSource } from '#draft/draft-file.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import type { OpenDraft } from '../open-draft.js';
import type { Shell } from '../shell.js';
import { readSource } from '../sources.js';
import { backUp, replaceFile } from '../write-file.js';

/**
 * Asks which rewrite is to stand in the file, and writes it there, with a backup beside it. Whoever leaves, closes the
 * input or presses Ctrl-C finds the file untouched.
 */
export async function pickRewrite(shell: Shell, draft: OpenDraft, rewrites: readonly Rewrite[]): Promise<ExitCode> {
  const words = PICK_WORDS[draft.locale];
  for (;;) {
    const reply = await shell.question(words.ask(rewrites.length, draft.name));
    if ('end' in reply) {
      // The cursor still stands behind the question.
      shell.stderr.write(`\n${words.untouched(draft.name)}\n`);
      return reply.end === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    const answer = reply.line.trim().toLowerCase();
    const chosen = /^\d+$/.test(answer) ? rewrites[Number(answer) - 1] : undefined;
    if (chosen !== undefined) {
      shell.stderr.write(`${await write(shell, draft, chosen)}\n`);
      return EXIT.done;
    }
    if (answer === 'q') {
      shell.stderr.write(`${words.untouched(draft.name)}\n`);
      return EXIT.done;
    }
    shell.stderr.write(answer === 'e' ? editList(draft.file.draft.text, rewrites, draft.locale) : `${words.unknown}\n`);
  }
}

/** Writes a rewrite into its file, and answers what was done. */
async function write(shell: Shell, { file, path, name, locale, reread }: OpenDraft, rewrite: Rewrite): Promise<string> {
  const words = PICK_WORDS[locale];
  if (path === undefined) throw new Error('standard input was to be written back');
  const placed = placeRewrite(file, rewrite, reread);
  if (placed === undefined) throw new UserError(words.noPlace);
  // An editor may have saved it while the question stood there.
  if ((await readSource(shell, path)) !== file.raw) throw new UserError(words.changed);
  const backup = backUp(path);
  try {
    await replaceFile(path, writeSource(file, placed.source));
  } catch (error) {
    // The file is as it was: a backup beside it would say otherwise.
    rmSync(backup, { force: true });
    throw error;
  }
  const done = words.written(name, backup.slice(path.length));
  return placed.linkWrittenOut ? `${done}\n${words.linkWrittenOut}` : done;
}
