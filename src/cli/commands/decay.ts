import { countFaults, describeLink, estimateNamedLink } from '#campaign/link-decay.js';
import { timingSentences } from '#locale/timing.js';
import type { DecayDocument } from '#report/documents/decay.js';
import { asJson } from '#report/documents/json.js';
import { decayReport } from '#report/terminal/decay.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { adviceSlots } from '#timing/decay/advice.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import type { Registration } from '../command.js';
import { findLink } from '../find-link.js';
import { withHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { resolveZone } from '../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { seedReader, zoneOption } from '../options/times.js';
import { writePage } from '../files.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

const HORIZON = 7 * 86_400_000;
const ALL = 1_000_000;
/** Names of advice on the command line, with the verbs they stand for. */
const ADVICE = ['repost-now', 'wait-until', 'rewrite-first', 'let-it-rest', 'stop'] as const;

/** `decay`: how links go on getting reactions, all of them or one, and whether to post one again. */
export const registerDecay: Registration = (program, { shell, locale, finish }) => {
  const sentences = timingSentences(locale);
  const { options, errors } = sentences;
  newCommand(program, 'decay', sentences.decay.help)
    .argument('[link]', options.link)
    .addOption(databaseOption(locale))
    .addOption(zoneOption(locale, options.zone))
    .addOption(
      option('--sort <order>', options.sort)
        .choices(['last', 'gain', 'remaining'])
        .default('last' as const),
    )
    .addOption(option('--advice <advice>', options.advice).choices(ADVICE))
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .option('--html <file>', options.html)
    .addOption(option('--seed <n>', options.seed).argParser(seedReader(locale)).default(1))
    .action(async (link, { db, limit, seed, html, format, json, color, quiet, zone: named, sort, advice }) => {
      const zone = resolveZone(shell, named);
      const now = shell.now();
      const read = await withHistory(shell, { db, readonly: true }, async (open) => {
        const { reader, timing } = open;
        const learned = learnFrom(open, now);
        const dated = reader.links({}, 'last', ALL).filter(({ lastAt }) => lastAt !== undefined);
        // What is sorted or chosen by its advice must be advised on first.
        const isWhole = sort !== 'last' || advice !== undefined;
        const links = link === undefined ? dated.slice(0, isWhole ? ALL : limit) : [findLink(reader, link, locale)];
        const hours = learned.hours({ zone, seed, metric: 'reactions' }).estimate;
        const decay = learned.decay();
        await learned.keep(shell, db);
        return {
          hours,
          decay,
          account: timing.account()?.handles ?? [],
          known: dated.length,
          history: links.map((name) => ({ name, posts: reader.postsOfLink(name.identity) })),
        };
      });
      const { hours, decay } = read;
      const estimated = read.history.flatMap(
        ({ name, posts }) => estimateNamedLink(name, posts, { now, decay, seed, totalsOnly: link === undefined }) ?? [],
      );
      if (link !== undefined && estimated.length === 0) throw new UserError(errors.untimedLink(link));
      const first = Math.min(now, ...estimated.map(({ estimated: [post] }) => post?.at ?? now));
      const clock = openZone(zone, first, now + HORIZON);
      const localTimeAt = (instant: number): string => formatLocalTime(clock.localTimeAt(instant));
      const setting = {
        now,
        hours,
        decay,
        formatLocalTime: localTimeAt,
        withDetail: link !== undefined,
        slots: adviceSlots({ now, hours }),
      };
      const described = estimated.map((each) => describeLink(each, setting));
      const wanted = link === undefined ? selectLinks(described, { sort, advice }).slice(0, limit) : described;
      const shown = new Set(wanted.map((each) => each.link));
      const document: DecayDocument = {
        schema: 'tweetspan/decay@1',
        account: read.account,
        zone,
        now: new Date(now).toISOString(),
        localTime: localTimeAt(now),
        seed,
        known: read.known,
        learnedFrom: { shape: decay.prior.learnedFrom ?? 0, level: decay.level.learnedFrom ?? 0 },
        rules: REPOST_RULES,
        sort: link === undefined && advice === undefined ? sort : 'chosen',
        links: wanted,
        faults: countFaults(estimated.filter(({ name }) => shown.has(name.identity))),
      };
      if (html !== undefined) {
        // Loaded here only: drawing without a browser makes the run half as long again (0.67 s became 1.04 s).
        const { decayPage } = await import('#report/html/decay.js');
        writePage(shell, html, decayPage(document, locale), timingSentences(locale));
      }
      const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
      shell.stdout.write(json || format === 'json' ? asJson(document) : decayReport(document, view));
      finish(EXIT.done);
    });
};

type DescribedLink = ReturnType<typeof describeLink>;

/** Links with an advice, in an order; those of equal figures stay as they were, the newest first. */
function selectLinks(
  links: readonly DescribedLink[],
  {
    sort,
    advice,
  }: { readonly sort: 'last' | 'gain' | 'remaining'; readonly advice: (typeof ADVICE)[number] | undefined },
): readonly DescribedLink[] {
  const chosen = links.filter((link) => advice === undefined || link.advice.verb.replaceAll(' ', '-') === advice);
  const figure = {
    last: () => 0,
    gain: (link: DescribedLink) => link.advice.gain.mean,
    remaining: (link: DescribedLink) => link.remaining.mean,
  }[sort];
  return chosen.sort((a, b) => figure(b) - figure(a));
}
