// A kit, from drafts, a team and the history: who gets which text, and when.
import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { withContentTag } from '#campaign/tagged-text.js';
import type { ItemMedia } from '#queue/item.js';
import { COMPARED_FOR } from '#queue/guard.js';
import { OPEN } from '#queue/item.js';
import { planKit, type Kit } from '#outreach/kit.js';
import { spreadMoments } from '#outreach/moments.js';
import type { Team, TeamMember } from '#outreach/team.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { outreachSentences } from '#locale/outreach.js';
import type { KitDocument } from '#report/documents/outreach.js';
import { formatLocalTime, openZone, parseLocalTime } from '#timing/clock/zone.js';
import { slotIndex, wallSlots } from '#timing/clock/slots.js';
import { typicalDecay } from '#timing/decay/decay.js';
import { estimateHours, type HoursEstimate } from '#timing/hours/hours.js';
import { intentLink } from '#x/api/intent.js';
import { MAX_OPEN } from './campaign.js';
import { isOnServer, withHistory, type OpenHistory } from './history-database.js';
import { learnFrom } from './learned.js';
import type { OpenDraft } from './open-draft.js';
import { databaseFile } from './options/common.js';
import { readPeople } from './people-known.js';
import { linkOfDraft } from './plan-draft.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** How a kit is wanted. */
export interface KitFlags {
  readonly db?: string | undefined;
  readonly utm?: boolean | undefined;
  readonly again: readonly string[];
  readonly rest: number;
  readonly zone: string;
}

/** A kit as data, with the people who are in it. */
export interface MadeKit {
  readonly document: KitDocument;
  readonly members: readonly TeamMember[];
}

/** Works on the history where there is one; without it nobody was written to before. */
export const withHistoryOrNone = async <T>(
  shell: Shell,
  db: string | undefined,
  work: (history: OpenHistory | undefined) => T | Promise<T>,
): Promise<T> => {
  // What others of a team have asked is known on this machine only once it was taken over.
  if (await isOnServer(shell, db)) return withHistory(shell, { db, readonly: false, shares: true }, work);
  return existsSync(databaseFile(shell, db)) ? withHistory(shell, { db, readonly: true }, work) : work(undefined);
};

/**
 * The one link of all drafts.
 * @throws UserError when a draft has none, or another.
 */
function requireOneLink(drafts: readonly OpenDraft[], locale: Locale): string {
  const { errors } = outreachSentences(locale).kit;
  let link: string | undefined;
  for (const draft of drafts) {
    const own = linkOfDraft(draft);
    if (own === undefined) throw new UserError(errors.noLink(draft.name));
    if (link !== undefined && own !== link) throw new UserError(errors.otherLink(draft.name, own, link));
    link = own;
  }
  return link ?? '';
}

/** The ambassadors that drafts list, where they agreed before. */
export function knownAmbassadors(drafts: readonly OpenDraft[], history: OpenHistory | undefined): Team {
  const listed = drafts.flatMap(({ file, options }) => {
    const { ambassadors } = file.draft.campaign ?? {};
    return typeof ambassadors === 'string' ? (options.facts?.ambassadors ?? []) : (ambassadors ?? []);
  });
  const handles = new Map(listed.map(({ handle }) => [handle.toLowerCase(), handle]));
  return {
    faults: [],
    members: [...handles.values()].map((handle) => {
      const consent = history?.outreach.consent(handle);
      return {
        handle,
        name: consent?.name ?? '',
        language: consent?.language || undefined,
        agreed: consent?.agreed,
        optedOut: false,
        left: false,
      };
    }),
  };
}

