// When the posts of a draft's link go out, with which text, and what is in the way: codes and numbers.
import type { Item, NewItem } from '#queue/item.js';
import type { Blackouts, WallWindow } from '#timing/clock/slots.js';
import { adviseRepost, type Advice, type AdviceCause } from '#timing/decay/advice.js';
import { estimatePosts } from '#timing/decay/link-decay.js';
import { estimateHours, type HoursEstimate } from '#timing/hours/hours.js';
import { tagText } from '#tweet/campaign-tag.js';
import { openZone, parseLocalTime } from '#timing/clock/zone.js';
import { planReposts, type Plan } from '#timing/plan/plan.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { estimateBudget, estimateCost, exceededCaps } from './budget.js';
import type { CampaignHistory, CampaignInput } from './input.js';
import { checkPeople } from './people.js';
import { chooseTexts, findRefusals, isKnownText, knownTexts, type ChosenText, type ChosenTexts } from './texts.js';
import { findLintErrors, findPassedDays } from './untrue.js';

const DAY = 86_400_000;
/** The period of a plan ends no later than this after now, ms: plans for years are mistakes. @source own choice */
const FURTHEST = 730 * DAY;

/** The period of a plan has no instant: its end is not after its beginning. */
export class EmptyPeriodError extends Error {
  override readonly name = 'EmptyPeriodError';
  /** The days or times as they were given; `from` is undefined where the plan begins now. */
  readonly from: string | undefined;
  readonly until: string;

  constructor(from: string | undefined, until: string) {
    super(`The period from ${from ?? 'now'} to ${until} is empty: give a later end.`);
    this.from = from;
    this.until = until;
  }
}

/** The end of a plan lies years ahead. */
export class FarPeriodError extends Error {
  override readonly name = 'FarPeriodError';
  readonly until: string;

  constructor(until: string) {
    super(`The period ends on ${until}, more than 2 years from now: give an earlier end.`);
    this.until = until;
  }
}

/**
 * Plans the posts of a draft's link: the plan as data, and as items for the queue. Changes nothing.
 * @throws EmptyPeriodError for a period without an instant, FarPeriodError for one that ends years ahead.
 */
export function planCampaign(input: CampaignInput) {
  const { draft, name, link, options, history, judging, resolveMedia, now } = input;
  const { mode, zone } = options;
  const placed = placePosts(input);
  const { plan, gap, until, queued } = placed;
  const known = knownTexts(history, zone);
  const chosen = chooseTexts(draft, judging, { past: history?.texts ?? [], known, count: plan.slots.length });
  const texts = chosen.texts
    .slice(0, plan.slots.length)
    .map((each, index) => ({ ...each, text: withCampaignTag(each.text, plan.slots[index]?.localTime ?? '', input) }));
  const people = checkPeople(texts, { optedOut: history?.optedOut ?? [], open: queued });
  const budget = mode === 'api' ? estimateBudget(plan.slots, texts, input) : [];
  const untrue = [...findLintErrors(draft, judging), ...findPassedDays(texts, plan.slots, judging)];
  const data = {
    draft: name,
    link,
    zone,
    mode,
    verdict: plan.verdict,
    seed: options.seed,
    period: { from: new Date(plan.period.from).toISOString(), until: new Date(plan.period.until).toISOString() },
    posted: placed.posted,
    requested: placed.requested,
    items: describeItems(placed, texts, resolveMedia),
    problems: [
      ...(plan.shortfall === undefined
        ? []
        : [
            {
              code: 'shortfall' as const,
              cause: plan.shortfall,
              placed: plan.slots.length,
              requested: placed.requested,
            },
          ]),
      ...(chosen.missing === 0 ? [] : [{ code: 'missing-texts' as const, count: chosen.missing, hooks: chosen.write }]),
      ...findRefusals(texts, input, input.options.mode),
      ...(options.force ? [] : untrue),
      ...people.problems,
      ...exceededCaps(budget),
    ],
    notes: [
      ...(options.force && untrue.length > 0 ? [{ code: 'forced' as const, errors: untrue.length }] : []),
      ...describeNotes(input, placed, chosen),
      ...people.notes,
    ],
    cost: estimateCost(texts, chosen.missing, { mode, ...input }),
    budget,
  };
  const items = plan.slots.flatMap(({ at, requestedTime }, index): NewItem[] => {
    const chosenText = texts[index];
    if (chosenText === undefined) return [];
    const { text, media } = chosenText;
    return [
      {
        mode,
        link,
        text,
        media: resolveMedia(media),
        dueAt: at,
        requestedTime,
        zone,
        missed: options.missed,
        gap,
        // The end of a period is not inside it.
        ...(until !== undefined && { until: until - 1 }),
        review: options.review,
        price: mode === 'api' ? input.priceText(text) : 0,
        draft: name,
      },
    ];
  });
  return { data, items, open: history?.open ?? [], now };
}

