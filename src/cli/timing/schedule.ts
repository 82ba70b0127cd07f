import { existsSync } from 'node:fs';
import { lint, prepareDraft } from '../../lint/engine.js';
import type { PastPost } from '../../lint/facts.js';
import { planVariants, type VariantPlan } from '../../lint/rewrite/variants.js';
import { asJson } from '../../report/json.js';
import type { PlanDocument, PlanText, PostMode } from '../../report/plan-document.js';
import type { LinkPost } from '../../timing/link-life.js';
import type { WallWindow } from '../../timing/wall-window.js';
import { findEntities } from '../../tweet/entities.js';
import { linkIdentity } from '../../tweet/link.js';
import { fingerprintOf, likeness } from '../../words/similarity.js';
import { POST_PRICES } from '../../x/prices.js';
import { zoneOf } from '../arguments.js';
import { wantsColor } from '../color.js';
import { EXIT, exitCodeOf, explain, Failure, type ExitCode } from '../failure.js';
import { databaseFile, withHistory } from '../history-database.js';
import { draftLoaders, nameOf, openDraft, type OpenDraft } from '../open-draft.js';
import { columnsOf, type Shell } from '../shell.js';
import type { AccountLife, countedPosts } from './account.js';
import type { ScheduleFlags } from './flags.js';

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

type Parts = typeof import('../timing-parts.js');

async function readPast(
  parts: Parts,
  shell: Shell,
  { db }: ScheduleFlags,
  link: string,
  now: number,
): Promise<Past | undefined> {
  const named = db ?? (shell.env['TWEETSPAN_DB'] || undefined);
  // A history that was named must be there; without one, hours and lives are typical.
  if (named === undefined && !existsSync(databaseFile(shell, db))) return undefined;
  return withHistory(shell, { db, readonly: true }, ({ reader, timing }) => {
    const told = reader.postsOfLink(link);
    return {
      timed: timing.timedPosts(),
      life: parts.accountLife(timing.observedPosts(parts.LIVES_FROM), now),
      posts: told.flatMap(({ at, observations }) =>
        at === undefined ? [] : [{ at, observations: parts.observedOf({ at, observations }, now).observations }],
      ),
      texts: told.map(({ text, at = 0 }) => ({ text, at })),
    };
  });
}

/** Plans a draft and shows the plan. 1 when it cannot go out as it is: too few hours, or too few texts. */
export async function scheduleCommand(shell: Shell, file: string, flags: ScheduleFlags): Promise<ExitCode> {
  const asked = { ...flags, rule: {} };
  const loaders = await draftLoaders(shell, asked);
  try {
    return await planDraft(shell, await openDraft(shell, file, asked, loaders), flags);
  } catch (error) {
    const lines = explain(error);
    if (lines === undefined) throw error;
    for (const line of lines) shell.stderr.write(`tweetspan: ${nameOf(file)}: ${line}\n`);
    return exitCodeOf(error);
  } finally {
    loaders.history?.close();
  }
}

async function planDraft(shell: Shell, draft: OpenDraft, flags: ScheduleFlags): Promise<ExitCode> {
  const { ui } = draft;
  const { campaign } = draft.file.draft;
  const target = prepareDraft(draft.file.draft, draft.options).link;
  const link = target === undefined ? undefined : linkIdentity(target, draft.config.links);
  if (link === undefined) throw new Failure('the draft has no link; a plan is for the posts of one link');
  const now = shell.now();
  const parts = await import('../timing-parts.js');
  const past = await readPast(parts, shell, flags, link, now);
  const zone = zoneOf(shell, flags.zone, campaign?.zone);
  const { from, until } = periodOf(parts, flags, draft, zone, now);
  const window = windowOf(parts, flags, draft);
  const usable = parts.usablePosts(parts.countedPosts(past?.timed ?? []), now, 'reactions');
  const hours = parts.estimateHours(usable.posts, { zone, seed: flags.seed, ...(window !== undefined && { window }) });
  const posted = past?.posts.length ?? 0;
  const reposts = flags.reposts ?? (campaign?.reposts || REPOSTS);
  const asked = posted === 0 ? reposts + 1 : reposts;
  const gap = flags.gap ?? campaign?.gap;
  const plan = parts.planReposts({
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
    items: parts.planItems(plan.slots, { texts: used, isLevelKnown: hours.habit.level !== undefined }, ui),
    problems: parts.planProblems(
      { shortfall: plan.shortfallCause, placed: plan.slots.length, asked, missing, hooks: write },
      ui,
    ),
    notes: parts.planNotes(
      {
        verdict: plan.verdict,
        explore: flags.explore ?? false,
        hasHistory: past !== undefined,
        again: Math.max(0, posted + asked - 1),
        advised: parts.REPOST_RULES.maxReposts,
        refused,
      },
      ui,
    ),
    cost: modes.map((mode) => parts.planCost(mode, counts, POST_PRICES, ui)),
  };
  const view = { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui };
  const isJson = flags.json === true || flags.format === 'json';
  shell.stdout.write(isJson ? asJson(document) : parts.planReport(document, view));
  return document.problems.length === 0 ? EXIT.done : EXIT.findings;
}

/** The period of a plan. Days are those of the zone's clock, and the last one is inside. */
function periodOf(
  parts: Parts,
  flags: ScheduleFlags,
  { file }: OpenDraft,
  zone: string,
  now: number,
): { readonly from: number; readonly until: number | undefined } {
  const { campaign } = file.draft;
  const clock = (wall: number): number => parts.openZone(zone, wall - DAY, wall + DAY).instantOf(wall).at;
  const [first, last] = [flags.from ?? campaign?.from, flags.until ?? campaign?.until];
  const from = first === undefined ? now : Math.max(now, clock(parts.readWall(first)));
  const until = last === undefined ? undefined : clock(parts.readWall(last) + (last.length === 10 ? DAY : 0));
  if (until !== undefined && until <= from) {
    const begin = first !== undefined && from > now ? `--from ${first}` : 'now';
    throw new Failure(`--until ${last} is not after ${begin}: nothing can be planned between them`);
  }
  return { from, until };
}

function windowOf(parts: Parts, { window }: ScheduleFlags, { file }: OpenDraft): WallWindow | undefined {
  if (window !== undefined) return parts.readWindow(window);
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
