// What an ask or a pin is about: a draft, or a link or post of the history.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { findLink } from './find-link.js';
import type { OpenHistory } from './history-database.js';
import { draftLoaders, openDraft, type OpenDraft } from './open-draft.js';
import { linkOfDraft } from './plan-draft.js';
import type { Shell } from './shell.js';

/** Reads a target that is a draft; undefined when it is none. @throws DraftError and what reading a draft throws. */
export async function openTargetDraft(
  shell: Shell,
  named: string,
  flags: {
    readonly db?: string | undefined;
    readonly config?: string | undefined;
    readonly verbose?: true | undefined;
  },
): Promise<OpenDraft | undefined> {
  if (named !== '-' && !existsSync(resolve(shell.cwd, named))) return undefined;
  const draftFlags = { ...flags, rule: {}, facts: false };
  const loaders = await draftLoaders(shell, draftFlags);
  return openDraft(shell, named, draftFlags, loaders);
}

/**
 * The identity of the link of a draft, or of the one that is meant by an address, a post or words; undefined for a draft
 * without a link.
 * @throws UserError when the history knows no such link.
 */
export function resolveTarget(
  named: string,
  draft: OpenDraft | undefined,
  history: Pick<OpenHistory, 'reader'> | undefined,
  locale: Locale,
): string | undefined {
  if (draft !== undefined) return linkOfDraft(draft);
  return history && findLink(history.reader, named, locale).identity;
}
