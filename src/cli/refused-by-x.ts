import { lint } from '#lint/engine.js';
import type { Draft, Media } from '#draft/draft.js';
import { gatherFacts } from './facts.js';
import type { OpenDraft } from './open-draft.js';

/** Rules whose errors mean that X would refuse the post, whatever the configuration thinks of them. */
const REFUSING = new Set(['concision', 'image']);

/**
 * What X would refuse of a post: too long, too large, not there. Each message once, in the language of the draft's
 * report.
 * @param post its media have paths from `folder` on; `now` is ms UTC.
 */
export async function refusedByX(
  { options }: OpenDraft,
  { text, media }: { readonly text: string; readonly media: readonly Media[] },
  { folder, now }: { readonly folder: string; readonly now: number },
): Promise<readonly string[]> {
  const { lang, limit, links } = options.config ?? {};
  const alone: Draft = { text, ...(media.length > 0 && { media }) };
  const { findings } = lint(alone, {
    ...options,
    rules: options.rules.filter(({ id }) => REFUSING.has(id)),
    config: { ...(lang && { lang }), ...(limit !== undefined && { limit }), ...(links && { links }) },
    facts: await gatherFacts(alone, folder, now),
  });
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message))];
}
