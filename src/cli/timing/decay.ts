import type { LinkPost as ToldPost, LinkSummary } from '../../history/query-ports.js';
import type { ObservedPost } from '../../history/timing-ports.js';
import {
  adviceOf,
  curveOf,
  type DecayDetail,
  type DecayDocument,
  type DecayFaults,
  type DecayLink,
  remarksOf,
  sumsOf,
  timesOf,
} from '../../report/decay-document.js';
import { asJson } from '../../report/json.js';
import { decayReport } from '../../report/terminal/decay.js';
import { adviseRepost } from '../../timing/advice.js';
import { estimateHours, type HoursEstimate } from '../../timing/hours.js';
import { typicalLife } from '../../timing/life.js';
import { type JudgedPost, judgePosts, linkCurve, linkLife } from '../../timing/link-life.js';
import { REPOST_RULES } from '../../timing/repost-rules.js';
import { usablePosts } from '../../timing/usable-posts.js';
import { openZone, printWall } from '../../timing/zone.js';
import { linkIdentity } from '../../tweet/link.js';
import { zoneOf } from '../arguments.js';
import { wantsColor } from '../color.js';
import type { DecayFlags } from '../commands/decay.js';
import { EXIT, Failure, type ExitCode } from '../failure.js';
import type { OpenHistory } from '../history-database.js';
import { columnsOf, type Shell } from '../shell.js';
import { uiLanguage } from '../ui.js';
import { accountLife, type AccountLife, countedPosts, LIVES_FROM, type Observed, observedOf } from './account.js';
import { writePage } from './page-file.js';
import { readHistory } from './read-history.js';

const DAY = 86_400_000;
const HORIZON = 7 * DAY;
/** Points of a curve: two dots for each of a hundred columns. */
const CURVE_POINTS = 200;
/** Links looked at to name the one meant. */
const CANDIDATES = 4;

/** Estimates how links live and reports it: all of them, or one. */
export async function decayCommand(shell: Shell, link: string | undefined, flags: DecayFlags): Promise<ExitCode> {
  const ui = uiLanguage(shell, flags.ui);
  const zone = zoneOf(shell, flags.zone);
  const now = shell.now();
  const { account, timed, observed, known, told } = await readHistory(shell, flags.db, ({ reader, timing }) => {
    const links = link === undefined ? newestLinks(reader, flags.limit) : [findLink(reader, link)];
    return {
      account: timing.account()?.handles ?? [],
      timed: timing.timedPosts(),
      observed: timing.observedPosts(LIVES_FROM),
      known: reader.links({}, 'last', ALL).filter(({ lastAt }) => lastAt !== undefined).length,
      told: links.map((summary) => ({ summary, posts: reader.postsOfLink(summary.identity) })),
    };
  });
  const usable = usablePosts(countedPosts(timed), now, 'reactions');
  const hours = estimateHours(usable.posts, { zone, seed: flags.seed });
  const life = accountLife(observed, now);
  const judged = told.flatMap(({ summary, posts }) => {
    const found = judgeLink(summary, posts, { now, life, seed: flags.seed });
    return found === undefined ? [] : [found];
  });
  if (link !== undefined && judged.length === 0) {
    throw new Failure(`no post of ${link} has a known hour: its decay cannot be told`);
  }
  const first = Math.min(now, ...judged.map(({ judged: [post] }) => post?.at ?? now));
  const clock = openZone(zone, first, now + HORIZON);
  const wallOf = (instant: number): string => printWall(clock.wallAt(instant));
  const setting: Setting = { now, hours, life, wallOf, ui, withDetail: link !== undefined };
  const document: DecayDocument = {
    schema: 'tweetspan/decay@1',
    account,
    zone,
    now: new Date(now).toISOString(),
    wall: wallOf(now),
    seed: flags.seed,
    known,
    learnedFrom: { shape: life.prior.learnedFrom ?? 0, level: life.level.learnedFrom ?? 0 },
    links: judged.map((found) => documentOf(found, setting)),
    remarks: remarksOf(faultsOf(judged), ui),
  };
  if (flags.html !== undefined) {
    const { decayPage } = await import('../../report/html/pages.js');
    writePage(shell, flags.html, decayPage(document, ui), ui);
  }
  if (flags.json || flags.format === 'json') shell.stdout.write(asJson(document));
  else
    shell.stdout.write(decayReport(document, { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui }));
  return EXIT.done;
}

const ALL = 1_000_000;

type Reader = OpenHistory['reader'];
type NamedLink = Pick<LinkSummary, 'identity' | 'byText'>;

const newestLinks = (reader: Reader, limit: number): readonly LinkSummary[] =>
  reader.links({}, 'last', limit).filter(({ lastAt }) => lastAt !== undefined);

/** The link of an address or an identity, or the only one that holds the words. */
function findLink(reader: Reader, link: string): NamedLink {
  if (reader.postsOfLink(link).length > 0) {
    const byText = link.startsWith('text:');
    return { identity: byText ? link : (linkIdentity(link) ?? link), byText };
  }
  const found = reader.links({ search: link }, 'posts', CANDIDATES);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const names = found.slice(0, CANDIDATES - 1).map(({ identity }) => identity);
  throw new Failure(
    only === undefined
      ? `no post of ${link} is in the history; tweetspan decay lists the links`
      : `several links hold "${link}": ${names.join(', ')}${found.length === CANDIDATES ? ', …' : ''}; name one`,
  );
}

