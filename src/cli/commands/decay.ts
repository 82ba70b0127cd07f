import { countedPosts, DECAY_SAMPLE, learnAccountDecay } from '#campaign/account.js';
import { countFaults, describeLink, estimateNamedLink, type LinkName } from '#campaign/link-decay.js';
import type { Locale } from '#base/locale.js';
import { timingSentences } from '#locale/timing.js';
import type { DecayDocument } from '#report/documents/decay.js';
import { asJson } from '#report/documents/json.js';
import { decayReport } from '#report/terminal/decay.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { estimateHours } from '#timing/hours/hours.js';
import { usablePosts } from '#timing/hours/usable-posts.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { linkIdentity } from '#tweet/link.js';
import type { Registration } from '../command.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { resolveZone } from '../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { seedReader, zoneOption } from '../options/times.js';
import { writePage } from '../files.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

const HORIZON = 7 * 86_400_000;
/** Links looked at to name the one meant. */
const CANDIDATES = 4;
const ALL = 1_000_000;

/** `decay`: how links go on getting reactions, all of them or one, and whether to post one again. */
export const registerDecay: Registration = (program, { shell, locale, finish }) => {
  const sentences = timingSentences(locale);
  const { options, errors } = sentences;
  newCommand(program, 'decay', sentences.decay.help)
    .argument('[link]', options.link)
    .addOption(databaseOption(locale))
    .addOption(zoneOption(locale, options.zone))
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .option('--html <file>', options.html)
    .addOption(option('--seed <n>', options.seed).argParser(seedReader(locale)).default(1))
    .action(async (link, { db, limit, seed, html, format, json, color, quiet, zone: named }) => {
      const zone = resolveZone(shell, named);
      const now = shell.now();
      const read = await withHistory(shell, { db, readonly: true }, ({ reader, timing }) => {
        const dated = reader.links({}, 'last', ALL).filter(({ lastAt }) => lastAt !== undefined);
        const links = link === undefined ? dated.slice(0, limit) : [findLink(reader, link, locale)];
        return {
          account: timing.account()?.handles ?? [],
          timed: timing.timedPosts(),
          observed: timing.observedPosts(DECAY_SAMPLE),
          known: dated.length,
          history: links.map((name) => ({ name, posts: reader.postsOfLink(name.identity) })),
        };
      });
      const hours = estimateHours(usablePosts(countedPosts(read.timed), now, 'reactions').posts, { zone, seed });
      const decay = learnAccountDecay(read.observed, now);
      const estimated = read.history.flatMap(
        ({ name, posts }) => estimateNamedLink(name, posts, { now, decay, seed }) ?? [],
      );
      if (link !== undefined && estimated.length === 0) throw new UserError(errors.untimedLink(link));
      const first = Math.min(now, ...estimated.map(({ estimated: [post] }) => post?.at ?? now));
      const clock = openZone(zone, first, now + HORIZON);
      const localTimeAt = (instant: number): string => formatLocalTime(clock.localTimeAt(instant));
      const setting = { now, hours, decay, formatLocalTime: localTimeAt, withDetail: link !== undefined };
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
        links: estimated.map((each) => describeLink(each, setting)),
        faults: countFaults(estimated),
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

/** The link of a URL or an identity, or the only one that contains the words. */
function findLink(reader: OpenHistory['reader'], link: string, locale: Locale): LinkName {
  if (reader.postsOfLink(link).length > 0) {
    const byText = link.startsWith('text:');
    return { identity: byText ? link : (linkIdentity(link) ?? link), byText };
  }
  const found = reader.links({ search: link }, 'posts', CANDIDATES);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const { errors } = timingSentences(locale);
  if (only === undefined) throw new UserError(errors.unknownLink(link));
  const names = found.slice(0, CANDIDATES - 1).map(({ identity }) => identity);
  throw new UserError(errors.severalLinks(link, `${names.join(', ')}${found.length === CANDIDATES ? ', …' : ''}`));
}
