import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { outreachSentences } from '#locale/outreach.js';
import { readHandle } from '#outreach/team.js';
import { asJson } from '#report/documents/json.js';
import type { KitDocument } from '#report/documents/outreach.js';
import { kitCsv, kitMail, kitMarkdown } from '#report/export/kit.js';
import { kitReport } from '#report/terminal/outreach.js';
import { linkIdentity } from '#tweet/link.js';
import { idToInstant } from '#tweet/snowflake.js';
import { parsePostUrl } from '#x/api/intent.js';
import type { Registration } from '../command.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { kitForm, writeKit } from '../kit-files.js';
import { knownAmbassadors, makeKit, withHistoryOrNone, type MadeKit } from '../make-kit.js';
import { writeNotice } from '../notice.js';
import { draftLoaders, draftName, openDraft, type OpenDraft } from '../open-draft.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption, csvStyle } from '../options/csv.js';
import { resolveZone, zoneOption } from '../options/times.js';
import { terminalWidth, wantsColor, type Shell } from '../shell.js';
import { endSteps } from '../person-steps.js';
import { readTeamFile } from '../team-file.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';

/** Days to leave a person in peace: the default of rules 8 and 10. */
const REST_DAYS = 30;

/** `kit`: a ready post for each ambassador. */
export const registerKit: Registration = (program, context) => {
  const { locale } = context;
  const kit = program.command('kit').describe(outreachSentences(locale).kit.help);
  registerMake(kit, context);
  registerRecord(kit, context);
};

/** The reader of handles that may be named several times. */
export const handlesReader =
  (locale: Locale) =>
  (value: string, before: readonly string[]): readonly string[] => {
    const handles = value.split(',').map(readHandle);
    if (handles.includes(undefined)) throw new InvalidArgumentError(outreachSentences(locale).kit.errors.handle);
    return [...before, ...handles.flatMap((handle) => handle ?? [])];
  };

/** The reader of whole numbers from 0 up to a bound. */
const upTo =
  (most: number, sentence: string) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number > most) throw new InvalidArgumentError(sentence);
    return number;
  };

/** `--rest`: days to leave a person in peace. */
export const restOption = (locale: Locale) => {
  const { options, errors } = outreachSentences(locale).kit;
  return option('--rest <days>', options.rest).argParser(upTo(365, errors.rest)).default(REST_DAYS);
};

