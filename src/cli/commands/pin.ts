import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { accountSentences } from '#locale/account.js';
import { money } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import { budgetAt } from '#queue/budget.js';
import { advisePin, findPinEnd, rankPins, type PinCandidate } from '#outreach/pin.js';
import { asJson } from '#report/documents/json.js';
import type { PinDocument } from '#report/documents/outreach.js';
import { pinReport } from '#report/terminal/outreach.js';
import { parseLocalTime, openZone } from '#timing/clock/zone.js';
import { PRICES } from '#x/api/prices.js';
import type { Registration } from '../command.js';
import { asCallError, signedIn } from '../credentials.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { writeNotice } from '../notice.js';
import type { OpenDraft } from '../open-draft.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { resolveZone } from '../options/times.js';
import { endSteps } from '../person-steps.js';
import { ownHandle, postUrl } from '../own-post.js';
import { openTargetDraft, resolveTarget } from '../people-target.js';
import { pinCandidate, pinCandidates, pinnedNow } from '../pin-candidates.js';
import { terminalWidth, wantsColor, type Shell } from '../shell.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { openClient } from '../wiring.js';

const DAY = 86_400_000;

/** `pin`: which post deserves the top of the profile, and how to put it there. */
export const registerPin: Registration = (program, { shell, locale, finish }) => {
  const { pin: words } = outreachSentences(locale);
  const { options, errors } = words;
  const readDay = (value: string): string => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00Z`).toISOString().startsWith(value);
    if (!isDay) throw new InvalidArgumentError(errors.until);
    return value;
  };
  newCommand(program, 'pin', words.help)
    .argument('[target]', words.target)
    .option('--done', options.done)
    .addOption(option('--off', options.off).conflicts('done'))
    .addOption(option('--until <day>', options.until).argParser(readDay))
    .option('--check', options.check(money(PRICES.user, locale)))
    .addOption(configOption(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (target, flags) => {
      try {
        const draft = target === undefined ? undefined : await openTargetDraft(shell, target, flags);
        finish(await pin(shell, { target, draft, locale }, flags));
      } catch (error) {
        finish(await reportDraftError(shell, { error, name: target ?? '', locale }));
      }
    });
};

interface PinFlags {
  readonly done?: true | undefined;
  readonly off?: true | undefined;
  readonly until?: string | undefined;
  readonly check?: true | undefined;
  readonly db?: string | undefined;
  readonly format: 'text' | 'json';
  readonly color?: boolean;
  readonly quiet?: true;
}

interface PinSetting {
  readonly target: string | undefined;
  readonly draft: OpenDraft | undefined;
  readonly locale: Locale;
}

async function pin(shell: Shell, setting: PinSetting, flags: PinFlags): Promise<ExitCode> {
  const { locale } = setting;
  const { pin: words } = outreachSentences(locale);
  const isWriting = flags.done === true || flags.off === true || flags.check === true;
  return withHistory(shell, { db: flags.db, readonly: !isWriting }, async (history) => {
    if (flags.off === true) {
      const ended = history.outreach.endPin(shell.now());
      if (ended !== undefined) await endSteps(history, ended.link, ['pin', 'unpin'], shell.now());
      writeNotice(shell, ended === undefined ? words.notPinned : words.ended);
      return EXIT.done;
    }
    const onX = flags.check === true ? await readPinned(shell, history, locale) : undefined;
    const document = await describePin(shell, history, setting, flags, onX);
    if (flags.done === true) {
      const { post } = document;
      if (post === null) throw new UserError(words.errors.spent);
      history.outreach.notePin({
        postId: post.id,
        link: post.link,
        since: shell.now(),
        ...untilOf(shell, setting, flags),
      });
      await endSteps(history, post.link, ['pin'], shell.now());
    }
    const shown = { ...document, recorded: flags.done === true };
    const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, quiet: flags.quiet };
    if (flags.format === 'json') await shell.writeAll([asJson(shown)]);
    else if (flags.done === true) writeNotice(shell, words.recorded(document.post?.url ?? ''));
    else await shell.writeAll([pinReport(shown, view)]);
    return EXIT.done;
  });
}

/** The last instant of the pin, by the call or by the draft. */
function untilOf(shell: Shell, { draft }: PinSetting, { until }: PinFlags): { readonly until?: number } {
  const day = until ?? draft?.file.draft.campaign?.until;
  if (day === undefined) return {};
  const local = parseLocalTime(day) + DAY;
  const zone = openZone(resolveZone(shell, draft?.file.draft.campaign?.zone), local - DAY, local + DAY);
  return { until: zone.toInstant(local).at - 1 };
}

/** The post that is pinned on X, at the price of one user read. @throws UserError without a sign-in or an answer of X. */
async function readPinned(
  shell: Shell,
  { queue, outreach, reader }: OpenHistory,
  locale: Locale,
): Promise<{ readonly id: string | undefined }> {
  const { left } = await budgetAt(queue, shell.now());
  if (PRICES.user > left) {
    throw new UserError(accountSentences(locale).notEnoughBudget(PRICES.user, left), { exitCode: EXIT.tryLater });
  }
  const client = await openClient(shell, await signedIn(shell));
  const outcome = await client.me();
  if (outcome.kind !== 'done') throw asCallError(outcome);
  const now = shell.now();
  await queue.spend({ at: now, what: 'user', amount: PRICES.user });
  const { pinnedId } = outcome.value;
  const known = outreach.pinned();
  if (pinnedId === undefined && known !== undefined) outreach.endPin(now);
  if (pinnedId !== undefined && pinnedId !== known?.postId) {
    const link = reader.linksOf(pinnedId)[0]?.identity ?? '';
    outreach.notePin({ postId: pinnedId, link, since: now });
  }
  return { id: pinnedId };
}

/** The advice as data. */
async function describePin(
  shell: Shell,
  history: OpenHistory,
  { target, draft, locale }: PinSetting,
  flags: PinFlags,
  onX: { readonly id: string | undefined } | undefined,
): Promise<PinDocument> {
  const now = shell.now();
  const { pin: words } = outreachSentences(locale);
  const learned = learnFrom(history, now);
  const handle = await ownHandle(history);
  const link = target === undefined ? undefined : resolveTarget(target, draft, history, locale);
  const named = link === undefined ? undefined : pinCandidate(history, link, learned, now);
  if (target !== undefined && named === undefined) throw new UserError(words.errors.unposted);
  const candidates = named === undefined ? pinCandidates(history, learned, now) : [named];
  const { ranked, refused } = rankPins(candidates);
  const pinned = pinnedNow(history, learned, now);
  await learned.keep(shell, flags.db);
  // The pin goes to what is expected to get something; a post that is asked for by name needs no such promise.
  const best = ranked.find(({ remaining }) => named !== undefined || remaining >= MIN_REMAINING);
  const advice = advisePin(best, pinned, { now, isNamed: named !== undefined });
  const ofLink = pinned?.link === undefined ? [] : history.reader.postsOfLink(pinned.link);
  const pinnedText = ofLink.find(({ id }) => id === pinned?.postId)?.text ?? '';
  const toPost = ({ id, link: page, text }: Pick<PinCandidate, 'id' | 'link' | 'text'>) => ({
    id,
    url: postUrl(id, handle),
    link: page,
    text,
  });
  return {
    schema: 'tweetspan/pin@1',
    now: new Date(now).toISOString(),
    profile: handle === undefined ? null : `https://x.com/${handle}`,
    verb: advice.verb,
    why: advice.verb === 'unpin' && pinned !== undefined ? (findPinEnd(pinned, now) ?? null) : null,
    post: best === undefined ? null : { ...toPost(best), remaining: best.remaining, t90: best.t90 },
    pinned:
      pinned === undefined
        ? null
        : {
            ...toPost({ id: pinned.postId, link: pinned.link ?? '', text: pinnedText }),
            since: new Date(pinned.since).toISOString(),
            until: pinned.until === undefined ? null : new Date(pinned.until).toISOString(),
          },
    onX: onX === undefined ? null : { id: onX.id ?? null, price: PRICES.user },
    refused: refused.map(({ candidate, why }) => ({
      ...toPost(candidate),
      why,
      detail: why === 'shortened' ? candidate.shortened.join(', ') : (candidate.passed ?? ''),
    })),
    clashes: (await history.steps.list({ isOpen: true }, 1000))
      .filter((step) => step.kind === 'pin' && best !== undefined && step.link !== best.link)
      .map(({ draft: name, dueAt, until }) => ({
        draft: name,
        from: new Date(dueAt).toISOString(),
        until: until === undefined ? null : new Date(until).toISOString(),
      })),
    recorded: false,
  };
}

/** Reactions that a link must still promise for its post to be proposed. @source own choice */
const MIN_REMAINING = 0.1;
