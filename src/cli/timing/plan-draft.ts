import { dirname } from 'node:path';
import { prepareDraft } from '#lint/engine.js';
import type { Item, NewItem } from '#queue/item.js';
import {
  alikeText,
  overBudget,
  plannedAlready,
  unusedDraft,
  type BudgetPeriod,
  type KnownText,
} from '#report/plan-remarks.js';
import { slotText } from '#locale/format.js';
import { linkIdentity } from '#tweet/link.js';
import { POST_PRICES, toPostPrice } from '#x/api/prices.js';
import { resolveZone } from '../options/arguments.js';
import { UserError } from '../user-error.js';
import type { OpenDraft } from '../open-draft.js';
import type { Shell } from '../shell.js';
import type { ScheduleFlags } from '../options/timing.js';
import { readPast, type Past } from './past.js';
import { budgetPeriods, FIRST_CAPS, isOver } from './plan-budget.js';
import { checkPeople, checkPosts, handlesIn, itemMedia } from './plan-checks.js';
import { resolvePeriod, resolveWindow } from './plan-period.js';
import { chooseTexts, type ChosenTexts } from './plan-texts.js';
import { usablePosts } from '#timing/hours/usable-posts.js';
import { countedPosts } from './account.js';
import { estimateHours } from '#timing/hours/hours.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { planReposts, type Plan } from '#timing/plan/plan.js';
import {
  planItems,
  type PlanDocument,
  type PlanItemText,
  type PlanText,
  type PostMode,
  planProblems,
  planNotes,
  planCost,
} from '#report/documents/plan.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';

const DAY = 86_400_000;
/** Reposts where neither the draft nor the command line says how many: rule 7 gives full marks from 2 to 4. */
const REPOSTS = 3;

/** A plan as it is shown, and as it would be queued. */
export interface Planned {
  readonly document: PlanDocument;
  readonly items: readonly NewItem[];
  /** The open items that it was made around. */
  readonly open: readonly Item[];
}

/** When the posts of a link go out, and what that was decided from. */
interface Slots extends Pick<PlanDocument, 'link' | 'zone' | 'posted' | 'requested'> {
  readonly plan: Plan;
  readonly isLevelKnown: boolean;
  /** Least time between two posts of the link, ms. */
  readonly gap: number;
  /** The end of the campaign, ms UTC, not inside; undefined for none. */
  readonly until: number | undefined;
  /** Open items of the link. */
  readonly queued: readonly Item[];
  readonly now: number;
}

/**
 * Plans the posts of a draft's link. Changes nothing.
 * @throws Failure for a draft without a link, or a period without an instant.
 */
export async function planDraft(shell: Shell, draft: OpenDraft, flags: ScheduleFlags): Promise<Planned> {
  const target = prepareDraft(draft.file.draft, draft.options).link;
  const link = target === undefined ? undefined : linkIdentity(target, draft.config.links);
  if (link === undefined) throw new UserError('the draft has no link; a plan is for the posts of one link');
  const now = shell.now();
  const past = await readPast(shell, flags, { link, now, handles: handlesIn(draft.file.draft) });
  const slots = findSlots(draft, flags, {
    link,
    now,
    past,
    zone: resolveZone(shell, flags.zone, draft.file.draft.campaign?.zone),
  });
  const { plan, zone, gap, until } = slots;
  const known = knownTexts(past, zone, draft.locale);
  const chosen = chooseTexts(draft, { past: past?.texts ?? [], known, count: plan.slots.length });
  const folder = draft.path === undefined ? shell.cwd : dirname(draft.path);
  const texts = chosen.texts
    .slice(0, plan.slots.length)
    .map((text) => ({ ...text, media: itemMedia(text.media, folder) }));
  const campaign = { link, zone, gap, draft: draft.name, ...(until !== undefined && { until }) };
  const items = plan.slots.flatMap(({ at, requestedTime }, index) => {
    const text = texts[index];
    return text === undefined ? [] : [newItem({ at, requestedTime, ...text }, campaign, flags)];
  });
  // With files as the draft names them, which is what its author knows.
  const refusals = await checkPosts(draft, chosen.texts.slice(0, texts.length), { folder, now });
  const document = buildPlanDocument(draft, flags, { slots, past, chosen: { ...chosen, texts }, refusals });
  return { document, items, open: past?.open ?? [] };
}

function findSlots(
  draft: OpenDraft,
  flags: ScheduleFlags,
  {
    link,
    now,
    past,
    zone,
  }: { readonly link: string; readonly now: number; readonly past: Past | undefined; readonly zone: string },
): Slots {
  const { campaign } = draft.file.draft;
  const { from, until } = resolvePeriod(flags, draft, zone, now);
  const window = resolveWindow(flags, draft);
  const usable = usablePosts(countedPosts(past?.timed ?? []), now, 'reactions');
  const hours = estimateHours(usable.posts, { zone, seed: flags.seed, ...(window !== undefined && { window }) });
  const open = past?.open ?? [];
  const queued = open.filter((item) => item.link === link);
  const posted = past?.posts.length ?? 0;
  const reposts = flags.reposts ?? (campaign?.reposts || REPOSTS);
  const requested = posted + queued.length === 0 ? reposts + 1 : reposts;
  const gap = flags.gap ?? campaign?.gap ?? REPOST_RULES.minGap;
  const plan = planReposts({
    link,
    reposts: requested,
    from,
    zone,
    hours,
    seed: flags.seed,
    gap,
    posts: past?.posts ?? [],
    queue: open.map((item) => ({ at: item.dueAt, link: item.link })),
    blackouts: flags.never,
    explore: flags.explore ?? false,
    ...(until !== undefined && { until }),
    ...(window !== undefined && { window }),
    ...(past !== undefined && { decay: past.decay }),
  });
  return {
    plan,
    link,
    zone,
    posted,
    requested,
    gap,
    until,
    queued,
    now,
    isLevelKnown: hours.habit.level !== undefined,
  };
}