const registerMake: Registration = (kit, { shell, locale, finish }) => {
  const words = outreachSentences(locale).kit;
  const { options } = words;
  newCommand(kit, 'make', { ...words.help, summary: words.make }, { isDefault: true })
    .argument('<drafts...>', words.drafts)
    .option('--for <file>', options.for)
    .option('--out <file>', options.out)
    .option('--utm', options.utm)
    .addOption(
      option('--again <handle>', options.again)
        .argParser(handlesReader(locale))
        .default([] as readonly string[], '-'),
    )
    .addOption(restOption(locale))
    .option('--dry-run', options.dryRun)
    .addOption(zoneOption(locale, options.zone))
    .addOption(configOption(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'markdown', 'mail', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(jsonOption(locale))
    .action(async (files, flags) => finish(await make(shell, locale, files, flags)));
};

interface MakeFlags {
  readonly for?: string | undefined;
  readonly out?: string | undefined;
  readonly utm?: true | undefined;
  readonly again: readonly string[];
  readonly rest: number;
  readonly dryRun?: true | undefined;
  readonly zone?: string | undefined;
  readonly config?: string | undefined;
  readonly db?: string | undefined;
  readonly format: 'text' | 'json' | 'markdown' | 'mail' | 'csv';
  readonly csvSeparator: 'comma' | 'semicolon' | 'tab';
  readonly csvBom?: true | undefined;
  readonly color?: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** Shows a kit, and writes and records it where a place is named. 1 when a person or a row was left out that need not be. */
async function make(shell: Shell, locale: Locale, files: readonly string[], flags: MakeFlags): Promise<ExitCode> {
  const words = outreachSentences(locale).kit;
  const isWritten = flags.out !== undefined && flags.dryRun !== true;
  if (flags.out !== undefined) kitForm(shell, flags.out, locale);
  const draftFlags = { ...flags, rule: {}, facts: false };
  const loaders = await draftLoaders(shell, draftFlags);
  let [file = ''] = files;
  try {
    const drafts: OpenDraft[] = [];
    for (file of files) drafts.push(await openDraft(shell, file, draftFlags, loaders));
    const made = await withHistoryOrNone(shell, flags.db, async (history) => {
      const team =
        flags.for === undefined ? knownAmbassadors(drafts, history) : await readTeamFile(shell, flags.for, locale);
      if (flags.for === undefined && team.members.length === 0) throw new UserError(words.errors.noTeam);
      const zone = resolveZone(shell, flags.zone, drafts[0]?.file.draft.campaign?.zone);
      const kit = await makeKit(shell, drafts, { team, history, locale }, { ...flags, zone });
      return { ...kit, team };
    });
    let { document } = made;
    if (isWritten && flags.out !== undefined && document.posts.length > 0) {
      // Recorded first: a kit that was handed out unrecorded could be given twice.
      await keepRecord(shell, flags.db, made);
      document = { ...document, recorded: true };
      document = {
        ...document,
        files: [...(await writeKit(shell, flags.out, { document, drafts, locale, csv: csvStyle(flags) }))],
      };
    }
    await print(shell, locale, document, flags);
    const isWhole = document.unserved.length === 0 && document.faults.length === 0 && document.posts.length > 0;
    return isWhole ? EXIT.done : EXIT.findings;
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale });
  } finally {
    loaders.history?.close();
  }
}

async function print(
  shell: Shell,
  locale: Locale,
  document: KitDocument,
  { format, color, quiet, out, utm, ...csv }: MakeFlags,
): Promise<void> {
  const words = outreachSentences(locale).kit;
  const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
  const forms = {
    text: () => kitReport(document, view),
    json: () => asJson(document),
    markdown: () => kitMarkdown(document, locale),
    mail: () => kitMail(document, locale),
    csv: () => kitCsv(document, csvStyle(csv)),
  };
  await shell.writeAll([forms[format]()]);
  if (format === 'json' || quiet) return;
  if (document.recorded) {
    writeNotice(shell, words.wrote(document.files.slice(0, 4)));
    writeNotice(shell, words.noted(document.posts.length));
  } else if (document.posts.length > 0 && out === undefined) writeNotice(shell, words.preview);
  if (utm !== true && document.posts.some(({ tag }) => tag === null)) writeNotice(shell, words.noTagsYet);
}

/** Keeps who agreed, who opted out, and who was given what. */
async function keepRecord(
  shell: Shell,
  db: string | undefined,
  { document, team, members }: MadeKit & { readonly team: Awaited<ReturnType<typeof readTeamFile>> },
): Promise<void> {
  const now = shell.now();
  await withHistory(shell, { db, readonly: false, shares: true }, async (history) => {
    const { outreach, contacts } = history;
    await endSteps(history, document.link, ['kit'], now);
    for (const { handle, optedOut } of team.members) if (optedOut) contacts.optOut(handle, now);
    outreach.noteConsents(
      members.flatMap(({ handle, name, language = '', agreed }) =>
        agreed === undefined ? [] : [{ handle: handle.toLowerCase(), name, language, agreed, notedAt: now }],
      ),
    );
    outreach.addRecords(
      document.posts.map(({ handle, text, tag, at }) => ({
        handle: handle.toLowerCase(),
        what: 'kit' as const,
        at: now,
        link: document.link,
        text,
        tag: tag ?? '',
        moment: Date.parse(at),
      })),
    );
  });
}

const registerRecord: Registration = (kit, { shell, locale, finish }) => {
  const { record: words, errors } = outreachSentences(locale).kit;
  const counts = upTo(1_000_000_000, errors.count);
  newCommand(kit, 'record', words.help)
    .argument('<url>', words.url)
    .addOption(option('--likes <n>', words.likes).argParser(counts))
    .addOption(option('--reposts <n>', words.reposts).argParser(counts))
    .option('--link <link>', words.link)
    .option('--by <handle>', words.by)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (url, { db, likes, reposts, link, by, format }) => {
      const address = parsePostUrl(url);
      const handle = (by === undefined ? address?.handle : readHandle(by))?.toLowerCase();
      const { ask } = outreachSentences(locale);
      const at = address === undefined ? undefined : idToInstant(address.id);
      if (address === undefined || at === undefined) throw new UserError(ask.errors.badPost(url));
      if (handle === undefined) throw new UserError(words.noHandle);
      const identity = await withHistory(shell, { db, readonly: false, shares: true }, (history) => {
        requireForeign(history, handle, words.ownPost(handle));
        const wanted = link === undefined ? undefined : (linkIdentity(link) ?? link);
        const newest = history.outreach
          .recordsOf(handle)
          .find(({ what, link: page }) => what === 'kit' && (wanted === undefined || page === wanted));
        if (newest === undefined) throw new UserError(words.notGiven(handle));
        if (at < newest.at - SKEW) throw new UserError(words.tooEarly);
        history.outreach.notePost(handle, newest.link, {
          id: address.id,
          at,
          ...(likes !== undefined && { likes }),
          ...(reposts !== undefined && { reposts }),
        });
        return newest.link;
      });
      const document = { schema: 'tweetspan/kit-record@1', handle, link: identity, post: address.id };
      shell.stdout.write(format === 'json' ? asJson(document) : `${words.recorded(handle, identity)}\n`);
      finish(EXIT.done);
    });
};

/** How far a clock may be ahead of X's, ms. @source own choice */
const SKEW = 5 * 60_000;

/** @throws UserError for a post of the own account. */
function requireForeign({ reader }: OpenHistory, handle: string, sentence: string): void {
  const own = reader.account()?.handles ?? [];
  if (own.some((name) => name.toLowerCase() === handle)) throw new UserError(sentence);
}
