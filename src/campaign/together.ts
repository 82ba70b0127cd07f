// Several drafts planned together: each link gets the best slots that the others and the account's rhythm leave, in turn,
// until no link can do better.
import { budgetPeriods, exceededCaps, FIRST_CAPS } from './budget.js';
import type { CampaignInput, CompanionPost } from './input.js';
import { planCampaign } from './plan.js';
import { measureRhythm, type Rhythm } from './rhythm.js';

const WEEK = 7 * 86_400_000;
/** So often each link may look for better slots after the others have theirs. @source own choice */
const ROUNDS = 3;
/** Weeks beyond those that the rhythm needs, so that the last posts have a choice, too. @source own choice */
const SPARE_WEEKS = 2;
/** Reactions by which a plan must be better to take the place of another. */
const TIE = 1e-9;

type Planned = ReturnType<typeof planCampaign>;

/**
 * Plans drafts of different links together: no week has more posts than the account's rhythm bears, queued ones
 * included, and no link could do better with the others where they are. Without a history there is no rhythm to keep.
 * Changes nothing.
 * @param onDraft is given the name of each draft before it is planned, which an error is about.
 * @throws PeriodError as `planCampaign`.
 */
export function planTogether(
  inputs: readonly CampaignInput[],
  onDraft: (name: string) => void = () => undefined,
): {
  readonly plans: readonly Planned[];
  readonly rhythm: Rhythm | undefined;
} {
  const history = inputs[0]?.history;
  const postsPerWeek = history?.postsPerWeek ?? 0;
  const rhythm = postsPerWeek === 0 ? undefined : measureRhythm(postsPerWeek, 0);
  const cap = rhythm?.reposts ?? Infinity;
  const alone = inputs.map((input) => {
    onDraft(input.name);
    return planCampaign(input);
  });
  const posts = alone.reduce((sum, { data }) => sum + data.requested, 0);
  const start = inputs[0]?.now ?? 0;
  const lasts = alone.map(({ data }) => Date.parse(data.period.until));
  const queued = countByWeek(history?.open ?? [], start);
  const weeks = cap === Infinity ? 0 : Math.ceil((posts + (history?.open.length ?? 0)) / cap) + SPARE_WEEKS;
  const until = Math.max(start + weeks * WEEK, ...lasts);

  const plans: (Planned | undefined)[] = inputs.map(() => undefined);
  const improve = (index: number): boolean => {
    const input = inputs[index];
    if (input === undefined) return false;
    const others = plans.flatMap((plan, other) => (plan === undefined || other === index ? [] : toPosts(plan)));
    const taken = countByWeek(others, start);
    const room = (week: number): number => cap - (queued.get(week) ?? 0) - (taken.get(week) ?? 0);
    const found = planWithin(input, { others, room, start, until });
    const before = plans[index];
    if (before !== undefined && !isBetter(found, before)) return false;
    plans[index] = found;
    return true;
  };
  // The links that bring most per post choose first.
  const order = inputs.map((_, index) => index).sort((a, b) => perPost(alone[b]) - perPost(alone[a]) || a - b);
  for (const index of order) improve(index);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (order.filter((index) => improve(index)).length === 0) break;
  }
  return { plans: plans.flatMap((plan) => (plan === undefined ? [] : [plan])), rhythm };
}

/** What a plan takes from the others: its slots and its texts. */
const toPosts = ({ data }: Planned): CompanionPost[] =>
  data.items.map(({ at, zone, text }) => ({
    link: data.link,
    dueAt: Date.parse(at),
    zone,
    draft: data.draft,
    text: text?.text ?? null,
  }));

/** Posts in each week from `start` on, by the number of the week. */
function countByWeek(items: readonly { readonly dueAt: number }[], start: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { dueAt } of items) {
    const week = weekOf(dueAt, start);
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return counts;
}

const weekOf = (at: number, start: number): number => Math.floor((at - start) / WEEK);

/** One draft's plan with the others where they are: of a week with too many of its posts the best are kept. */
function planWithin(
  input: CampaignInput,
  {
    others,
    room,
    start,
    until,
  }: {
    readonly others: readonly CompanionPost[];
    readonly room: (week: number) => number;
    readonly start: number;
    readonly until: number;
  },
): Planned {
  const kept = new Map<number, ReadonlySet<number>>();
  const isOpen = (at: number): boolean => {
    const week = weekOf(at, start);
    return kept.get(week)?.has(at) ?? room(week) > 0;
  };
  // Each turn settles a week for good.
  for (;;) {
    const plan = planCampaign({ ...input, companions: { posts: others, isOpen, until } });
    const slots = plan.data.items.map((item) => ({ dueAt: Date.parse(item.at), item }));
    const over = [...countByWeek(slots, start)].find(([week, count]) => count > room(week) && !kept.has(week));
    if (over === undefined) return plan;
    const [week] = over;
    const best = slots
      .filter(({ dueAt }) => weekOf(dueAt, start) === week)
      .sort((a, b) => b.item.why.effect - a.item.why.effect || a.dueAt - b.dueAt)
      .slice(0, Math.max(0, room(week)));
    kept.set(week, new Set(best.map(({ dueAt }) => dueAt)));
  }
}

/** What a plan should bring: reactions, or usual posts where no level is known. */
const gainOf = ({ data }: Planned): number =>
  data.items.reduce((sum, { why }) => sum + (why.gain?.mean ?? Math.exp(why.effect)), 0);

/** Whether a plan has more of its posts in a slot, or as many in better ones. */
function isBetter(plan: Planned, than: Planned): boolean {
  const more = plan.data.items.length - than.data.items.length;
  return more > 0 || (more === 0 && gainOf(plan) > gainOf(than) + TIE);
}

const perPost = (plan: Planned | undefined): number =>
  plan === undefined || plan.data.items.length === 0 ? 0 : gainOf(plan) / plan.data.items.length;

/** What plans cost together, and what they take of the caps, with the caps that they exceed. */
export function sumCosts(inputs: readonly CampaignInput[], plans: readonly Planned[]) {
  const [first] = inputs;
  const lines = plans.flatMap(({ data }) => data.cost);
  const modes = [...new Set(lines.map(({ mode }) => mode))];
  const cost = modes.flatMap((mode) => {
    const own = lines.filter((line) => line.mode === mode);
    const [line] = own;
    if (line === undefined) return [];
    const add = (read: (each: (typeof own)[number]) => number): number =>
      own.reduce((sum, each) => sum + read(each), 0);
    const posts = { withLink: add((each) => each.posts.withLink), without: add((each) => each.posts.without) };
    return [{ mode, posts, perPost: line.perPost, total: add(({ total }) => total) }];
  });
  const paid = plans.flatMap(({ items }) => items).filter(({ mode }) => mode === 'api');
  const budget =
    first === undefined || paid.length === 0
      ? []
      : budgetPeriods(
          paid.map(({ dueAt, price }) => ({ at: dueAt, price })),
          {
            now: first.now,
            open: first.history?.open ?? [],
            caps: first.history?.budget.caps ?? FIRST_CAPS,
            spent: first.history?.budget.spent ?? { day: 0, month: 0 },
          },
        );
  return { cost, budget, problems: exceededCaps(budget) };
}