interface DocumentInput {
  readonly slots: Slots;
  readonly past: Past | undefined;
  readonly chosen: ChosenTexts & { readonly texts: readonly PlanItemText[] };
  /** What X would not take, each a sentence. */
  readonly refusals: readonly string[];
}

function buildPlanDocument(
  draft: OpenDraft,
  flags: ScheduleFlags,
  { slots, past, chosen, refusals }: DocumentInput,
): PlanDocument {
  const { locale } = draft;
  const { texts, missing } = chosen;
  const { plan, link, zone, posted, requested, queued, now, isLevelKnown } = slots;
  const isPaid = flags.mode === 'api';
  const modes: readonly PostMode[] = isPaid ? ['api', 'remind'] : ['remind', 'api'];
  const withLink = texts.filter(({ text }) => toPostPrice(text) === POST_PRICES.withLink).length;
  // A text that is still to be written will carry the link.
  const counts = { withLink: withLink + missing, without: texts.length - withLink };
  const people = checkPeople(texts, { optedOut: past?.optedOut ?? [], open: queued, locale });
  const budget = isPaid ? budgetFor(plan.slots, texts, past, now) : [];
  const shortfall = {
    shortfall: plan.shortfallCause,
    placed: plan.slots.length,
    requested,
    missing,
    hooks: chosen.write,
  };
  const remarks = {
    verdict: plan.verdict,
    explore: flags.explore ?? false,
    hasHistory: past !== undefined,
    again: Math.max(0, posted + queued.length + requested - 1),
    advised: REPOST_RULES.maxReposts,
    refused: chosen.refused.map(({ text, reason }) => ({
      text,
      reason: typeof reason === 'string' ? reason : alikeText(reason, locale),
    })),
  };
  return {
    schema: 'tweetspan/plan@1',
    draft: draft.name,
    link,
    zone,
    mode: flags.mode,
    verdict: plan.verdict,
    seed: flags.seed,
    period: { from: new Date(plan.period.from).toISOString(), until: new Date(plan.period.until).toISOString() },
    posted,
    requested,
    items: planItems(plan.slots, { texts, isLevelKnown }, locale),
    problems: [
      ...planProblems(shortfall, locale),
      ...refusals,
      ...people.problems,
      ...overBudget(budget.filter(isOver), locale),
    ],
    notes: [
      ...planNotes(remarks, locale),
      ...(chosen.draftIsLike === undefined ? [] : [unusedDraft(chosen.draftIsLike, locale)]),
      ...(queued.length === 0
        ? []
        : [
            plannedAlready(
              queued.map(({ id }) => id),
              locale,
            ),
          ]),
      ...people.notes,
    ],
    cost: modes.map((mode) => planCost(mode, counts, POST_PRICES, locale)),
    budget,
    queued: null,
  };
}

/** What a plan by the API takes of the caps. A text that is still to be written will carry the link. */
const budgetFor = (
  slots: Plan['slots'],
  texts: readonly PlanText[],
  past: Past | undefined,
  now: number,
): readonly BudgetPeriod[] =>
  budgetPeriods(
    slots.map(({ at }, index) => {
      const text = texts[index]?.text;
      return { at, price: text === undefined ? POST_PRICES.withLink : toPostPrice(text) };
    }),
    {
      now,
      open: past?.open ?? [],
      caps: past?.budget.caps ?? FIRST_CAPS,
      spent: past?.budget.spent ?? { day: 0, month: 0 },
    },
  );

/** A planned post as an item of the queue. */
const newItem = (
  {
    at,
    requestedTime,
    text,
    media,
  }: { readonly at: number; readonly requestedTime: string } & Pick<NewItem, 'text' | 'media'>,
  { until, ...campaign }: Pick<NewItem, 'link' | 'zone' | 'gap' | 'draft' | 'until'>,
  { mode, missed, review = false }: ScheduleFlags,
): NewItem => ({
  ...campaign,
  mode,
  text,
  media,
  dueAt: at,
  requestedTime: requestedTime,
  missed,
  // The end of a period is not inside it.
  ...(until !== undefined && { until: until - 1 }),
  review,
  price: mode === 'api' ? toPostPrice(text) : 0,
});

/** Texts that new ones must not be like, each with what it is called. Slots are told in their own zone. */
function knownTexts(past: Past | undefined, zone: string, locale: 'en' | 'fr'): readonly KnownText[] {
  if (past === undefined) return [];
  const localTimeAt = (instant: number, name: string): string =>
    formatLocalTime(openZone(name, instant - DAY, instant + DAY).localTimeAt(instant));
  return [
    ...past.open.map((item) => ({
      text: item.text,
      item: item.id,
      when: slotText({ localTime: localTimeAt(item.dueAt, item.zone), zone: item.zone }, locale),
    })),
    // A post without a known time is told by its text alone.
    ...past.posted.map(({ text, at }) => ({ text, when: at === 0 ? '?' : localTimeAt(at, zone).slice(0, 10) })),
  ];
}