/** Makes a kit for a team; changes nothing. */
export async function makeKit(
  shell: Shell,
  drafts: readonly OpenDraft[],
  {
    team,
    history,
    locale,
  }: { readonly team: Team; readonly history: OpenHistory | undefined; readonly locale: Locale },
  flags: KitFlags,
): Promise<MadeKit> {
  const now = shell.now();
  const link = requireOneLink(drafts, locale);
  const planned = (await history?.queue.list({ states: OPEN }, MAX_OPEN)) ?? [];
  const ofLink = planned.filter((item) => item.link === link);
  const posted = (await history?.queueHistory.textsFor(link, now - COMPARED_FOR)) ?? [];
  const given = history?.outreach.recordsFor(link) ?? [];
  const kit = planKit({
    drafts: drafts.map(({ file, name, options }) => ({
      draft: file.draft,
      name,
      language: options.config?.lang,
      judging: options,
      // What is queued or posted is known by its text already.
      reserved: Math.max(0, (file.draft.campaign?.reposts ?? 0) - ofLink.length),
    })),
    people: team.members,
    histories: readPeople(
      history,
      team.members.map(({ handle }) => handle),
    ),
    known: [...planned, ...posted, ...given.filter(({ what }) => what === 'kit')].map(({ text }) => text),
    rules: {
      link,
      now,
      restDays: flags.rest,
      needsConsent: true,
      again: new Set(flags.again.map((handle) => handle.toLowerCase())),
    },
    isOptedOut: (handle) => history?.outreach.isOptedOut(handle) ?? false,
  });
  const first = new Set(given.map(({ tag }) => tag)).size;
  const moments = findMoments(kit, drafts, ofLink, { history, now, zone: flags.zone });
  const tagOf = (index: number, draft: OpenDraft | undefined): string | undefined =>
    flags.utm === true || (draft !== undefined && (draft.file.draft.utm ?? draft.config.utm ?? false) !== false)
      ? `kit-${first + index + 1}`
      : undefined;
  return {
    members: kit.given.map(({ person }) => person),
    document: {
      schema: 'tweetspan/kit@1',
      link,
      zone: flags.zone,
      now: new Date(now).toISOString(),
      wanted: kit.given.length + kit.unserved.length,
      posts: kit.given.map(({ person, text, weighted }, index) => {
        const draft = drafts.find(({ name }) => name === text.draft);
        const tag = tagOf(index, draft);
        const whole = tag === undefined || draft === undefined ? text.text : tagged(text.text, tag, draft, link);
        const { at, localTime } = moments[index] ?? { at: now, localTime: '' };
        return {
          handle: person.handle,
          name: person.name,
          language: person.language ?? null,
          textLanguage: text.language ?? null,
          text: whole,
          weighted,
          score: text.score,
          origin: text.origin,
          draft: text.draft,
          nearest: text.nearest,
          tag: tag ?? null,
          at: new Date(at).toISOString(),
          localTime,
          intent: intentLink(whole),
          media: (draft?.file.draft.media ?? []).map(({ file, alt }) => ({ file, alt: alt ?? null })),
        };
      }),
      unserved: kit.unserved.map(({ handle, language }) => ({ handle, language: language ?? null })),
      write: [...kit.write],
      spared: kit.spared.map(({ person, why, days }) => ({ handle: person.handle, why, days: days ?? null })),
      refused: kit.refused.map((one) => describeRefused(one, locale)),
      faults: [...team.faults],
      files: [],
      recorded: false,
    },
  };
}

const tagged = (text: string, tag: string, { file, name, options, config }: OpenDraft, link: string): string =>
  withContentTag(text, tag, {
    draft: file.draft,
    name,
    link,
    utm: config.utm === undefined || config.utm === false ? true : config.utm,
    judging: options,
  });

function describeRefused(
  { text, draft, handle, fault }: Kit['refused'][number],
  locale: Locale,
): KitDocument['refused'][number] {
  const { textFault } = outreachSentences(locale).kit;
  const message =
    fault.code === 'refused'
      ? rewriteSentences(locale).refusal(fault.reason)
      : fault.code === 'too-long'
        ? textFault.tooLong(fault.weighted)
        : fault.code === 'alike'
          ? textFault.alike
          : textFault.optedOut(fault.handle);
  return {
    text,
    draft,
    handle: handle ?? null,
    code: fault.code === 'refused' ? fault.reason.code : fault.code,
    message,
  };
}

/** Moments for the posts of a kit, over the campaign or the week from its first post on, until the last has had its time. */
function findMoments(
  kit: Kit,
  drafts: readonly OpenDraft[],
  ofLink: readonly Pick<ItemMedia & { dueAt: number }, 'dueAt'>[],
  { history, now, zone }: { readonly history: OpenHistory | undefined; readonly now: number; readonly zone: string },
) {
  const campaigns = drafts.flatMap(({ file }) => file.draft.campaign ?? []);
  const learned = history && learnFrom(history, now);
  const hours: HoursEstimate =
    learned?.hours({ zone, seed: 1, metric: 'reactions' }).estimate ?? estimateHours([], { zone, seed: 1 });
  const life = learned === undefined ? 2 * DAY : typicalDecay(learned.decay().prior).t90.median;
  const posts = ofLink.map(({ dueAt }) => dueAt);
  const clock = openZone(zone, now, now + 2 * 366 * DAY);
  const startOf = (day: string, more: number): number => clock.toInstant(parseLocalTime(day) + more).at;
  const begin = campaigns.flatMap(({ from }) => (from === undefined ? [] : [startOf(from, 0)]));
  const from = Math.max(now, posts.length > 0 ? Math.min(...posts) : Math.max(now, ...begin));
  const ends = campaigns.flatMap(({ until }) => (until === undefined ? [] : [startOf(until, DAY)]));
  const last = Math.max(from + WEEK, ...posts.map((at) => at + life));
  const end = ends.length > 0 && Math.max(...ends) > from ? Math.max(...ends) : last;
  const period = { from, until: end };
  return spreadMoments(kit.given.length, period, {
    slots: wallSlots(zone, period.from, period.until, { allowed: hours.candidates }),
    worth: (slot) => hours.bins[slotIndex(slot)]?.effect ?? 0,
    posts,
    toSlot: (at) => {
      const localTime = formatLocalTime(clock.localTimeAt(at));
      const [slot] = wallSlots(zone, at, at + 3_600_000, {});
      return (
        slot ?? {
          at,
          localTime,
          requestedTime: localTime,
          weekday: 0,
          hour: 0,
          requestedSlot: { weekday: 0, hour: 0 },
          match: 'exact' as const,
        }
      );
    },
  });
}