/** A link with its posts as they were told and as they were judged, oldest first. */
interface JudgedLink {
  readonly summary: NamedLink;
  readonly posts: readonly { readonly told: ToldPost; readonly observed: Observed }[];
  readonly judged: readonly JudgedPost[];
  readonly untimed: number;
}

/** Undefined when no post of the link has a known hour. */
function judgeLink(
  summary: NamedLink,
  told: readonly ToldPost[],
  { now, life, seed }: { readonly now: number; readonly life: AccountLife; readonly seed: number },
): JudgedLink | undefined {
  const timed = told
    .flatMap((post): (ToldPost & ObservedPost)[] =>
      post.at === undefined || post.precision === 'day' || post.at > now ? [] : [Object.assign(post, { at: post.at })],
    )
    .sort((a, b) => a.at - b.at);
  if (timed.length === 0) return undefined;
  const posts = timed.map((post) => ({ told: post, observed: observedOf(post, now) }));
  const judged = judgePosts(
    timed.map(({ at }, index) => ({ at, observations: posts[index]?.observed.observations ?? [] })),
    { ...life, seed },
  );
  return { summary, posts, judged, untimed: told.length - timed.length };
}

interface Setting {
  readonly now: number;
  readonly hours: HoursEstimate;
  readonly life: AccountLife;
  readonly wallOf: (instant: number) => string;
  readonly ui: 'en' | 'fr';
  readonly withDetail: boolean;
}

const hasShape = ({ observations }: Observed): boolean => observations.some(({ age }) => age >= 0 && age < HORIZON);

function documentOf({ summary, posts, judged, untimed }: JudgedLink, setting: Setting): DecayLink {
  const { now, hours, life, wallOf, ui, withDetail } = setting;
  const link = linkLife(judged, now);
  const newest = judged.at(-1);
  const known = posts.flatMap(({ observed }) => (observed.reactions === undefined ? [] : [observed.reactions]));
  const wallAt = (post: { readonly at: number } | undefined): string => wallOf(post?.at ?? now);
  const typical = typicalLife(life.prior);
  const isLearned = (life.prior.learnedFrom ?? 0) > 0;
  const times = (index: number): DecayLink['times'] => {
    const [post, told] = [judged.at(index), posts.at(index)];
    return timesOf(post?.life ?? { basis: 'typical', ...typical }, typical, {
      hasShape: told !== undefined && hasShape(told.observed),
      isLearned,
    });
  };
  const advice = adviseRepost({ now, posts: judged, hours, level: life.level });
  return {
    link: summary.identity,
    byText: summary.byText,
    label: summary.byText ? (posts.at(-1)?.told.text ?? summary.identity) : summary.identity,
    posts: judged.length,
    untimed,
    first: wallAt(judged[0]),
    last: wallAt(newest),
    reactions: known.length === 0 ? null : known.reduce((total, value) => total + value, 0),
    ...sumsOf(link),
    times: times(-1),
    advice: adviceOf(
      advice,
      { posts: judged.length, t90: newest?.life.t90.median ?? typical.t90.median, rules: REPOST_RULES },
      ui,
    ),
    ...(withDetail && { detail: detailOf({ posts, judged }, link, setting, times) }),
  };
}

function detailOf(
  { posts, judged }: Pick<JudgedLink, 'posts' | 'judged'>,
  link: ReturnType<typeof linkLife>,
  { now, wallOf }: Setting,
  times: (index: number) => DecayLink['times'],
): DecayDetail {
  const from = judged[0]?.at ?? now;
  const newest = judged.at(-1);
  const reach = Math.min(HORIZON, Math.max(DAY, 2 * (newest?.life.t90.median ?? DAY)));
  const end = Math.max((newest?.at ?? now) + reach, Math.min(now, (newest?.at ?? now) + HORIZON));
  const instants = Array.from({ length: CURVE_POINTS }, (_, index) =>
    Math.round(from + ((end - from) * index) / (CURVE_POINTS - 1)),
  );
  return {
    posts: posts.flatMap(({ told, observed }, index) => {
      const part = link.posts[index];
      if (part === undefined) return [];
      const { final, finished } = part.life;
      return [
        {
          id: told.id,
          at: new Date(part.at).toISOString(),
          wall: wallOf(part.at),
          text: told.text,
          reactions: observed.reactions ?? null,
          total: final,
          finished,
          times: times(index),
          sincePrevious: part.sincePrevious ?? null,
          ratioToFirst: part.ratioToFirst ?? null,
        },
      ];
    }),
    curve: curveOf(linkCurve(judged, instants), wallOf),
  };
}

/** What was mended or is missing, over all links shown. */
function faultsOf(links: readonly JudgedLink[]): DecayFaults {
  const posts = links.flatMap(({ posts: told, judged }) =>
    told.map(({ observed }, index) => ({ observed, mended: judged[index]?.life.mended })),
  );
  const sum = (value: (post: (typeof posts)[number]) => number): number =>
    posts.reduce((total, post) => total + value(post), 0);
  return {
    beforePublication: sum(({ mended }) => mended?.beforePublication ?? 0),
    wentDown: sum(({ mended }) => mended?.wentDown ?? 0),
    undated: sum(({ observed }) => Number(observed.undated)),
    uncounted: sum(({ observed }) => Number(observed.reactions === undefined)),
    untimed: links.reduce((total, { untimed }) => total + untimed, 0),
  };
}
