// Gives an item of the queue another text or other media.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRefusals } from '#campaign/texts.js';
import type { Media } from '#draft/draft.js';
import { lint } from '#lint/engine.js';
import type { Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { findRefusal } from '#queue/guard.js';
import { OPEN, type Item, type ItemMedia, type ItemState } from '#queue/item.js';
import { isPageFault } from '#queue/reason.js';
import { reasonText } from '#report/reason-text.js';
import { findEntities } from '#tweet/entities.js';
import { linkIdentity } from '#tweet/link.js';
import { toPostPrice } from '#x/api/prices.js';
import { MAX_OPEN } from '../campaign.js';
import { itemMedia } from '../item-media.js';
import { gatherFacts } from '../facts.js';
import { readSource } from '../files.js';
import { draftLoaders, openDraft, type DraftFlags, type OpenDraft } from '../open-draft.js';
import { lintSentences } from '#locale/lint.js';
import { type ChangeFlags, changeItem, changeItems, newSlot, requireState } from './change.js';
import { requireItem, withQueue, type OpenQueue } from './open.js';
import type { Shell } from '../shell.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { queueSentences } from '#locale/queue.js';

const EDITABLE: readonly ItemState[] = ['planned', 'refused', 'missed'];

/** The options of `queue edit`. */
export interface EditFlags extends ChangeFlags {
  readonly config?: string | undefined;
  readonly text?: string | undefined;
  readonly file?: string | undefined;
  /** False for `--no-media`. */
  readonly media?: readonly string[] | boolean | undefined;
  readonly alt?: readonly string[] | undefined;
}

/**
 * Another text or other media for an item, judged like a draft. Answers the exit code.
 * @throws UserError for an item that is not open, and for what X or the other posts do not allow.
 */
export async function editItem(shell: Shell, locale: Locale, id: number, flags: EditFlags): Promise<ExitCode> {
  const { errors, item } = queueSentences(locale);
  const draftFlags: DraftFlags = { config: flags.config, db: flags.db, locale, rule: {}, facts: false };
  try {
    const before = await withQueue(shell, flags, 'read', (open) => requireItem(open, id));
    if (!EDITABLE.includes(before.state)) {
      throw new UserError(errors.wrongState(id, before.state, 'edit', EDITABLE), { exitCode: EXIT.findings });
    }
    const source = await newSource(shell, locale, before, flags);
    const loaders = await draftLoaders(shell, draftFlags);
    const stdin = { isTTY: false, read: async () => new TextEncoder().encode(source) };
    const draft = await openDraft({ ...shell, stdin }, '-', draftFlags, loaders);
    return await changeItems(shell, { ids: [id], action: 'edit' }, flags, async (open, present) =>
      edit(shell, open, present, before, draft),
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    const name = item.short(id).replace(/\s*:\s*$/u, '');
    return reportDraftError(shell, { error, name, locale });
  }
}

/** An item as a draft file: its text, with its media in the front matter. */
function toSource(text: string, media: readonly Media[]): string {
  const lines = media.flatMap(({ file, alt, tag = [] }) => [
    `  - file: ${JSON.stringify(file)}`,
    ...(alt === undefined ? [] : [`    alt: ${JSON.stringify(alt)}`]),
    ...(tag.length === 0 ? [] : [`    tag: ${JSON.stringify(tag)}`]),
  ]);
  const front = lines.length === 0 ? '' : `---\nmedia:\n${lines.join('\n')}\n---\n`;
  return `${front}${text}\n`;
}

const withoutHash = ({ file, alt, tag }: ItemMedia): Media => ({
  file,
  ...(alt !== undefined && { alt }),
  ...(tag !== undefined && { tag: [...tag] }),
});

/**
 * The draft that an item is to become: by the options, else as the user's editor leaves it.
 * @throws UserError where nobody can edit, or alt texts and files do not match.
 */
async function newSource(shell: Shell, locale: Locale, item: Item, flags: EditFlags): Promise<string> {
  const { errors } = queueSentences(locale);
  const { text, file, media, alt = [] } = flags;
  const old = item.media.map(withoutHash);
  const files = Array.isArray(media) ? (media as readonly string[]) : undefined;
  if (alt.length > (files ?? []).length) throw new UserError(errors.altWithoutMedia);
  const chosen =
    files?.map((each, index) => ({ file: each, ...(alt[index] !== undefined && { alt: alt[index] }) })) ??
    (media === false ? [] : old);
  if (file !== undefined) return readSource(shell, file);
  if (text !== undefined || files !== undefined || media === false) return toSource(text ?? item.text, chosen);
  return editByHand(shell, locale, toSource(item.text, old));
}

async function editByHand(shell: Shell, locale: Locale, source: string): Promise<string> {
  const { errors } = queueSentences(locale);
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-edit-'));
  const file = join(folder, 'post.md');
  try {
    writeFileSync(file, source, { mode: 0o600 });
    const ended = await shell.edit(file);
    if (ended === undefined) throw new UserError(errors.noEditor);
    if (ended.code !== 0) throw new UserError(errors.editorFailed, { exitCode: EXIT.findings });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives an item its new text and media, if X and the other posts allow them. Answers the line about it. */
async function edit(
  shell: Shell,
  open: OpenQueue,
  item: Item,
  before: Item,
  { file: { draft }, options, config }: OpenDraft,
): Promise<string> {
  const { locale, store, history, clocks, now } = open;
  const { changed, errors } = queueSentences(locale);
  requireState(item, { from: EDITABLE, action: 'edit' });
  if (item.text !== before.text) throw new UserError(errors.justChanged(item.id, item.state));
  const { text, media: given = [] } = draft;
  const links = findEntities(text).filter(({ type }) => type === 'link');
  if (!links.some(({ value }) => linkIdentity(value, config.links) === item.link)) {
    throw new UserError(errors.linkLost(item.id, item.link), { exitCode: EXIT.findings });
  }
  const { media: facts = [] } = await gatherFacts(
    { text, media: given },
    shell.cwd,
    now,
    lintSentences(locale).unreadMedia,
  );
  const mediaFacts = new Map(given.flatMap((one, index) => (facts[index] ? [[one.file, facts[index]]] : [])));
  const texts = [{ text, media: given, origin: 'draft' as const, score: null }];
  const faults = findRefusals(texts, { judging: options, mediaFacts, now }, item.mode).map(({ message }) => message);
  if (faults.length > 0) throw new UserError(errors.notEdited(item.id, faults.join('; ')), { exitCode: EXIT.findings });
  const media = itemMedia(given, shell.cwd);
  const edited: Item = { ...item, text, media };
  if (text === item.text && JSON.stringify(media) === JSON.stringify(item.media)) return changed.notEdited(item.id);
  const refusal = await findRefusal(edited, history, await store.list({ states: OPEN }, MAX_OPEN), now);
  if (refusal !== undefined) {
    throw new UserError(errors.notEdited(item.id, reasonText(refusal, locale)), { exitCode: EXIT.findings });
  }
  const price = item.mode === 'api' ? toPostPrice(text) : 0;
  const isPlanned = item.state === 'planned' || item.dueAt > now;
  // Who edits an item for its page has looked at that; the page is requested again before it goes out.
  const review = item.review && !isPageFault(item.reason);
  const { dueAt, requestedTime, zone } = isPlanned ? item : await newSlot(open, item, {});
  const slot = { dueAt, requestedTime, zone };
  await open.opened.team?.keepMedia(media);
  await changeItem(open, item, {
    from: EDITABLE,
    action: 'edit',
    patch: {
      state: 'planned',
      text,
      media,
      price,
      slot,
      review,
      reason: null,
      notBefore: isPlanned ? (item.notBefore ?? null) : null,
    },
    event: 'edited',
    data: { price, ...(!isPlanned && { dueAt }) },
  });
  const score = lint({ ...draft, text }, options).textScore;
  const when = slotText({ localTime: clocks.formatLocalTime(dueAt, zone), zone }, locale);
  return changed.edited(item.id, when, price, score, review);
}
