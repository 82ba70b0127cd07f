import { dirname } from 'node:path';
import type { Locale } from '#base/locale.js';
import { findRefusals } from '#campaign/texts.js';
import type { Draft } from '#draft/draft.js';
import { prepareDraft } from '#lint/engine.js';
import { lintSentences } from '#locale/lint.js';
import { queueSentences } from '#locale/queue.js';
import type { NewItem } from '#queue/item.js';
import type { PostDocument } from '#report/documents/x-schemas.js';
import { linkIdentity } from '#tweet/link.js';
import { toPostPrice } from '#x/api/prices.js';
import { gatherFacts } from '../facts.js';
import { itemMedia } from '../item-media.js';
import type { OpenDraft } from '../open-draft.js';
import { resolveZone } from '../options/times.js';
import type { Shell } from '../shell.js';
import { EXIT, type ExitCode } from '../user-error.js';
import { createClocks } from './open.js';

/** Why nothing was sent: what the document says, the sentence for a person, and the exit code. */
export interface Refusal {
  readonly reason: NonNullable<PostDocument['reason']>;
  readonly sentence: string;
  readonly exitCode: ExitCode;
}

/** A draft as an item that is due now, or why it cannot be one. */
export async function itemNow(
  { shell, locale, isPaid }: { readonly shell: Shell; readonly locale: Locale; readonly isPaid: boolean },
  draft: OpenDraft,
): Promise<NewItem | Refusal> {
  const { file, options, config, path, name } = draft;
  const target = prepareDraft(file.draft, options).link;
  const link = target === undefined ? undefined : linkIdentity(target, config.links);
  if (link === undefined) {
    const { noLink } = queueSentences(locale).post;
    return { reason: { code: 'no-link', detail: null }, sentence: noLink, exitCode: EXIT.usage };
  }
  const folder = path === undefined ? shell.cwd : dirname(path);
  const { text, media = [], campaign }: Draft = file.draft;
  const now = shell.now();
  const { media: facts = [] } = await gatherFacts({ text, media }, folder, now, lintSentences(locale).unreadMedia);
  const mediaFacts = new Map(media.flatMap((one, index) => (facts[index] ? [[one.file, facts[index]]] : [])));
  const texts = [{ text, media, origin: 'draft' as const, score: null }];
  const faults = findRefusals(texts, { judging: options, mediaFacts, now }, isPaid ? 'api' : 'remind').map(
    ({ message }) => message,
  );
  if (faults.length > 0) {
    const sentence = faults.join('; ');
    return { reason: { code: 'cannot-go-out', detail: null }, sentence, exitCode: EXIT.findings };
  }
  const zone = resolveZone(shell, campaign?.zone);
  return {
    mode: isPaid ? 'api' : 'remind',
    link,
    text,
    media: itemMedia(media, folder),
    dueAt: now,
    requestedTime: createClocks().formatLocalTime(now, zone),
    zone,
    missed: 'skip',
    gap: 0,
    review: false,
    price: isPaid ? toPostPrice(text) : 0,
    draft: name,
  };
}
