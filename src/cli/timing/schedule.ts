import { existsSync } from 'node:fs';
import { lint, prepareDraft } from '../../lint/engine.js';
import type { PastPost } from '../../lint/facts.js';
import { planVariants, type VariantPlan } from '../../lint/rewrite/variants.js';
import { asJson } from '../../report/json.js';
import {
  planCost,
  type PlanDocument,
  planItems,
  planNotes,
  planProblems,
  type PlanText,
  type PostMode,
} from '../../report/plan-document.js';
import { planReport } from '../../report/terminal/plan.js';
import { estimateHours } from '../../timing/hours.js';
import type { LinkPost } from '../../timing/link-life.js';
import { planReposts } from '../../timing/plan.js';
import { REPOST_RULES } from '../../timing/repost-rules.js';
import { usablePosts } from '../../timing/usable-posts.js';
import { readWindow, type WallWindow } from '../../timing/wall-window.js';
import { openZone, readWall } from '../../timing/zone.js';
import { findEntities } from '../../tweet/entities.js';
import { linkIdentity } from '../../tweet/link.js';
import { fingerprintOf, likeness } from '../../words/similarity.js';
import { POST_PRICES } from '../../x/prices.js';
import { zoneOf } from '../arguments.js';
import { wantsColor } from '../color.js';
import type { ScheduleFlags } from '../commands/schedule.js';
import type { LoadedConfig } from '../config-file.js';
import { EXIT, Failure, type ExitCode } from '../failure.js';
import { databaseFile } from '../history-database.js';
import { openDraft, type OpenDraft } from '../open-draft.js';
import { columnsOf, type Shell } from '../shell.js';
import { accountLife, type AccountLife, countedPosts, LIVES_FROM, observedOf } from './account.js';
import { readHistory } from './read-history.js';

const DAY = 86_400_000;
/** Reposts where neither the draft nor the command line says how many: rule 7 gives full marks from 2 to 4. */
const REPOSTS = 3;
/** From this likeness on two texts read as one post (780 pairs of French posts). */
const SAME_TEXT = 0.7;

/** What the history tells for a plan; nothing where there is none. */
interface Past {
  readonly timed: Parameters<typeof countedPosts>[0];
  readonly life: AccountLife;
  /** Posts of the link, for its life and for its texts. */
  readonly posts: readonly LinkPost[];
  readonly texts: readonly PastPost[];
}

async function readPast(shell: Shell, { db }: ScheduleFlags, link: string, now: number): Promise<Past | undefined> {
  const named = db ?? (shell.env['TWEETSPAN_DB'] || undefined);
  // A history that was named must be there; without one, hours and lives are typical.
  if (named === undefined && !existsSync(databaseFile(shell, db))) return undefined;
  return readHistory(shell, db, ({ reader, timing }) => {
    const told = reader.postsOfLink(link);
    return {
      timed: timing.timedPosts(),
      life: accountLife(timing.observedPosts(LIVES_FROM), now),
      posts: told.flatMap(({ at, observations }) =>
        at === undefined ? [] : [{ at, observations: observedOf({ at, observations }, now).observations }],
      ),
      texts: told.map(({ text, at = 0 }) => ({ text, at })),
    };
  });
}

