import { dirname } from 'node:path';
import { prepareDraft } from '#lint/engine.js';
import type { Item, NewItem } from '#queue/item.js';
import type { QueuePorts } from '#queue/ports.js';
import { visible } from '#report/terminal/width.js';
import { linkIdentity } from '#tweet/link.js';
import { toPostPrice } from '#x/api/prices.js';
import { resolveZone } from '../options/arguments.js';
import { confirm } from '../terminal/confirm.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { resolveLocale } from '../options/locale.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { draftLoaders, draftName, openDraft, type DraftFlags, type OpenDraft } from '../open-draft.js';
import type { Shell } from '../shell.js';
import { checkPosts, itemMedia } from '../timing/plan-checks.js';
import { openQueueIn, type OpenQueue } from './open.js';
import { createXAccess, createPorts } from './work.js';
import { findRefusal } from '#queue/guard.js';
import { reasonText, adviceOn } from '#report/queue-words.js';
import { budgetAt } from '#queue/budget.js';
import { dollars } from '#locale/dollars.js';
import { sendItem, SENDING_DEFAULTS } from '#queue/send.js';
import { recordInHistory } from '#queue/record-in-history.js';
import { intentLink } from '#x/api/intent.js';
import { asJson } from '#report/documents/json.js';
import { createClocks } from './clock.js';

/** How `post` was called. */
export interface PostFlags extends Omit<DraftFlags, 'rule'> {
  readonly mode: 'api' | 'remind';
  readonly yes?: boolean;
  readonly format: 'text' | 'json';
  readonly db?: string;
}

const WORDS = {
  en: {
    ask: (cost: string) => `Post this now for ${cost}? [y/N]`,
    askFree: 'Post this by hand now? [y/N]',
    not: 'nothing was posted',
    posted: (address: string) => `posted: ${address}`,
    open: (link: string, id: number) => `Open ${link}\nThen: tweetspan record <address of the post> --item ${id}`,
    waits: (id: number, why: string) => `item ${id} was not posted, and stays planned: ${why}`,
    refused: (id: number, why: string) => `item ${id} was refused: ${why}`,
  },
  fr: {
    ask: (cost: string) => `Poster maintenant pour ${cost} ? [o/N]`,
    askFree: 'Poster maintenant à la main ? [o/N]',
    not: 'rien n’a été posté',
    posted: (address: string) => `posté : ${address}`,
    open: (link: string, id: number) => `Ouvrir ${link}\nEnsuite : tweetspan record <adresse du post> --item ${id}`,
    waits: (id: number, why: string) => `l’élément ${id} n’a pas été posté et reste prévu : ${why}`,
    refused: (id: number, why: string) => `l’élément ${id} a été refusé : ${why}`,
  },
} as const;

/** `post`: a draft now, by the same path as the queue: written down first, sent once, its outcome found out. */
export async function postCommand(shell: Shell, file: string, flags: PostFlags): Promise<ExitCode> {
  const draftFlags = { ...flags, rule: {}, facts: false };
  const loaders = await draftLoaders(shell, draftFlags);
  try {
    const draft = await openDraft(shell, file, draftFlags, loaders);
    return await withHistory(shell, { db: flags.db, readonly: false }, async (history) =>
      postDraft(shell, draft, flags, { history, queue: await openQueueIn(shell, flags, history) }),
    );
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale: resolveLocale(shell, flags.locale) });
  } finally {
    loaders.history?.close();
  }
}

interface Opened {
  readonly history: OpenHistory;
  readonly queue: OpenQueue;
}

