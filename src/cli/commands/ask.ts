import { InvalidArgumentError } from 'commander';
import { LOCALES, type Locale } from '#base/locale.js';
import { prepareDraft } from '#lint/engine.js';
import { outreachSentences } from '#locale/outreach.js';
import { completeMessage, MAX_GROUP, splitIntoGroups, USUAL_GROUP } from '#outreach/ask.js';
import { chooseRecipients } from '#outreach/recipients.js';
import { asJson } from '#report/documents/json.js';
import type { AskDocument } from '#report/documents/outreach.js';
import { askReport } from '#report/terminal/outreach.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { hasPhrase } from '#words/phrases.js';
import { parsePostUrl } from '#x/api/intent.js';
import type { Registration } from '../command.js';
import { copyText } from '../desktop/notify.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { writeNotice } from '../notice.js';
import type { OpenDraft } from '../open-draft.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { readPeople } from '../people-known.js';
import { endSteps } from '../person-steps.js';
import { newestPost, ownHandle, postUrl } from '../own-post.js';
import { openTargetDraft, resolveTarget } from '../people-target.js';
import { terminalWidth, wantsColor, type Shell } from '../shell.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { withHistoryOrNone } from '../make-kit.js';
import { handlesReader, restOption } from './kit.js';

/** People met with a link or its subject who are proposed: three groups. @source own choice */
const MAX_MET = 27;
/** Words by which people are looked for. */
const MAX_WORDS = 12;
const COPY_TIMEOUT = 5000;
/** Characters of a post by which it is named in a message. @source own choice */
const MAX_TITLE = 100;

