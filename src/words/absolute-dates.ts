// Words that count from today, as the day, month or year that they name. Read by the program only where a text has such
// a word (scripts/lazy-packages.mjs).
import { lazy } from '#base/lazy.js';
import { calendarWordsOf } from './calendar-words.js';
import { matchCase } from './characters.js';
import { forLanguage } from './by-language.js';

const DAY = 86_400_000;

interface RelativeWords {
  /** Words that count from today: by day, week, month or year. */
  readonly relative: () => RegExp;
  readonly year: () => RegExp;
  readonly month: () => RegExp;
  readonly last: () => RegExp;
  readonly next: () => RegExp;
  /** What leads to a year or month by its name alone: "since 2025". */
  readonly governed: () => RegExp;
  /** What leads to words that a year or month cannot take the place of. */
  readonly refused: () => RegExp;
  readonly in: string;
  /** A weekday that is certainly the coming one; groups: what leads to it, the weekday. */
  readonly coming: (() => RegExp) | undefined;
}

const WORDS: Readonly<Record<string, RelativeWords>> = {
  en: {
    relative: lazy(
      () =>
        /\b(?:today|tomorrow|yesterday|tonight|(?<!\bhappy )(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:this|next|last) (?:morning|afternoon|evening|night|week|weekend|month|year)|midnight)\b/i,
    ),
    year: lazy(() => /^(?:this|last|next) year$/i),
    month: lazy(() => /^(?:this|last|next) month$/i),
    last: lazy(() => /^last/i),
    next: lazy(() => /^next/i),
    governed: lazy(() => /\b(?:of|since|until|from|by|before|after|for|in|during)\s$/i),
    refused: lazy(() => /\b(?:time|the|all|day|that)\s$/i),
    in: 'in',
    coming: undefined,
  },
  fr: {
    relative: lazy(
      () =>
        /(?<![A-Za-zÀ-ÿ])(?:aujourd[’']hui|demain|hier|minuit|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|ce (?:matin|midi|soir|week-?end|mois-ci)|cet (?:après-midi|aprèm)|cette (?:nuit|semaine|année)|(?:semaine|mois|année|an|week-end) (?:prochaine?|dernière?|dernier))(?![A-Za-zÀ-ÿ])/i,
    ),
    year: lazy(() => /^(?:cette année|l[’'](?:an|année) (?:prochaine?|dernière?|dernier))$/i),
    month: lazy(() => /^(?:ce mois-ci|le mois (?:prochain|dernier))$/i),
    last: lazy(() => /derni/i),
    next: lazy(() => /prochain/i),
    governed: lazy(() => /(?<![A-Za-zÀ-ÿ])(?:depuis|avant|dès|pour)\s$/i),
    refused: lazy(() => /(?<![A-Za-zÀ-ÿ])(?:que|à|de|jusqu[’']à|comme|et|sur|toute)\s$/i),
    in: 'en',
    coming: lazy(
      () =>
        /^((?:jusqu[’']à|dès|avant|d[’']ici|à partir de) )?(?:ce )?(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: prochain)?$/i,
    ),
  },
};

/** Whether words name a day, week, month or year by counting from today. */
export const countsFromToday = (words: string, language: string | undefined): boolean =>
  forLanguage(WORDS, language)?.relative().test(words) === true;

/**
 * The year, month or day that words name, ready to take their place: "last year" is "in 2025", "ce jeudi" is "jeudi
 * 3 décembre". Undefined where the sentence would have to change as well, or where it is not sure which day is meant.
 * @param words a stretch of the text.
 * @param before what leads to it.
 * @param now ms UTC.
 * @param months names of the twelve months, the full one first, in lower case.
 */
export function toAbsolute(
  words: string,
  before: string,
  now: number,
  { language, months }: { readonly language: string | undefined; readonly months: readonly (readonly string[])[] },
): string | undefined {
  const signs = forLanguage(WORDS, language);
  const calendar = calendarWordsOf(language);
  if (signs === undefined || calendar === undefined) return undefined;
  const today = new Date(now);
  const nameOf = (month: number): string => {
    const name = months[month]?.[0] ?? '';
    return calendar.capitalMonths ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  };
  const step = signs.last().test(words) ? -1 : signs.next().test(words) ? 1 : 0;
  const isYear = signs.year().test(words);
  if (isYear || signs.month().test(words)) {
    if (signs.refused().test(before)) return undefined;
    const named = isYear ? String(today.getUTCFullYear() + step) : nameOf((today.getUTCMonth() + step + 12) % 12);
    return signs.governed().test(before) ? named : matchCase(words, `${signs.in} ${named}`);
  }
  const coming = signs.coming?.().exec(words);
  const explicit = coming !== null && coming !== undefined && words !== coming[2];
  if (!explicit) return undefined;
  const weekday = calendar.weekdays.indexOf(coming[2]?.toLowerCase() ?? '');
  const ahead = (weekday - ((today.getUTCDay() + 6) % 7) + 7) % 7;
  // On that very weekday it may be today or a week from now.
  if (ahead === 0) return undefined;
  const date = new Date(now + ahead * DAY);
  const day = date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate());
  return matchCase(words, `${coming[1] ?? ''}${(coming[2] ?? '').toLowerCase()} ${day} ${nameOf(date.getUTCMonth())}`);
}
