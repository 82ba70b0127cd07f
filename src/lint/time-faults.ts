// What a text says of time that will not be true for long, or is not true at all.
import { forLanguage } from '#words/by-language.js';
import { matchCase } from '#words/characters.js';
import { calendarFaults } from '#words/calendar.js';
import { datesIn } from '#words/dates.js';
import type { Lexicon } from '#words/lexicon.js';
import { findPhrases } from '#words/phrases.js';
import { passingWords } from '#words/time-words.js';
import type { Span } from '#tweet/bounds.js';
import { spanOverlaps, type Subject } from './subject.js';

/** A finding on time, by the message of rule 1 that says it. */
export type TimeFault = { readonly text: string; readonly span: Span } & (
  | { readonly id: 'ephemeral'; readonly lasting: string | undefined }
  | { readonly id: 'impossibleDate' | 'rangeReversed' | 'pastDate' }
  | { readonly id: 'weekdayMismatch'; readonly date: string }
  /** The date passes before the campaign is over. */
  | { readonly id: 'passingDate'; readonly until: string }
);

const DAY = 86_400_000;
/** A date that lies further back is one of history, and no news that has grown old. */
const HISTORY = 2 * 365 * DAY;

/**
 * Words that name no day, though a list has them: "today’s nurses", "les métiers de demain", "lundi compris"; and orders:
 * "Patch today". Each by what stands from them on, and by them and what leads to them.
 */
const NO_DATE = {
  en: {
    opening:
      /^(?:today|yesterday|tomorrow|last (?:week|month|year))['’]s\b|^today[.!:]|^this morning,? (?:i|we)\b|^tonight['’]s\b|^(?:the )?(?:last|final) days? of\b|^last chance (?!to\b|for\b|before\b|tonight\b|today\b)[a-z]|^breaking news (?!from\b|on\b|about\b|in\b)[a-z]|^this (?:winter|summer|spring|autumn|fall) (?:coat|jacket|tyres?|tires?|garden|salad|squash|soup|dress|camp|school|job|house|cottage|roll|clean|break|holiday|sport)/i,
    word: /^(?:today|tonight)\b/i,
    order: /(?:^|[.!?:]\s)[A-Z][a-z]+(?:\s[a-z]+)?\s$|\bto [a-z]+\s$/,
  },
  fr: {
    opening:
      /^aujourd[’']hui encore\b|^derniers? jours? d(?:e|u|es|[’'])(?![A-Za-zÀ-ÿ])|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? (?:compris|inclus|excepté|chômé|férié|noir|gras|saint)|^(?:ce week-end|cette semaine|ce mois|cette nuit|cet été|cet hiver|ce matin|ce soir) (?:de|du|d[’'])[^A-Za-zÀ-ÿ]{0,3}(?:\d{4}|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4})|^plus que [a-zà-ÿ\d]+ (?:clics?|étapes?|pas|gestes?|mots?)\b/i,
    word: /^(?:aujourd[’']hui|demain|hier)(?![A-Za-zÀ-ÿ-])/i,
    order: /(?:^|[^A-Za-zÀ-ÿ])(?:d[’']|de |hier (?:à|et|ou) |hier comme )$/i,
  },
};

function isNoDate(text: string, span: Span, language: string | undefined): boolean {
  const signs = forLanguage(NO_DATE, language);
  if (signs === undefined) return false;
  const rest = text.slice(span.start, span.start + 40);
  return (
    signs.opening.test(rest) ||
    (signs.word.test(rest) && signs.order.test(text.slice(Math.max(0, span.start - 60), span.start)))
  );
}

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
  for (const fault of calendar) {
    const at = { text: fault.text, span: fault.span };
    if (fault.kind === 'impossible') faults.push({ id: 'impossibleDate', ...at });
    if (fault.kind === 'reversed') faults.push({ id: 'rangeReversed', ...at });
    if (fault.kind === 'weekday') faults.push({ id: 'weekdayMismatch', date: fault.date, ...at });
    if (fault.kind === 'yearless') {
      const until = passes(fault.end);
      if (until === undefined) faults.push({ id: 'ephemeral', lasting: fault.dated, ...at });
      else faults.push({ id: 'passingDate', until, ...at });
    }
  }
  const isFree = (span: Span): boolean => !faults.some((other) => spanOverlaps(other.span, span));
  for (const { span, lasting } of passingPhrases(text, lexicon, protectedSpans)) {
    if (!isFree(span)) continue;
    const written = text.slice(span.start, span.end);
    faults.push({ id: 'ephemeral', text: written, span, lasting: lasting && matchCase(written, lasting) });
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

/** What before a date makes it one of record: laws, births, what has been true since. */
const OF_RECORD =
  /(?:loi|décret|arrêté|ordonnance|circulaire|directive|règlement|traité|accord|attentats?|depuis|né|née|mort|morte|décès|rapport|version|édition|act|law|treaty|attacks?|born|died|since|report|as of)\s+(?:(?:du|de|le|les|la|of|on|in|the)\s+)*$/i;
const isOfRecord = (before: string): boolean => OF_RECORD.test(before);