/** `ask`: the message that asks people for help. The program sends none. */
export const registerAsk: Registration = (program, { shell, locale, finish }) => {
  const { ask: words } = outreachSentences(locale);
  const { options, errors } = words;
  const readGroupSize = (value: string): number => {
    const size = Number(value);
    if (!/^\d+$/.test(value) || size < 1 || size > MAX_GROUP) throw new InvalidArgumentError(errors.groupSize);
    return size;
  };
  newCommand(program, 'ask', words.help)
    .argument('<target>', words.target)
    .addOption(
      option('--to <handles>', options.to)
        .argParser(handlesReader(locale))
        .default([] as readonly string[], '-'),
    )
    .option('--post <url>', options.post)
    .option('--text <text>', options.text)
    .addOption(option('--group-size <n>', options.groupSize).argParser(readGroupSize).default(USUAL_GROUP))
    .option('--copy', options.copy)
    .option('--sent', options.sent)
    .addOption(
      option('--again <handle>', options.again)
        .argParser(handlesReader(locale))
        .default([] as readonly string[], '-'),
    )
    .addOption(restOption(locale))
    .addOption(configOption(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (target, flags) => {
      try {
        const draft = await openTargetDraft(shell, target, flags);
        const document = await withHistoryOrNone(shell, flags.db, (history) =>
          prepareAsk(shell, { target, draft, history, locale }, flags),
        );
        finish(await showAndRecord(shell, locale, document, flags));
      } catch (error) {
        finish(await reportDraftError(shell, { error, name: target, locale }));
      }
    });
};

interface AskFlags {
  readonly to: readonly string[];
  readonly post?: string | undefined;
  readonly text?: string | undefined;
  readonly groupSize: number;
  readonly copy?: true | undefined;
  readonly sent?: true | undefined;
  readonly again: readonly string[];
  readonly rest: number;
  readonly db?: string | undefined;
  readonly format: 'text' | 'json';
  readonly color?: boolean;
  readonly quiet?: true;
}

interface AskSetting {
  readonly target: string;
  readonly draft: OpenDraft | undefined;
  readonly history: OpenHistory | undefined;
  readonly locale: Locale;
}

/** The URL of the post that help is asked for. @throws UserError for an address of no post. */
async function findPost(
  { post }: AskFlags,
  link: string | undefined,
  { history, locale }: AskSetting,
): Promise<string | undefined> {
  if (post !== undefined) {
    const address = parsePostUrl(post);
    if (address === undefined) throw new UserError(outreachSentences(locale).ask.errors.badPost(post));
    return postUrl(address.id, address.handle);
  }
  const newest = history === undefined || link === undefined ? undefined : newestPost(history, link);
  return newest === undefined || history === undefined ? undefined : postUrl(newest.id, await ownHandle(history));
}

/** The words of the newest post of a link, where they are short enough to name it by. */
function titleOf(history: OpenHistory | undefined, link: string): string | undefined {
  const text = history === undefined ? undefined : newestPost(history, link)?.text;
  const words = text
    ?.replace(/https?:\/\/\S+|[#＃]\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === undefined || words === '' || words.length > MAX_TITLE || /[@＠]/.test(words) ? undefined : words;
}

/** Whom to ask: those named, those of the draft, else people met with the link or its subject. */
function findPeople({ to }: AskFlags, link: string | undefined, { draft, history }: AskSetting): readonly string[] {
  const named = to.length > 0 ? to : (draft?.file.draft.campaign?.ask?.to ?? []);
  if (named.length > 0) return [...new Map(named.map((handle) => [handle.toLowerCase(), handle])).values()];
  if (history === undefined) return [];
  const words =
    draft === undefined
      ? []
      : prepareDraft(draft.file.draft, draft.options)
          .words.filter(({ kind }) => kind === 'subject')
          .map(({ word }) => word);
  const query = { words: [...new Set(words)].slice(0, MAX_WORDS), ...(link !== undefined && { link }) };
  return history.reader.contactsFor(query, MAX_MET).map(({ handle }) => handle);
}

/** The message with all that it needs, and whom to send it to. Changes nothing. */
async function prepareAsk(shell: Shell, setting: AskSetting, flags: AskFlags): Promise<AskDocument> {
  const { target, draft, history, locale } = setting;
  const { ask: words } = outreachSentences(locale);
  // Without a history only a draft can be meant.
  if (draft === undefined && history === undefined) throw new UserError(words.errors.unposted);
  const link = resolveTarget(target, draft, history, locale);
  const post = await findPost(flags, link, setting);
  const title = draft?.file.draft.title ?? (link === undefined ? undefined : titleOf(history, link));
  const lang = draft?.options.config?.lang;
  const own = outreachSentences(LOCALES.find((known) => known === lang) ?? locale);
  const written = flags.text ?? draft?.file.draft.campaign?.ask?.text;
  const message = completeMessage(
    written ?? own.ask.template(title === undefined ? own.ask.untitled : own.kit.quoted(title)),
    { post, thanks: own.ask.thanks },
  );
  const lexicon =
    written === undefined || draft === undefined ? await loadLexicon(lang ?? locale) : draft.options.lexicons[0];
  const people = findPeople(flags, link, setting);
  const { chosen, spared } = chooseRecipients(
    people.map((handle) => ({ handle })),
    readPeople(history, people),
    {
      link: link ?? '',
      now: shell.now(),
      restDays: flags.rest,
      needsConsent: false,
      again: new Set(flags.again.map((handle) => handle.toLowerCase())),
    },
  );
  const met = ({ handle }: { readonly handle: string }) => {
    const contact = history?.reader.contact(handle);
    const { lastAt } = contact ?? {};
    return {
      handle,
      times: contact === undefined ? 0 : contact.mentions + contact.replies + contact.reposts,
      last: lastAt === undefined ? null : new Date(lastAt).toISOString().slice(0, 10),
    };
  };
  return {
    schema: 'tweetspan/ask@1',
    link: link ?? null,
    now: new Date(shell.now()).toISOString(),
    post: post ?? null,
    message: message.text,
    added: [...message.added],
    asks: lexicon === undefined ? null : hasPhrase(message.text, lexicon.requests),
    open: `https://x.com/messages/compose?text=${encodeURIComponent(message.text)}`,
    groups: splitIntoGroups(chosen, flags.groupSize).map((group) => group.map(met)),
    spared: spared.map(({ person, why, days }) => ({ handle: person.handle, why, days: days ?? null })),
    recorded: false,
  };
}

/** Shows the message, copies it where that is wanted, and records that it was sent. 1 when there is no one to ask. */
async function showAndRecord(shell: Shell, locale: Locale, ask: AskDocument, flags: AskFlags): Promise<ExitCode> {
  const { ask: words } = outreachSentences(locale);
  const people = ask.groups.flat();
  if (flags.sent === true && ask.post === null) throw new UserError(words.errors.unposted);
  const isSent = flags.sent === true && people.length > 0;
  if (isSent) {
    const now = shell.now();
    await withHistory(shell, { db: flags.db, readonly: false, shares: true }, async (history) => {
      history.outreach.addRecords(
        people.map(({ handle }) => ({
          handle: handle.toLowerCase(),
          what: 'ask' as const,
          at: now,
          link: ask.link ?? '',
          text: ask.message,
          tag: '',
        })),
      );
      if (ask.link !== null) await endSteps(history, ask.link, ['ask'], now);
    });
  }
  const document = { ...ask, recorded: isSent };
  const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, quiet: flags.quiet };
  await shell.writeAll([flags.format === 'json' ? asJson(document) : askReport(document, view)]);
  const isCopied = flags.copy === true && (await copyText(ask.message, shell, COPY_TIMEOUT));
  if (flags.format === 'json' || flags.quiet) return people.length === 0 ? EXIT.findings : EXIT.done;
  if (flags.copy === true) writeNotice(shell, isCopied ? words.copied : words.notCopied);
  if (people.length === 0) writeNotice(shell, words.nobody);
  else writeNotice(shell, isSent ? words.recorded(people.length) : words.notSent);
  return people.length === 0 ? EXIT.findings : EXIT.done;
}
