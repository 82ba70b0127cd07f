// When the posts of a draft's link go out, with which text, and what is in the way: codes and numbers.
import { lint } from '#lint/engine.js';
import type { LintReport } from '#lint/finding.js';
import type { NewItem } from '#queue/item.js';
import { estimateBudget, estimateCost, exceededCaps } from './budget.js';
import { describeExperiment, describeItems, describeNotes } from './describe-plan.js';
import { placeExperiment } from './experiment.js';
import { findExpiry, type Expiry } from './expiry.js';
import type { CampaignInput } from './input.js';
import { checkPeople } from './people.js';
import { planSteps } from './person-steps.js';
import { framePlan, placePosts } from './placement.js';
import { withCampaignTag } from './tagged-text.js';
import { chooseTexts, findRefusals, findWeakTexts, knownTexts, type ChosenText } from './texts.js';

/**
 * Plans the posts of a draft's link: the plan as data, and as items for the queue. Changes nothing.
 * @throws PeriodError for a period or gap that nothing can be planned for. @throws ExperimentError where an experiment has
 * nothing to compare.
 */
export function planCampaign(input: CampaignInput) {
  const { draft, name, link, options, history, judging, resolveMedia, now } = input;
  const { mode, zone } = options;
  const isForced = options.force ?? false;
  const { experiment } = input;
  const framed = framePlan(input);
  const frame = experiment === undefined ? framed : { ...framed, requested: 2 };
  const report = lint(draft, judging);
  const chosen = chooseTexts(draft, judging, {
    past: history?.texts ?? [],
    known: knownTexts(input, zone),
    count: frame.requested,
    score: report.textScore,
    isForced,
  });
  const ordered = orderByExpiry(chosen.texts, input);
  const expiries = ordered.map(({ expiry }) => expiry);
  const placed =
    experiment === undefined
      ? placePosts(input, frame, isForced ? [] : expiries)
      : placeExperiment(input, frame, experiment.pair);
  const { plan, gap, until, queued } = placed;
  const texts = ordered.slice(0, plan.slots.length).map(({ text }, index) => ({
    ...text,
    text: withCampaignTag(text.text, plan.slots[index]?.localTime ?? '', input),
  }));
  const missing = Math.max(0, plan.slots.length - texts.length);
  const people = checkPeople(texts, { optedOut: history?.optedOut ?? [], open: queued });
  const budget = mode === 'api' ? estimateBudget(plan.slots, texts, input) : [];
  const untrue = [...findLintErrors(report), ...findPassedDays(expiries, plan.slots)];
  const data = {
    draft: name,
    link,
    zone,
    mode,
    verdict: plan.verdict,
    metric: frame.ranking?.metric ?? ('reactions' as const),
    experiment: describeExperiment(placed),
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
      ...(missing === 0
        ? []
        : [{ code: 'missing-texts' as const, count: missing, hooks: chosen.write.slice(0, missing) }]),
      ...findRefusals(texts, input, input.options.mode),
      ...(isForced ? [] : [...untrue, ...notAPost(report, 'not-a-post')]),
      ...people.problems,
      ...exceededCaps(budget),
    ],
    notes: [
      ...(isForced && untrue.length > 0 ? [{ code: 'forced' as const, errors: untrue.length }] : []),
      ...(isForced ? notAPost(report, 'planned-anyway') : []),
      ...findWeakTexts(texts),
      ...describeNotes(input, placed, chosen),
      ...people.notes,
    ],
    cost: estimateCost(texts, missing, { mode, ...input }),
    budget,
  };
  const items = plan.slots.flatMap(({ at, requestedTime }, index): NewItem[] => {
    const chosenText = texts[index];
    if (chosenText === undefined) return [];
    const { text, media, origin } = chosenText;
    const assignment = placed.assignments?.[index];
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
        // Nobody has read what the program made.
        review: options.review || origin === 'made' || origin === 'page',
        price: mode === 'api' ? input.priceText(text) : 0,
        draft: name,
        ...(assignment && { experiment: assignment }),
      },
    ];
  });
  const steps = planSteps(draft.campaign, {
    link,
    draft: name,
    zone,
    slots: items.map(({ dueAt }) => dueAt),
    until: until === undefined ? undefined : until - 1,
    now,
  });
  return { data, items, steps, open: history?.open ?? [], now };
}

/** That a draft answers somebody, or repeats the post of another: a campaign is not meant for it. */
const notAPost = <const Code extends string>({ unscored: kind }: Pick<LintReport, 'unscored'>, code: Code) =>
  kind === null ? [] : [{ code, kind }];

/** Texts with the day or hour at which each is out of date, those that are out of date first at the front. */
function orderByExpiry(texts: readonly ChosenText[], { judging, options, now }: CampaignInput) {
  const { lexicons } = judging;
  const dated = texts.map((text) => ({ text, expiry: findExpiry(text.text, { lexicons, zone: options.zone, now }) }));
  const at = ({ expiry }: { readonly expiry: Expiry | undefined }): number => expiry?.at ?? Infinity;
  // The sort is stable: the draft's own text stays the first of those that last.
  return dated.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** Rules whose errors a plan finds by itself, text by text, or that speak of no post of the plan. */
const ELSEWHERE: ReadonlySet<string> = new Set(['concision', 'image', 'mentions', 'ambassadors', 'message']);
/** Likeness is tested against what is posted and queued. */
const LIKENESS: ReadonlySet<string> = new Set(['sameText', 'alike', 'longVariant']);

/** The linter's errors on a draft and its variants, each message once. */
function findLintErrors({ findings }: Pick<LintReport, 'findings'>) {
  const errors = findings.filter(
    ({ severity, rule, messageId }) =>
      severity === 'error' && !ELSEWHERE.has(rule) && !(rule === 'repeats' && LIKENESS.has(messageId)),
  );
  return [...new Map(errors.map((finding) => [finding.message, finding])).values()].map(
    ({ rule, messageId, message }) => ({ code: 'lint-error' as const, rule, messageId, message }),
  );
}

/** Texts that name a day or an hour which is over in their slot. Posts are numbered from 1. */
const findPassedDays = (expiries: readonly (Expiry | undefined)[], slots: readonly { readonly at: number }[]) =>
  slots.flatMap(({ at }, index) => {
    const expiry = expiries[index];
    return expiry === undefined || expiry.at > at
      ? []
      : [{ code: 'day-passed' as const, posts: [index + 1], date: expiry.words }];
  });