/** The usual UTM parameters. @source the examples of GA4's and Matomo's documentation for social posts */
const SOURCE = 'x';
const MEDIUM = 'social';

/** A text whose link says which post it is of, by the time at which it goes out; the same text where none is wanted. */
function withCampaignTag(text: string, localTime: string, { draft, name, link, judging, utm }: CampaignInput): string {
  const setting = draft.utm ?? utm ?? false;
  if (setting === false) return text;
  const { source = SOURCE, medium = MEDIUM, campaign = campaignName(name, link) } = setting === true ? {} : setting;
  const content = localTime.replace(/\D/g, '');
  return tagText(text, { identity: link, links: judging.config?.links }, { source, medium, campaign, content });
}

/** The name of the draft's file without its ending; of a draft without a file the last part of its link. */
function campaignName(name: string, link: string): string {
  const plain = (text: string): string =>
    text
      .replace(/[^\w.~-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 100);
  const file = /([^/\\]+?)(?:\.\w+)?$/.exec(name)?.[1] ?? '';
  return plain(file) || plain(link.split('/').at(-1) ?? link);
}

/** A plan as data, as `planCampaign` gives it. */
export type CampaignPlan = ReturnType<typeof planCampaign>['data'];

interface Placed {
  readonly plan: Plan;
  readonly posted: number;
  readonly requested: number;
  readonly isLevelKnown: boolean;
  readonly gap: number;
  /** ms UTC, not inside; undefined for none. */
  readonly until: number | undefined;
  /** Open items of the link. */
  readonly queued: readonly Item[];
  /** What `decay` says of the link, where it does not advise a repost. */
  readonly advice: AgainstRepost | undefined;
}

function placePosts({ draft, link, options, history, now }: CampaignInput): Placed {
  const { campaign } = draft;
  const { zone, seed, explore, skipped } = options;
  const own = campaign?.window;
  const window = options.window ?? (own && { from: own.start, to: own.end });
  const { from, until } = resolvePeriod(
    { from: options.from ?? campaign?.from, until: options.until ?? campaign?.until },
    zone,
    now,
  );
  const hours =
    history?.hours ?? estimateHours(history?.usable ?? [], { zone, seed, ...(window !== undefined && { window }) });
  const open = history?.open ?? [];
  const queued = open.filter((item) => item.link === link);
  const posted = history?.posts.length ?? 0;
  const reposts = options.reposts ?? campaign?.reposts;
  const isFirst = posted + queued.length === 0;
  // Without a number, as many posts as there are texts, and one at least.
  const texts = (campaign?.variants?.length ?? 0) + (isFirst || !isKnownText(draft.text, history) ? 1 : 0);
  const requested = reposts === undefined ? Math.max(1, texts) : isFirst ? reposts + 1 : reposts;
  const gap = options.gap ?? campaign?.gap ?? REPOST_RULES.minGap;
  const plan = planReposts({
    link,
    reposts: requested,
    from,
    zone,
    hours,
    seed,
    gap,
    posts: history?.posts ?? [],
    queue: open.map((item) => ({ at: item.dueAt, link: item.link })),
    blackouts: skipped,
    explore,
    ...(until !== undefined && { until }),
    ...(window !== undefined && { window }),
    ...(history !== undefined && { decay: history.decay }),
    ...(history?.decay.spread && { spread: history.decay.spread }),
  });
  const advice = adviceAgainst(adviseOnLink(history, hours, { now, seed, gap, blackouts: skipped, window }));
  return { plan, posted, requested, gap, until, queued, advice, isLevelKnown: hours.habit.level !== undefined };
}

/** Advice that a repost as it is is not worth it: its cause, and how many times the usual post it should bring. */
interface AgainstRepost {
  readonly verb: 'rewrite first' | 'let it rest' | 'stop';
  readonly cause: AdviceCause;
  readonly times: number;
}

function adviseOnLink(
  history: CampaignHistory | undefined,
  hours: HoursEstimate,
  {
    now,
    seed,
    gap,
    blackouts,
    window,
  }: { now: number; seed: number; gap: number; blackouts: Blackouts; window: WallWindow | undefined },
): Advice | undefined {
  const past = (history?.posts ?? []).filter(({ at }) => at <= now);
  if (history === undefined || past.length === 0) return undefined;
  const { spread, ...decay } = history.decay;
  return adviseRepost({
    now,
    posts: estimatePosts(past, { ...decay, seed, totalsOnly: true }),
    hours,
    level: decay.level,
    rules: { minGap: gap },
    blackouts,
    ...(window && { window }),
    ...(spread && { spread }),
  });
}

const adviceAgainst = (advice: Advice | undefined): AgainstRepost | undefined =>
  advice === undefined ||
  advice.verb === 'repost now' ||
  advice.verb === 'wait until' ||
  advice.cause === 'no hour left'
    ? undefined
    : { verb: advice.verb, cause: advice.cause, times: advice.gain.times };

/** The period of a plan, ms UTC. Days are those of the zone's clock, and the last one is inside. */
function resolvePeriod(
  { from: first, until: last }: { readonly from: string | undefined; readonly until: string | undefined },
  zone: string,
  now: number,
): { readonly from: number; readonly until: number | undefined } {
  const toInstant = (localTime: number): number =>
    openZone(zone, localTime - DAY, localTime + DAY).toInstant(localTime).at;
  const from = first === undefined ? now : Math.max(now, toInstant(parseLocalTime(first)));
  const until = last === undefined ? undefined : toInstant(parseLocalTime(last) + (last.length === 10 ? DAY : 0));
  if (until !== undefined && last !== undefined && until > now + FURTHEST) throw new FarPeriodError(last);
  if (last !== undefined && until !== undefined && until <= from) {
    throw new EmptyPeriodError(from > now ? first : undefined, last);
  }
  return { from, until };
}

const describeItems = (
  { plan, isLevelKnown }: Placed,
  texts: readonly ChosenText[],
  resolveMedia: CampaignInput['resolveMedia'],
) =>
  plan.slots.map((slot, index) => {
    const { effect, uplift, upliftLow, upliftHigh, basis, gain, rest, restShare, sinceLink, toNearest } = slot.why;
    const chosen = texts[index];
    return {
      number: index + 1,
      at: new Date(slot.at).toISOString(),
      localTime: slot.localTime,
      requestedTime: slot.requestedTime,
      match: slot.match,
      zone: slot.zone,
      text: chosen === undefined ? null : { text: chosen.text, origin: chosen.origin, score: chosen.score },
      media: resolveMedia(chosen?.media ?? []).map(({ file, alt, tag = [] }) => ({ file, alt: alt ?? null, tag })),
      why: {
        effect,
        uplift,
        upliftLow,
        upliftHigh,
        basis,
        gain: isLevelKnown ? gain : null,
        rest,
        restShare,
        sinceLink: sinceLink ?? null,
        toNearest: toNearest ?? null,
      },
    };
  });

/** What is to be known besides, other than about people. */
function describeNotes({ history, options }: CampaignInput, placed: Placed, chosen: ChosenTexts) {
  const { plan, posted, queued, requested, advice } = placed;
  const times = Math.max(0, posted + queued.length + requested - 1);
  return [
    ...(history === undefined
      ? [{ code: 'no-history' as const }]
      : plan.verdict === 'best hours'
        ? []
        : [{ code: 'typical-hours' as const }]),
    ...(advice === undefined ? [] : [{ code: 'advised-against' as const, ...advice }]),
    ...(options.explore ? [{ code: 'explores' as const }] : []),
    ...(times > REPOST_RULES.maxReposts
      ? [{ code: 'many-reposts' as const, times, advised: REPOST_RULES.maxReposts }]
      : []),
    ...chosen.alike.map((variant) => ({ code: 'variant-alike' as const, ...variant })),
    ...chosen.refused.map((variant) => ({ code: 'variant-refused' as const, ...variant })),
    ...(chosen.draftIsLike === undefined ? [] : [{ code: 'draft-alike' as const, like: chosen.draftIsLike }]),
    ...(queued.length === 0
      ? []
      : [{ code: 'already-planned' as const, items: queued.map(({ id }) => id).sort((a, b) => a - b) }]),
  ];
}
