// What only a person can do for a campaign, and when: hand out the kit, ask for help, pin and unpin.
import type { Campaign } from '#draft/draft.js';
import type { NewStep } from '#queue/person-step.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long before the first post a kit is handed out, so that people can look at their text. @source own choice */
const KIT_BEFORE = DAY;
/** How long after the first post it is pinned. @source own choice */
const PIN_AFTER = 5 * MINUTE;
/** How long after it people are asked: X shows a post to strangers from its first like on, so early help counts most. */
const ASK_AFTER = 15 * MINUTE;
/** How long the pin stays after the last post of a campaign without an end, ms. @source own choice */
const PIN_LIFE = 7 * DAY;

/**
 * The steps of a campaign, in the order of their time; none where nothing of the kind is planned.
 * @param slots instants of its posts, ms UTC. @param until the last instant of the campaign; undefined for none.
 */
export function planSteps(
  campaign: Pick<Campaign, 'ask' | 'pin' | 'ambassadors'> | undefined,
  {
    slots,
    until,
    now,
    ...of
  }: { readonly slots: readonly number[]; readonly until: number | undefined; readonly now: number } & Pick<
    NewStep,
    'link' | 'draft' | 'zone'
  >,
): readonly NewStep[] {
  const [first] = slots;
  if (campaign === undefined || first === undefined) return [];
  const { ambassadors, ask, pin } = campaign;
  const end = until ?? Math.max(...slots) + PIN_LIFE;
  const hasAmbassadors = typeof ambassadors === 'string' || (ambassadors ?? []).length > 0;
  return [
    ...(hasAmbassadors ? [{ ...of, kind: 'kit' as const, dueAt: Math.max(now, first - KIT_BEFORE) }] : []),
    ...(pin === true ? [{ ...of, kind: 'pin' as const, dueAt: first + PIN_AFTER, until: end }] : []),
    ...(ask === undefined ? [] : [{ ...of, kind: 'ask' as const, dueAt: first + ASK_AFTER }]),
    ...(pin === true ? [{ ...of, kind: 'unpin' as const, dueAt: end }] : []),
  ];
}
