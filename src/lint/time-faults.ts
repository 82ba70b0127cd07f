// What a text says of time that will not be true for long, or is not true at all.
import { countsFromToday, toAbsolute } from '#words/absolute-dates.js';
import { matchCase } from '#words/characters.js';
import { calendarFaults } from '#words/calendar.js';
import { calendarWordsOf } from '#words/calendar-words.js';
import { datesIn } from '#words/dates.js';
import type { Lexicon } from '#words/lexicon.js';
import { findPhrases } from '#words/phrases.js';
import { passingWords } from '#words/time-words.js';
import type { Span } from '#tweet/bounds.js';
import { isWarning, postType } from './post-type.js';
import { spanOverlaps, type Subject } from './subject.js';
import { isNewsOfTheDay, isNoDate, isPastFact } from '#lint/time-context.js';
import { wordingFaults } from './wording.js';

/** A finding on time, by the message of rule 1 that says it. */
export type TimeFault = { readonly text: string; readonly span: Span } &
  /** `lasting` says it in other words; `dated` names the day, month or year. */
  (
    | {
        readonly id: 'ephemeral' | 'relativeDate' | 'pastDay' | 'yearless';
        readonly lasting?: string | undefined;
        readonly dated?: string | undefined;
      }
    | { readonly id: 'impossibleDate' | 'rangeReversed' | 'pastDate' }
    | { readonly id: 'weekdayMismatch'; readonly date: string }
    /** The date passes before the campaign is over. */
    | { readonly id: 'passingDate'; readonly until: string }
  );

const DAY = 86_400_000;
/** A date that lies further back is one of history, and no news that has grown old. */
const HISTORY = 2 * 365 * DAY;

/** What comes out of date in a text, in its order, none overlapping another. */
export function passingPhrases(
  text: string,
  lexicon: Lexicon,
  leaveOut: readonly Span[],
): { readonly span: Span; readonly lasting: string | undefined }[] {
  const listed = findPhrases(text, lexicon.ephemeral, leaveOut).flatMap(({ note, span }) =>
    isNoDate(text, span, lexicon.language) ? [] : [{ span, lasting: note === '' ? undefined : note }],
  );
  const worked = passingWords(text, lexicon.language)
    .filter((span) => !leaveOut.some((other) => spanOverlaps(other, span)) && !isNoDate(text, span, lexicon.language))
    .map((span) => ({ span, lasting: undefined }));
  // What is read as a whole is longer than the words inside it; of two alike the list knows what lasts instead.
  const length = ({ start, end }: Span): number => end - start;
  const outside = listed.filter(
    ({ span }) => !worked.some((other) => spanOverlaps(other.span, span) && length(other.span) > length(span)),
  );
  const whole = worked.filter(({ span }) => !outside.some((other) => spanOverlaps(other.span, span)));
  return [...outside, ...whole].sort((a, b) => a.span.start - b.span.start);
}

