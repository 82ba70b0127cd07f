// Several drafts planned together. Loaded when there are several.
import type { CampaignInput } from '#campaign/input.js';
import type { planCampaign } from '#campaign/plan.js';
import { planTogether, sumCosts } from '#campaign/together.js';
import { planSentences } from '#locale/plan.js';
import type { PlanDocument, PlansDocument } from '#report/documents/plan.js';
import { plansReport, type PlanView } from '#report/terminal/plan.js';
import type { OpenDraft } from './open-draft.js';
import { prepareCampaign, withUserErrors, type PlanFlags } from './plan-draft.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/** The plan of one draft or of several, to be shown and queued. */
export interface ShownPlan extends Pick<ReturnType<typeof planCampaign>, 'items' | 'steps' | 'open'> {
  /** Whether nothing stands in its way. */
  readonly isWhole: boolean;
  readonly drafts: number;
  /** Items that give way to it. */
  readonly replaced: readonly number[];
  readonly report: (view: PlanView) => string;
  /** As data, with the numbers of the items that it was queued as. */
  readonly toDocument: (queued: readonly number[] | null) => PlanDocument | PlansDocument;
}

/**
 * Plans drafts together around what history and queue hold; changes nothing.
 * @param onDraft is given the name of each draft before it is looked at, which an error is about.
 * @throws UserError for drafts that lead to one page, or a draft without a link.
 */
export async function planDrafts(
  shell: Shell,
  drafts: readonly OpenDraft[],
  flags: PlanFlags,
  onDraft: (name: string) => void,
): Promise<ShownPlan> {
  const locale = drafts[0]?.locale ?? 'en';
  const { errors } = planSentences(locale);
  if (flags.experiment) throw new UserError(errors.experimentAlone);
  const prepared: Awaited<ReturnType<typeof prepareCampaign>>[] = [];
  const byLink = new Map<string, string>();
  for (const draft of drafts) {
    onDraft(draft.name);
    const { input, replaced } = await prepareCampaign(shell, draft, { ...flags, together: true });
    const other = byLink.get(input.link);
    if (other !== undefined) throw new UserError(errors.sameLink(other));
    byLink.set(input.link, input.name);
    prepared.push({ input, replaced });
  }
  const replaced = [...new Set(prepared.flatMap((each) => each.replaced))].sort((a, b) => a - b);
  const inputs = prepared.map(({ input }) => withoutItems(input, replaced));
  const { plans, rhythm } = withUserErrors(() => planTogether(inputs, onDraft), locale);
  const { cost, budget, problems } = sumCosts(inputs, plans);
  const toDocument = (queued: readonly number[] | null): PlansDocument => ({
    schema: 'tweetspan/plans@1',
    mode: flags.mode,
    seed: flags.seed,
    rhythm: rhythm ?? null,
    // The caps are those of all of them together.
    plans: plans.map(({ data }) => ({
      ...data,
      problems: data.problems.filter(({ code }) => code !== 'over-budget'),
      budget: [],
    })),
    problems,
    cost,
    budget,
    queued,
  });
  const document = toDocument(null);
  return {
    items: plans.flatMap(({ items }) => items).sort((a, b) => a.dueAt - b.dueAt),
    steps: plans.flatMap(({ steps }) => steps).sort((a, b) => a.dueAt - b.dueAt),
    open: inputs[0]?.history?.open ?? [],
    isWhole: [...document.problems, ...document.plans.flatMap((plan) => plan.problems)].length === 0,
    drafts: drafts.length,
    replaced,
    report: (view) => plansReport(document, view),
    toDocument,
  };
}

/** What a draft replaces is free for all of them. */
const withoutItems = (input: CampaignInput, replaced: readonly number[]): CampaignInput =>
  input.history === undefined
    ? input
    : { ...input, history: { ...input.history, open: input.history.open.filter(({ id }) => !replaced.includes(id)) } };
