// Steps that only a person can take, as they are shown, kept in calendars and reminded of.
import type { Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import { OPEN_STEPS, type NewStep, type PersonStep, type StepKind } from '#queue/person-step.js';
import type { PlanDocument } from '#report/documents/plan.js';
import type { StepRecord } from '#report/documents/outreach.js';
import type { CalendarStep } from '#report/export/ics.js';
import { visible } from '#report/terminal/width.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import type { OpenHistory } from './history-database.js';
import { createClocks } from './queue/open.js';

/** How a step is called: `p3`. */
export const stepName = ({ id }: Pick<PersonStep, 'id'>): string => `p${id}`;

/** What a clock shows when a step is due. */
const localTimeOf = ({ dueAt, zone }: Pick<NewStep, 'dueAt' | 'zone'>): string =>
  formatLocalTime(openZone(zone, dueAt, dueAt).localTimeAt(dueAt));

const instant = (at: number): string => new Date(at).toISOString();

/** Steps of a plan as data. */
export const stepRecords = (steps: readonly NewStep[]): NonNullable<PlanDocument['people']> =>
  steps.map(({ kind, link, draft, dueAt, until, zone }) => ({
    kind: 'person',
    step: kind,
    link,
    draft,
    dueAt: instant(dueAt),
    localTime: localTimeOf({ dueAt, zone }),
    zone,
    until: until === undefined ? null : instant(until),
  }));

/** A step as data. */
export const stepRecord = (step: PersonStep): StepRecord => ({
  id: stepName(step),
  kind: 'person',
  step: step.kind,
  state: step.state,
  link: step.link,
  draft: step.draft,
  dueAt: instant(step.dueAt),
  localTime: createClocks().formatLocalTime(step.dueAt, step.zone),
  zone: step.zone,
  until: step.until === undefined ? null : instant(step.until),
});

/** The command that prepares a step. */
export const stepCommand = ({ kind, draft }: Pick<NewStep, 'kind' | 'draft'>, locale: Locale): string =>
  outreachSentences(locale).steps.how[kind](draft);

/** The steps of a plan as text. */
export function plannedSteps(steps: readonly NewStep[], locale: Locale): string {
  const words = outreachSentences(locale).steps;
  return [
    words.title,
    ...steps.flatMap((step) => [
      `  ${slotText({ localTime: localTimeOf(step), zone: step.zone }, locale)}  ${words.kinds[step.kind]}`,
      `      ${words.run(visible(stepCommand(step, locale)))}`,
    ]),
  ].join('\n');
}

/** Steps as events of a calendar; those of a plan that is not queued have no name yet. */
export const calendarSteps = (
  steps: readonly (NewStep & Partial<Pick<PersonStep, 'id' | 'createdAt' | 'changedAt'>>)[],
  { now, locale }: { readonly now: number; readonly locale: Locale },
): readonly CalendarStep[] =>
  steps.map((step) => {
    const { steps: words } = outreachSentences(locale);
    const { id, kind, link, dueAt, createdAt = now, changedAt = now } = step;
    return {
      uid: id === undefined ? `step-${kind}-${dueAt}@tweetspan` : `step-${id}-${createdAt}@tweetspan`,
      createdAt,
      changedAt,
      at: dueAt,
      summary: `${words.kinds[kind]}: ${link}`,
      description: [
        words.run(stepCommand(step, locale)),
        ...(id === undefined ? [] : [words.after(stepName({ id }))]),
      ].join('\n'),
    };
  });

/** Ends the open steps of a link that were taken; `now` is ms UTC. */
export async function endSteps(
  { steps }: Pick<OpenHistory, 'steps'>,
  link: string,
  kinds: readonly StepKind[],
  now: number,
): Promise<void> {
  for (const { id, kind, dueAt } of await steps.list({ link, isOpen: true }, 100)) {
    // One that is planned for a later campaign of the link is still to be taken.
    if (kinds.includes(kind) && (kind === 'unpin' || dueAt < now + AHEAD))
      await steps.change(id, OPEN_STEPS, 'done', now);
  }
}

/** How long before its time a step may be taken, ms. @source own choice */
const AHEAD = 3 * 86_400_000;
