import { asJson } from '#report/documents/json.js';
import type { DecayDocument } from '#report/documents/decay.js';
import { linkIdentity } from '#tweet/link.js';
import { resolveZone } from '../options/arguments.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { writePage } from './page-file.js';
import type { DecayFlags } from '../options/timing.js';
import { DECAY_SAMPLE, countedPosts, learnAccountDecay } from './account.js';
import { usablePosts } from '#timing/hours/usable-posts.js';
import { estimateHours } from '#timing/hours/hours.js';
import { estimateNamedLink, type LinkName, linkDocument, countFaults } from './link-document.js';
import { openZone, formatLocalTime } from '#timing/clock/zone.js';
import { formatRemarks } from '#report/decay-texts.js';
import { decayReport } from '#report/terminal/decay.js';
import { decayPage } from '#report/html/decay.js';

const HORIZON = 7 * 86_400_000;
/** Links looked at to name the one meant. */
const CANDIDATES = 4;
const ALL = 1_000_000;

/** Estimates how links live and reports it: all of them, or one. */
export async function decayCommand(shell: Shell, link: string | undefined, flags: DecayFlags): Promise<ExitCode> {
  const locale = resolveLocale(shell, flags.locale);
  const zone = resolveZone(shell, flags.zone);
  const now = shell.now();
  const { seed } = flags;
  const read = await withHistory(shell, { db: flags.db, readonly: true }, ({ reader, timing }) => {
    const dated = reader.links({}, 'last', ALL).filter(({ lastAt }) => lastAt !== undefined);
    const links = link === undefined ? dated.slice(0, flags.limit) : [findLink(reader, link)];
    return {
      account: timing.account()?.handles ?? [],
      timed: timing.timedPosts(),
      observed: timing.observedPosts(DECAY_SAMPLE),
      known: dated.length,
      history: links.map((named) => ({ named, posts: reader.postsOfLink(named.identity) })),
    };
  });
  const usable = usablePosts(countedPosts(read.timed), now, 'reactions');
  const hours = estimateHours(usable.posts, { zone, seed });
  const decay = learnAccountDecay(read.observed, now);
  const judged = read.history.flatMap(
    ({ named, posts }) => estimateNamedLink(named, posts, { now, decay, seed }) ?? [],
  );
  if (link !== undefined && judged.length === 0) {
    throw new UserError(`no post of ${link} has a known hour: its decay cannot be told`);
  }
  const first = Math.min(now, ...judged.map(({ judged: [post] }) => post?.at ?? now));
  const clock = openZone(zone, first, now + HORIZON);
  const localTimeAt = (instant: number): string => formatLocalTime(clock.localTimeAt(instant));
  const setting = { now, hours, decay, formatLocalTime: localTimeAt, locale, withDetail: link !== undefined };
  const document: DecayDocument = {
    schema: 'tweetspan/decay@1',
    account: read.account,
    zone,
    now: new Date(now).toISOString(),
    localTime: localTimeAt(now),
    seed,
    known: read.known,
    learnedFrom: { shape: decay.prior.learnedFrom ?? 0, level: decay.level.learnedFrom ?? 0 },
    links: judged.map((found) => linkDocument(found, setting)),
    remarks: formatRemarks(countFaults(judged), locale),
  };
  if (flags.html !== undefined) {
    writePage(shell, flags.html, decayPage(document, locale), locale);
  }
  const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale };
  const isJson = flags.json === true || flags.format === 'json';
  shell.stdout.write(isJson ? asJson(document) : decayReport(document, view));
  return EXIT.done;
}

type Reader = OpenHistory['reader'];

/** The link of an address or an identity, or the only one that holds the words. */
function findLink(reader: Reader, link: string): LinkName {
  if (reader.postsOfLink(link).length > 0) {
    const byText = link.startsWith('text:');
    return { identity: byText ? link : (linkIdentity(link) ?? link), byText };
  }
  const found = reader.links({ search: link }, 'posts', CANDIDATES);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const names = found.slice(0, CANDIDATES - 1).map(({ identity }) => identity);
  throw new UserError(
    only === undefined
      ? `no post of ${link} is in the history; tweetspan decay lists the links`
      : `several links hold "${link}": ${names.join(', ')}${found.length === CANDIDATES ? ', …' : ''}; name one`,
  );
}
