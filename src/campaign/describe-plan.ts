// The posts of a plan and what is to be known of it, as data.
import type { Slot } from '#timing/clock/slots.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { choiceAt } from '#timing/plan/explain.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import { describeCalendar, findFarZone } from './days-off.js';
import type { CampaignInput } from './input.js';
import type { Placed } from './placement.js';
import type { ChosenText, ChosenTexts } from './texts.js';

/** From this share of the post before that is still to come on, a plan says so. @source own choice */
const OVERLAP = 0.15;
/** Effects by two counts disagree when one is a gain and the other a loss, each of so many per cent. @source own choice */
const CLEAR = 3;

/** The effect of a slot by the other count that is known, where it speaks against the slot; null where it does not. */
function otherEffect(slot: Slot, uplift: number, beside: Placed['beside']) {
  if (beside === undefined) return null;
  const { uplift: other, upliftLow, upliftHigh } = choiceAt(beside.hours, slot);
  const disagrees = uplift * other < 0 && Math.min(Math.abs(uplift), Math.abs(other)) >= CLEAR;
  return disagrees ? { metric: beside.metric, uplift: other, upliftLow, upliftHigh } : null;
}

/** The posts of a plan with their texts. */
export const describeItems = (
  { plan, isLevelKnown, beside, ranking, assignments }: Placed,
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
      arm: assignments?.[index]?.arm ?? null,
      text: chosen === undefined ? null : { text: chosen.text, origin: chosen.origin, score: chosen.score },
      media: resolveMedia(chosen?.media ?? []).map(({ file, alt, tag = [] }) => ({ file, alt: alt ?? null, tag })),
      why: {
        effect,
        uplift,
        upliftLow,
        upliftHigh,
        // Typical hours were measured for reactions only.
        basis: basis === 'typical' && ranking !== undefined ? ('none' as const) : basis,
        gain: isLevelKnown ? gain : null,
        rest,
        restShare,
        sinceLink: sinceLink ?? null,
        toNearest: toNearest ?? null,
        other: otherEffect(slot, uplift, beside),
      },
    };
  });

/** The place of the link in an experiment; null for any other plan. */
export function describeExperiment({ assignments, gap }: Placed) {
  const first = assignments?.[0];
  if (first === undefined) return null;
  const { pair, block, bestFirst, armProbability, countedAt } = first;
  return { link: pair + 1, block: block + 1, bestFirst, armProbability, spacing: gap, countedAt };
}

/** What is to be known besides, other than about people. */
export function describeNotes(
  { history, calendar }: Pick<CampaignInput, 'history' | 'calendar'>,
  placed: Placed,
  chosen: ChosenTexts,
) {
  const { plan, posted, queued, requested, advice } = placed;
  const farZone = history === undefined ? undefined : findFarZone(placed.hours);
  const times = Math.max(0, posted + queued.length + requested - 1);
  return [
    // A queue without a post beside it shows no hours: nothing was looked for in vain.
    ...(history === undefined || (history.usable.length === 0 && history.posts.length === 0)
      ? [{ code: 'no-history' as const }]
      : plan.verdict === 'best hours' || placed.ranking !== undefined
        ? []
        : [{ code: 'typical-hours' as const }]),
    ...(placed.ranking !== undefined && plan.verdict !== 'best hours'
      ? [{ code: 'flat-prior' as const, metric: placed.ranking.metric }]
      : []),
    ...overlaps(placed),
    ...(advice === undefined ? [] : [{ code: 'advised-against' as const, ...advice }]),
    ...describeCalendar(
      calendar,
      toLocalPeriod(plan),
      plan.slots.map(({ localTime }) => localTime),
    ),
    ...(farZone === undefined ? [] : [farZone]),
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

/** A plan's period as its zone's clock shows it. */
function toLocalPeriod({ zone: name, period: { from, until } }: Placed['plan']) {
  const zone = openZone(name, from, until);
  return { from: formatLocalTime(zone.localTimeAt(from)), until: formatLocalTime(zone.localTimeAt(until)) };
}

/** Posts that go out while the one before still collects. */
function overlaps({ plan }: Placed) {
  const near = plan.slots.flatMap(({ why }, index) =>
    why.restShare > OVERLAP ? [{ index, share: why.restShare }] : [],
  );
  if (near.length === 0) return [];
  const share = Math.max(...near.map((each) => each.share));
  return [{ code: 'overlap' as const, posts: near.map(({ index }) => index + 1), share }];
}