/** The faults of time in a draft, in the order of its text. */
export function timeFaults(subject: Subject, lexicon: Lexicon, willRepost: boolean): TimeFault[] {
  const { text, protectedSpans, facts, campaign } = subject;
  const { now } = facts;
  const { language, months } = lexicon;
  const faults: TimeFault[] = [];
  const calendar = calendarFaults(text, { language, months }, protectedSpans, now);
  const passes = (end: number | undefined): string | undefined => {
    const until = campaign?.until;
    const isOver = until !== undefined && end !== undefined && end <= Date.parse(`${until}T00:00:00Z`);
    return willRepost && isOver ? until : undefined;
  };
  const named: Span[] = [];
  for (const fault of calendar) {
    const at = { text: fault.text, span: fault.span };
    if (fault.kind === 'impossible') faults.push({ id: 'impossibleDate', ...at });
    if (fault.kind === 'reversed') faults.push({ id: 'rangeReversed', ...at });
    if (fault.kind === 'weekday') faults.push({ id: 'weekdayMismatch', date: fault.date, ...at });
    if (fault.kind === 'yearless') {
      named.push(fault.span);
      const until = passes(fault.end);
      if (until !== undefined) faults.push({ id: 'passingDate', until, ...at });
      // A day with its date is clear to the readers of a post: a remark. Only "this" ties it to the week in which it is read.
      else if (/^ce\s/i.test(fault.text)) {
        const dated = matchCase(fault.text, fault.text.replace(/^ce\s+/i, ''));
        faults.push({ id: 'relativeDate', dated, ...at });
      } else if (willRepost || !isNear(text, fault, language, now)) {
        faults.push({ id: 'yearless', dated: fault.dated, ...at });
      }
    }
  }
  const isFree = (span: Span): boolean =>
    !faults.some((other) => spanOverlaps(other.span, span)) && !named.some((other) => spanOverlaps(other, span));
  // An alert and a tribute are of their day, and nobody repeats them later.
  const isOfItsDay = !willRepost && (postType(subject.draft) !== undefined || isWarning(text));
  for (const { span, lasting } of isOfItsDay ? [] : passingPhrases(text, lexicon, protectedSpans)) {
    if (!isFree(span)) continue;
    const written = text.slice(span.start, span.end);
    if (!willRepost && (isNewsOfTheDay(text, span, language) || isInLabel(subject, span))) continue;
    const isPast = !willRepost && isPastFact(text, span, language);
    if (isPast || countsFromToday(written, language)) {
      const dated =
        now === undefined ? undefined : toAbsolute(written, text.slice(0, span.start), now, { language, months });
      const id = isPast ? 'pastDay' : 'relativeDate';
      faults.push({ id, text: written, span, lasting: lasting && matchCase(written, lasting), dated });
    } else faults.push({ id: 'ephemeral', text: written, span, lasting: lasting && matchCase(written, lasting) });
  }
  if (now !== undefined) {
    for (const { span, end, text: written } of datesIn(text, months)) {
      if (!isFree(span) || protectedSpans.some((other) => spanOverlaps(other, span))) continue;
      const until = passes(end);
      // The whole day must be over everywhere: a date is past from its end in the last zone on (UTC-12).
      const age = now - end - DAY / 2;
      if (age > 0 && age < HISTORY && !isOfRecord(text.slice(0, span.start)))
        faults.push({ id: 'pastDate', text: written, span });
      else if (age <= 0 && until !== undefined) faults.push({ id: 'passingDate', text: written, span, until });
    }
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}

/** Days in which a day is taken for the next of its name. @source own choice: half a year */
const NEAR = 183 * DAY;
/** What ends on a day, which a later reader wants to know. */
const DEADLINE =
  /(?:jusqu[’']au|avant le|au plus tard|d[’']ici|clôture|limite|ends?|closes?|closing|until|till|deadline|by|before)[^.!?]{0,12}$/i;

/** Whether the next months leave no doubt which year is meant: by the weekday, or "prochain". */
function isNear(
  text: string,
  { span, end, text: written }: { readonly span: Span; readonly end: number | undefined; readonly text: string },
  language: string | undefined,
  now: number | undefined,
): boolean {
  if (now === undefined || end === undefined || end < now || end > now + NEAR) return false;
  if (DEADLINE.test(text.slice(0, span.start))) return false;
  const weekdays = calendarWordsOf(language)?.weekdays ?? [];
  const lower = written.toLowerCase();
  return weekdays.some((day) => lower.includes(day)) || /^ (?:prochain|next)/i.test(text.slice(span.end));
}

/** What before a date makes it one of record: laws, births, what has been true since, what holds from that day on. */
const OF_RECORD =
  /(?:loi|décret|arrêté|ordonnance|circulaire|directive|règlement|traité|accord|attentats?|depuis|après|dès|à partir|à compter|né|née|mort|morte|décès|rapport|version|édition|act|law|treaty|attacks?|born|died|since|after|from|effective|starting|report|as of)\s+(?:(?:du|de|le|les|la|of|on|in|the)\s+)*$/i;
const isOfRecord = (before: string): boolean => OF_RECORD.test(before);

/** Whether words stand in what only announces, which goes as a whole: "Je viens de publier un article". */
const isInLabel = (subject: Subject, span: Span): boolean =>
  wordingFaults(subject).some(
    ({ kind, span: label }) =>
      (kind === 'contentLabel' || kind === 'leadIn' || kind === 'boast') && spanOverlaps(label, span),
  );
