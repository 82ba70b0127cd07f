// A draft's plan: what the draft, the command line, the history and the queue say, put together.
import { dirname } from 'node:path';
import type { PlanCalendar } from '#campaign/days-off.js';
import { handlesIn } from '#campaign/people.js';
import { type PeriodFault, PeriodError } from '#campaign/period.js';
import { planCampaign } from '#campaign/plan.js';
import type { CampaignInput, CampaignOptions } from '#campaign/input.js';
import type { Media } from '#draft/draft.js';
import { prepareDraft } from '#lint/engine.js';
import type { Locale } from '#base/locale.js';
import { lintSentences } from '#locale/lint.js';
import { planSentences } from '#locale/plan.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import type { MissedPolicy } from '#queue/item.js';
import { openZone, parseLocalTime, POSTS_FROM } from '#timing/clock/zone.js';
import { ExperimentError } from '#campaign/experiment.js';
import { linkIdentity } from '#tweet/link.js';
import { POST_PRICES, toPostPrice } from '#x/api/prices.js';
import { readCampaignHistory } from './campaign.js';
import { asUserError, joinExperiment } from './join-experiment.js';
import { gatherFacts } from './facts.js';
import type { OpenDraft } from './open-draft.js';
import { OFFICE_HOURS, resolveZone, type SkippedDays } from './options/times.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** What a plan takes of the command line. */
export interface PlanFlags extends Partial<
  Pick<CampaignOptions, 'reposts' | 'gap' | 'from' | 'until' | 'window' | 'review' | 'force'>
> {
  readonly db?: string;
  readonly dryRun?: boolean;
  readonly seed: number;
  /** What hours are ranked by; reactions when left out. */
  readonly metric?: Metric | undefined;
  readonly mode: CampaignOptions['mode'];
  readonly skipDay: SkippedDays;
  readonly zone?: string;
  readonly ifMissed: MissedPolicy;
  /** Whether what is still planned from the draft gives way to the plan. */
  readonly replace?: boolean | undefined;
  /** Whether the draft is planned with others. */
  readonly together?: boolean;
  /** Whether the link joins an experiment. */
  readonly experiment?: boolean | undefined;
}

/** The identity of the link that a draft is for; undefined without one. */
export function linkOfDraft({ file, options, config }: OpenDraft): string | undefined {
  const target = prepareDraft(file.draft, options).link;
  return target === undefined ? undefined : linkIdentity(target, config.links);
}

/** When a day of the zone's clock ends, or a time of it is over, ms UTC. */
function endOfMoment(moment: string, zone: string): number {
  const localTime = Math.max(parseLocalTime(moment), POSTS_FROM) + (moment.length === 10 ? DAY : MINUTE);
  return openZone(zone, localTime - DAY, localTime + DAY).toInstant(localTime).at;
}

/**
 * Plans the posts of a draft's link around what history and queue hold; changes nothing. `replaced` holds the numbers of
 * the items that give way to the plan.
 * @throws UserError for a draft without a link, or a period without an instant.
 */
export async function planDraft(shell: Shell, draftFile: OpenDraft, flags: PlanFlags) {
  const { input, replaced } = await prepareCampaign(shell, draftFile, flags);
  return { ...withUserErrors(() => planCampaign(input), draftFile.locale), replaced };
}

/** Answers what is planned. @throws UserError for what a plan cannot be made of, in the words of a command. */
export function withUserErrors<T>(plan: () => T, locale: Locale): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof ExperimentError) throw asUserError(error, locale);
    if (!(error instanceof PeriodError)) throw error;
    throw new UserError(periodSentence(error.fault, locale), { cause: error });
  }
}

/**
 * All that a draft's plan is made of; `replaced` holds the numbers of the items that give way to it.
 * @throws UserError for a draft without a link.
 */
export async function prepareCampaign(
  shell: Shell,
  draftFile: OpenDraft,
  flags: PlanFlags,
): Promise<{ readonly input: CampaignInput; readonly replaced: readonly number[] }> {
  const { file, path, name, options, locale } = draftFile;
  const { errors } = planSentences(locale);
  const { draft } = file;
  const link = linkOfDraft(draftFile);
  if (link === undefined) throw new UserError(errors.noLink);
  const now = shell.now();
  const folder = path === undefined ? shell.cwd : dirname(path);
  const zone = resolveZone(shell, flags.zone, draft.campaign?.zone);
  const own = draft.campaign?.window;
  const history = await readCampaignHistory(shell, flags, {
    link,
    now,
    handles: handlesIn(draft),
    replacing: flags.replace ? name : undefined,
    locale,
    hours: {
      zone,
      seed: flags.seed,
      metric: flags.metric,
      window: flags.window ?? (own && { from: own.start, to: own.end }),
    },
  });
  const media = [...(draft.media ?? []), ...(draft.campaign?.variants ?? []).flatMap((variant) => variant.media ?? [])];
  const { media: facts = [] } = await gatherFacts({ text: '', media }, folder, now, lintSentences(locale).unreadMedia);
  const { reposts, gap, from, until, window, seed, mode, skipDay, ifMissed, review = false, force } = flags;
  if (from !== undefined && endOfMoment(from, zone) <= now) throw new UserError(errors.pastFrom(from));
  // Loaded here only: most drafts have no media.
  const itemMedia = media.length === 0 ? () => [] : (await import('./item-media.js')).itemMedia;
  const calendar = await readCalendar(draftFile, now);
  const experiment = flags.experiment ? await joinExperiment(shell, flags, { link, history, locale }) : undefined;
  const input = {
    draft,
    name,
    link,
    utm: draftFile.config.utm,
    judging: options,
    options: {
      reposts,
      gap,
      from,
      until,
      window,
      seed,
      mode,
      skipped: window === OFFICE_HOURS ? { ...skipDay, weekdays: [...skipDay.weekdays, 5, 6] } : skipDay,
      zone,
      force: force ?? false,
      missed: ifMissed,
      review,
    },
    history,
    experiment,
    calendar,
    now,
    prices: POST_PRICES,
    priceText: toPostPrice,
    mediaFacts: new Map(media.flatMap(({ file: each }, index) => (facts[index] ? [[each, facts[index]]] : []))),
    resolveMedia: (all: readonly Media[]) => itemMedia(all, folder),
  };
  return { input, replaced: history?.replaced ?? [] };
}

/** What the configuration says of days without posts; undefined where it says nothing. */
async function readCalendar({ config }: OpenDraft, now: number): Promise<PlanCalendar | undefined> {
  const { blackouts = [], holidays } = config;
  if (blackouts.length === 0 && holidays === undefined) return undefined;
  const { of: region, skip = 'none' } = typeof holidays === 'string' ? { of: holidays } : (holidays ?? { of: '' });
  const year = new Date(now).getUTCFullYear();
  // Plans end within two years.
  const days =
    region === ''
      ? { daysOff: [], unknown: undefined }
      : await (await import('./holidays.js')).readHolidays(region, year, year + 2);
  return { blackouts, skip, ...days };
}

function periodSentence(fault: PeriodFault, locale: Locale): string {
  const { errors } = planSentences(locale);
  if (fault.code === 'far') return errors.farUntil(fault.until);
  return fault.code === 'empty' ? errors.emptyPeriod(fault.from, fault.until) : errors.longGap(fault.gap);
}