async function postDraft(shell: Shell, draft: OpenDraft, flags: PostFlags, opened: Opened): Promise<ExitCode> {
  const { history, queue } = opened;
  const { store, locale } = queue;
  const words = WORDS[locale];
  const item = await asItem(shell, draft, flags);
  const refusal = findRefusal(
    asPlanned(item),
    queue.history,
    store.list({ states: ['planned', 'claimed', 'sending', 'unknown', 'reminded'] }, 1000),
    queue.now,
  );
  if (refusal !== undefined) throw new UserError(reasonText(refusal, locale), { exitCode: EXIT.findings });
  const isPaid = flags.mode === 'api';
  const { left } = budgetAt(store, queue.now);
  if (isPaid && item.price > left) {
    throw new UserError(
      `it costs ${dollars(item.price)}, and ${dollars(left)} are left of the budget: tweetspan budget sets it, ` +
        '--mode remind costs nothing',
      { exitCode: EXIT.tryLater },
    );
  }
  const stop = isPaid ? store.pause() : undefined;
  if (stop !== undefined)
    throw new UserError(
      `the queue is stopped (${reasonText(stop, locale, true)}): tweetspan queue resume lets it go on`,
      {
        exitCode: EXIT.findings,
      },
    );
  const x = isPaid ? await createXAccess(shell, opened).open() : undefined;
  if (isPaid && x === undefined) {
    throw new UserError(
      'nobody is signed in: tweetspan login, or --mode remind, which needs no sign-in and costs nothing',
      {
        exitCode: EXIT.credentials,
      },
    );
  }
  for (const line of item.text.split('\n')) shell.stderr.write(`    ${visible(line)}\n`);
  for (const { file, alt } of item.media)
    shell.stderr.write(`    + ${file}${alt === undefined ? '' : ` (${visible(alt)})`}\n`);
  if (!flags.yes && !shell.stdin.isTTY) throw new UserError('nobody can be asked here: add --yes; nothing was posted');
  const question = isPaid ? words.ask(dollars(item.price)) : words.askFree;
  const answer = flags.yes ? 'yes' : await confirm(shell, question);
  if (answer !== 'yes') {
    shell.stderr.write(`tweetspan: ${words.not}\n`);
    return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
  }
  const [added] = store.add([{ ...item, dueAt: shell.now() }], shell.now());
  if (added === undefined) throw new Error('an item was added and is not there');
  const log: QueuePorts['log'] = () => undefined;
  const ports = createPorts(shell, { history, queue, notify: async () => undefined, log }, x);
  if (x === undefined) {
    const reminded = { at: shell.now(), name: 'reminded', item: added.id } as const;
    store.change(added.id, ['planned'], { state: 'reminded' }, reminded);
  } else {
    const owner = `${shell.host}:${shell.pid}:${shell.randomId()}`;
    // A person says when: no distance to other posts is kept, all else holds.
    const { pendingWrite } = await sendItem(added, x, ports, { ...SENDING_DEFAULTS, owner, minInterval: 0 });
    pendingWrite?.();
    recordInHistory(ports);
  }
  return printOutcome(shell, store.get(added.id) ?? added, flags, opened);
}

/** A draft as an item that is due now. */
async function asItem(shell: Shell, draft: OpenDraft, flags: PostFlags): Promise<NewItem> {
  const { file, options, config, path, name } = draft;
  const target = prepareDraft(file.draft, options).link;
  const link = target === undefined ? undefined : linkIdentity(target, config.links);
  if (link === undefined)
    throw new UserError('the draft has no link; this program posts links, and keeps count by them');
  const folder = path === undefined ? shell.cwd : dirname(path);
  const { text, media = [], campaign } = file.draft;
  const now = shell.now();
  const faults = await checkPosts(draft, [{ text, media, origin: 'draft', score: null }], { folder, now });
  if (faults.length > 0) throw new UserError(faults.join('; '), { exitCode: EXIT.findings });
  const zone = resolveZone(shell, campaign?.zone);
  return {
    mode: flags.mode,
    link,
    text,
    media: itemMedia(media, folder),
    dueAt: now,
    requestedTime: createClocks().formatLocalTime(now, zone),
    zone,
    missed: 'skip',
    gap: 0,
    review: false,
    price: flags.mode === 'api' ? toPostPrice(text) : 0,
    draft: name,
  };
}

/** What is judged before it is an item. */
const asPlanned = (item: NewItem): Item => ({
  ...item,
  id: 0,
  state: 'planned',
  createdAt: item.dueAt,
  changedAt: item.dueAt,
  attempts: 0,
  checks: 0,
});

function printOutcome(shell: Shell, item: Item, { format }: PostFlags, { history, queue }: Opened): ExitCode {
  const { locale } = queue;
  const words = WORDS[locale];
  const why = item.reason === undefined ? '' : reasonText(item.reason, locale);
  const [handle = 'i'] = history.reader.account()?.handles ?? [];
  const address = item.postId === undefined ? null : `https://x.com/${handle}/status/${item.postId}`;
  const link = item.state === 'reminded' ? intentLink(item.text) : null;
  if (format === 'json') {
    const reason = item.reason === undefined ? null : { code: item.reason.code, text: why };
    const document = { schema: 'tweetspan/post@1', item: item.id, state: item.state, address, intent: link, reason };
    shell.stdout.write(asJson(document));
  } else if (address !== null) shell.stdout.write(`${words.posted(address)}\n`);
  else if (link !== null) shell.stdout.write(`${words.open(link, item.id)}\n`);
  else if (item.state === 'planned') shell.stdout.write(`${words.waits(item.id, why)}\n`);
  else if (item.state === 'refused') shell.stdout.write(`${words.refused(item.id, why)}\n`);
  else shell.stdout.write(`${why}\n${adviceOn(item, locale) ?? ''}\n`);
  if (address !== null || link !== null) return EXIT.done;
  return item.state === 'planned' ? EXIT.tryLater : EXIT.findings;
}