/** Plans a draft and shows the plan. 1 when it cannot go out as it is: too few hours, or too few texts. */
export async function scheduleCommand(
  shell: Shell,
  file: string,
  flags: ScheduleFlags,
  configFor: (folder: string) => Promise<LoadedConfig>,
): Promise<ExitCode> {
  const draft = await openDraft(shell, file, { ...flags, rule: {} }, configFor);
  const { ui } = draft;
  const { campaign } = draft.file.draft;
  const target = prepareDraft(draft.file.draft, draft.options).link;
  const link = target === undefined ? undefined : linkIdentity(target, draft.config.links);
  if (link === undefined)
    throw new Failure(`${draft.name}: the draft has no link; a plan is for the posts of one link`);
  const now = shell.now();
  const past = await readPast(shell, flags, link, now);
  const zone = zoneOf(shell, flags.zone, campaign?.zone);
  const { from, until } = periodOf(flags, draft, zone, now);
  const window = windowOf(flags, draft);
  const usable = usablePosts(countedPosts(past?.timed ?? []), now, 'reactions');
  const hours = estimateHours(usable.posts, { zone, seed: flags.seed, ...(window !== undefined && { window }) });
  const posted = past?.posts.length ?? 0;
  const reposts = flags.reposts ?? (campaign?.reposts || REPOSTS);
  const asked = posted === 0 ? reposts + 1 : reposts;
  const gap = flags.gap ?? campaign?.gap;
  const plan = planReposts({
    link,
    reposts: asked,
    from,
    zone,
    hours,
    seed: flags.seed,
    posts: past?.posts ?? [],
    blackouts: flags.never,
    explore: flags.explore ?? false,
    ...(until !== undefined && { until }),
    ...(window !== undefined && { window }),
    ...(gap !== undefined && { gap }),
    ...(past !== undefined && { life: past.life }),
  });
  const { texts, missing, refused, write } = textsFor(draft, past?.texts ?? [], plan.slots.length);
  const used = texts.slice(0, plan.slots.length);
  const withLink = used.filter(({ text }) => findEntities(text).some(({ type }) => type === 'link')).length;
  // A text that is still to be written will carry the link.
  const counts = { withLink: withLink + missing, without: used.length - withLink };
  const modes: readonly PostMode[] = flags.mode === 'api' ? ['api', 'remind'] : ['remind', 'api'];
  const document: PlanDocument = {
    schema: 'tweetspan/plan@1',
    draft: draft.name,
    link,
    zone,
    mode: flags.mode,
    verdict: plan.verdict,
    seed: flags.seed,
    period: { from: new Date(plan.period.from).toISOString(), until: new Date(plan.period.until).toISOString() },
    posted,
    asked,
    items: planItems(plan.slots, { texts: used, isLevelKnown: hours.habit.level !== undefined }, ui),
    problems: planProblems(
      { shortfall: plan.shortfallCause, placed: plan.slots.length, asked, missing, hooks: write },
      ui,
    ),
    notes: planNotes(
      {
        verdict: plan.verdict,
        explore: flags.explore ?? false,
        hasHistory: past !== undefined,
        again: Math.max(0, posted + asked - 1),
        advised: REPOST_RULES.maxReposts,
        refused,
      },
      ui,
    ),
    cost: modes.map((mode) => planCost(mode, counts, POST_PRICES, ui)),
  };
  if (flags.json || flags.format === 'json') shell.stdout.write(asJson(document));
  else
    shell.stdout.write(planReport(document, { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui }));
  return document.problems.length === 0 ? EXIT.done : EXIT.findings;
}

/** The period of a plan. Days are those of the zone's clock, and the last one is inside. */
function periodOf(
  flags: ScheduleFlags,
  { file }: OpenDraft,
  zone: string,
  now: number,
): { readonly from: number; readonly until: number | undefined } {
  const { campaign } = file.draft;
  const clock = (wall: number): number => openZone(zone, wall - DAY, wall + DAY).instantOf(wall).at;
  const [first, last] = [flags.from ?? campaign?.from, flags.until ?? campaign?.until];
  const from = first === undefined ? now : Math.max(now, clock(readWall(first)));
  const until = last === undefined ? undefined : clock(readWall(last) + (last.length === 10 ? DAY : 0));
  if (until !== undefined && until <= from) {
    const begin = first !== undefined && from > now ? `--from ${first}` : 'now';
    throw new Failure(`--until ${last} is not after ${begin}: nothing can be planned between them`);
  }
  return { from, until };
}

function windowOf({ window }: ScheduleFlags, { file }: OpenDraft): WallWindow | undefined {
  if (window !== undefined) return readWindow(window);
  const own = file.draft.campaign?.window;
  return own && { from: own.start, to: own.end };
}

/**
 * Texts for planned posts: the draft's own while the link's posts do not have it, then variants. No two are alike, nor
 * like the link's past posts.
 */
function textsFor(
  { file, options }: OpenDraft,
  past: readonly PastPost[],
  count: number,
): Omit<VariantPlan, 'variants'> & { readonly texts: readonly PlanText[] } {
  const { draft } = file;
  const print = fingerprintOf(draft.text);
  const isFresh = past.every(({ text }) => likeness(print, fingerprintOf(text)) < SAME_TEXT);
  const first: PlanText[] =
    isFresh && count > 0 ? [{ text: draft.text, origin: 'draft', score: lint(draft, options).score }] : [];
  const wanted = count - first.length;
  const { variants, ...rest } = planVariants(draft, wanted, {
    ...options,
    facts: { ...options.facts, ...(past.length > 0 && { pastPosts: past }) },
  });
  return { ...rest, texts: [...first, ...variants.map(({ text, origin, score }) => ({ text, origin, score }))] };
}
