import type { Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import { leftForPosts, toBudgetDetail } from '#queue/budget.js';
import { findRefusal, findUnsure } from '#queue/guard.js';
import { readHold } from '#queue/hold.js';
import type { Item, NewItem } from '#queue/item.js';
import type { Custody } from '#queue/ports.js';
import { recordInHistory } from '#queue/record-history.js';
import { sendItem, SENDING_DEFAULTS } from '#queue/send.js';
import { asJson } from '#report/documents/json.js';
import type { PostDocument } from '#report/documents/x-schemas.js';
import { reasonRecord } from '#report/documents/queue.js';
import { adviceOn, pauseText, reasonText } from '#report/reason-text.js';
import { oneLine, visible } from '#report/terminal/width.js';
import { intentLink } from '#x/api/intent.js';
import type { Registration } from '../command.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { usualMode } from '../sign-in.js';
import { draftLoaders, draftName, openDraft } from '../open-draft.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { openCustody } from '../queue/custody.js';
import { itemNow, type Refusal } from '../queue/item-now.js';
import { openQueueIn, type OpenQueue } from '../queue/open.js';
import type { Shell } from '../shell.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, reportDraftError, userMessage, type ExitCode } from '../user-error.js';
import { createPorts, createXAccess, type XAccess } from '../wiring.js';
import { writeNotice, writeSentences } from '../notice.js';

type PostReason = NonNullable<PostDocument['reason']>;
type XPort = Awaited<ReturnType<XAccess['open']>>;

/** What a post is made in. */
interface Setting {
  readonly shell: Shell;
  readonly locale: Locale;
  readonly isPaid: boolean;
  readonly history: OpenHistory;
  readonly queue: OpenQueue;
  readonly custody: Custody;
}

/** `post`: a draft now, by the same path as the queue: written down first, sent once, its outcome found out. */
export const registerPost: Registration = (program, { shell, locale, finish }) => {
  const { help, options, post: words } = queueSentences(locale);
  newCommand(program, 'post', help.post)
    .argument('<draft>', help.post.draft)
    .addOption(option('--mode <mode>', help.post.mode).choices(['api', 'remind'] as const))
    .option('-y, --yes', options.yes)
    .addOption(configOption(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (file, flags) => {
      const draftFlags = { ...flags, verbose: flags.verbose === true, rule: {}, facts: false };
      const loaders = await draftLoaders(shell, draftFlags);
      const isPaid = (flags.mode ?? (await usualMode(shell))) === 'api';
      const isJson = flags.format === 'json';
      try {
        const draft = await openDraft(shell, file, draftFlags, loaders);
        const exitCode = await withHistory(shell, { db: flags.db, readonly: false, durable: true }, async (history) => {
          const queue = await openQueueIn(shell, flags, history);
          const here = { ...shell, now: history.now };
          const custody = await openCustody(shell, history);
          const setting = { shell: here, locale, isPaid, history, queue, custody };
          const item = await itemNow(setting, draft);
          if ('reason' in item) return answerRefusal(setting, item, draftName(file), isJson);
          const x = isPaid ? await createXAccess(shell, setting).openOwn() : undefined;
          const refusal = await findObstacle(setting, item, x);
          if (refusal !== undefined) return answerRefusal(setting, refusal, draftName(file), isJson);
          if (flags.yes !== true && !shell.stdin.isTTY) {
            const reason: PostReason = { code: 'not-confirmed', detail: null };
            const unanswered = { reason, sentence: words.noTerminal, exitCode: EXIT.usage };
            return answerRefusal(setting, unanswered, draftName(file), isJson);
          }
          showPost(shell, item);
          const question = isPaid ? words.confirm(item.price) : words.confirmByHand;
          const answer = flags.yes ? 'yes' : await confirm(shell, question);
          if (answer !== 'yes') {
            writeNotice(shell, words.nothingPosted);
            return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
          }
          return printOutcome(setting, await send(setting, item, x), isJson);
        });
        finish(exitCode);
      } catch (error) {
        finish(await reportDraftError(shell, { error, name: draftName(file), locale }));
      } finally {
        loaders.history?.close();
      }
    });
};

/** Why an item may not go out now: the guard's rules, the budget, a pause, the sign-in; undefined when it may. */
async function findObstacle(
  { locale, isPaid, queue, custody }: Setting,
  item: NewItem,
  x: XPort,
): Promise<Refusal | undefined> {
  const { post: words } = queueSentences(locale);
  const { store, history, now } = queue;
  const maybe = await findUnsure(store, ['planned', 'claimed']);
  const judged: Item = {
    ...item,
    id: 0,
    account: '',
    state: 'planned',
    createdAt: now,
    changedAt: now,
    attempts: 0,
    checks: 0,
  };
  const refusal = await findRefusal(judged, history, maybe, now);
  if (refusal !== undefined) {
    return { reason: reasonRecord(refusal), sentence: reasonText(refusal, locale), exitCode: EXIT.findings };
  }
  if (!isPaid) return undefined;
  const left = await leftForPosts(store, now, x);
  if (item.price > left) {
    const reason: PostReason = { code: 'budget', detail: toBudgetDetail(item.price, left) };
    return { reason, sentence: words.overBudget(item.price, left), exitCode: EXIT.tryLater };
  }
  const pause = await store.pause();
  const fault = pause === undefined ? await custody.check() : undefined;
  const why = pause ?? (fault === 'restored' || fault === 'copied' ? { code: fault } : undefined);
  if (why !== undefined) {
    return { reason: reasonRecord(why), sentence: pauseText(why, locale), exitCode: EXIT.tryLater };
  }
  const hold = await readHold(store, now);
  if (hold !== undefined) {
    return { reason: reasonRecord(hold), sentence: reasonText(hold, locale), exitCode: EXIT.tryLater };
  }
  if (x !== undefined) return undefined;
  return { reason: { code: 'signed-out', detail: null }, sentence: words.signedOut, exitCode: EXIT.credentials };
}

/** Reports that nothing was sent: as a document, or as a line on standard error behind the name of the draft. */
function answerRefusal(
  { shell }: Setting,
  { reason, sentence, exitCode }: Refusal,
  name: string,
  isJson: boolean,
): ExitCode {
  writeNotice(shell, `${name}: ${sentence}`);
  const nothing = { item: null, state: null, url: null, intent: null };
  if (isJson) shell.stdout.write(asJson({ schema: 'tweetspan/post@1', ...nothing, reason } satisfies PostDocument));
  return exitCode;
}

function showPost({ stderr }: Shell, { text, media }: NewItem): void {
  for (const line of text.split('\n')) stderr.write(`    ${visible(line)}\n`);
  for (const { file, alt } of media) {
    stderr.write(`    + ${oneLine(file)}${alt === undefined ? '' : ` (${oneLine(alt)})`}\n`);
  }
}

/** Queues the item and sends it, or notes that a person was reminded of it; answers what it became. */
async function send({ shell, history, queue, custody }: Setting, item: NewItem, x: XPort): Promise<SentItem> {
  const { store } = queue;
  await history.team?.keepMedia(item.media);
  const [added] = await store.add([{ ...item, dueAt: shell.now() }], shell.now());
  if (added === undefined) throw new Error('an item was added and is not there');
  const ports = createPorts(shell, { history, queue, custody, notify: async () => [], log: () => undefined }, x);
  if (x === undefined) {
    const reminded = { at: shell.now(), name: 'reminded', item: added.id } as const;
    await store.change(added.id, ['planned'], { state: 'reminded' }, reminded);
  } else {
    const owner = `${shell.host}:${shell.pid}:${shell.randomId()}`;
    // A person says when: no distance to other posts is kept, all else holds.
    const { kind, postId, pendingWrite } = await sendItem(added, x, ports, {
      ...SENDING_DEFAULTS,
      owner,
      minInterval: 0,
    });
    // X's answer is reported whatever becomes of the database: it must not be hidden by a lock or a full disk.
    const known = { item: added, isBusy: kind === 'lost', ...(postId !== undefined && { postId }) };
    try {
      await pendingWrite?.();
      await recordInHistory(ports);
      return { ...known, item: (await store.get(added.id)) ?? added };
    } catch (error) {
      if (postId === undefined) throw error;
      return { ...known, failure: error };
    }
  }
  return { item: (await store.get(added.id)) ?? added, isBusy: false };
}

/** An item that was sent. `failure` is why its post, which is on X, could not be written down. */
interface SentItem {
  readonly item: Item;
  /** Whether another process was sending, so that this one could not. */
  readonly isBusy: boolean;
  readonly postId?: string;
  readonly failure?: unknown;
}

/** When an item of unknown outcome is looked for, as a text. */
const nextLookIn =
  ({ queue: { clocks }, locale }: Setting) =>
  ({ state, notBefore, zone }: Item): string | undefined =>
    state === 'unknown' && notBefore !== undefined
      ? slotText({ localTime: clocks.formatLocalTime(notBefore, zone), zone }, locale)
      : undefined;

async function printOutcome(
  setting: Setting,
  { item, isBusy, postId = item.postId, failure }: SentItem,
  isJson: boolean,
): Promise<ExitCode> {
  const { shell, locale, history } = setting;
  const { post: words } = queueSentences(locale);
  const nextLook = nextLookIn(setting);
  const [handle = 'i'] = history.reader.account()?.handles ?? [];
  const url = postId === undefined ? null : `https://x.com/${handle}/status/${postId}`;
  const intent = item.state === 'reminded' ? intentLink(item.text) : null;
  const { id, state, reason } = item;
  if (isJson) {
    const document: PostDocument = {
      schema: 'tweetspan/post@1',
      item: id,
      state,
      url,
      intent,
      reason: reasonRecord(reason),
    };
    shell.stdout.write(asJson(document));
  } else {
    const why = reason === undefined ? '' : reasonText(reason, locale);
    const line = (): string => {
      if (url !== null) return words.posted(url);
      if (intent !== null) return words.open(intent, id);
      if (state === 'planned') return isBusy ? words.busy(id) : words.waiting(id, why);
      return state === 'refused' ? words.refused(id, why) : `${why}\n${adviceOn(item, locale, nextLook(item)) ?? ''}`;
    };
    writeSentences(shell, line());
  }
  if (failure !== undefined) {
    const message = await userMessage(failure, locale);
    if (message === undefined) throw failure;
    writeNotice(shell, words.notSaved(id, url ?? '', message.lines.join('; ')));
    return EXIT.findings;
  }
  if (url !== null || intent !== null) return EXIT.done;
  return state === 'planned' ? EXIT.tryLater : EXIT.findings;
}
