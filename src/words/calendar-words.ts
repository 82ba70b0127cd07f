// How French and English name days.
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';

/** The words by which a language names days. */
export interface CalendarWords {
  /** Monday to Sunday, in lower case. */
  readonly weekdays: readonly string[];
  /** A day with what may stand around it; groups: see `Day`. `MONTH` and `WEEKDAY` stand for the names. */
  readonly day: readonly string[];
  /** From one day to another; named groups as in `day`, with `From` behind those of the first. */
  readonly ranges: readonly string[];
  /** What before a day makes it a name: a law, a feast, a street. */
  readonly isName: () => RegExp;
  /** Feasts, as `month-day`: they come back every year. */
  readonly feasts: ReadonlySet<string>;
  /** Whether names of months open with a capital. */
  readonly capitalMonths: boolean;
  /** An hour that no clock shows. */
  readonly impossibleHour: () => RegExp;
}

const NAMED_IN_FRENCH = lazy(
  () =>
    /(?:loi|décret|arrêté|ordonnance|circulaire|directive|règlement|traité|accord|attentats?|rue|place|avenue|boulevard|square|quai|mouvement|révolution|appel|journée|nuit|massacres?|rafle|chaque|tous les|né|née|mort|morte|depuis le|depuis)\s+(?:(?:du|de|le|les|la)\s+)?$/i,
);
const NAMED_IN_ENGLISH = lazy(
  () => /(?:act|law|treaty|attacks?|born|died|every|each|since)\s+(?:(?:of|on|in|the)\s+)*$/i,
);

const FRENCH_WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const ENGLISH_WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** French days: `lundi 7 décembre 2026`, `du 7 au 18 décembre`. */
const french = lazy((): CalendarWords => ({
  weekdays: FRENCH_WEEKDAYS,
  day: [
    '(?<![A-Za-zÀ-ÿŒœ\\d])(?:ce\\s+)?(?:(?<weekday>WEEKDAY)\\s+)?(?<![\\d,.])(?<day>\\d{1,2})(?:er)?\\s+(?<month>MONTH)(?![A-Za-zÀ-ÿŒœ-])(?:\\s+(?<year>\\d{4})(?!\\d))?',
  ],
  ranges: [
    "(?<![A-Za-zÀ-ÿŒœ])du\\s+(?:(?<weekdayFrom>WEEKDAY)\\s+)?(?<dayFrom>\\d{1,2})(?:er)?(?:\\s+(?<monthFrom>MONTH)(?:\\s+(?<yearFrom>\\d{4}))?)?\\s+(?:jusqu[’']au|au)\\s+(?:(?<weekday>WEEKDAY)\\s+)?(?<day>\\d{1,2})(?:er)?\\s+(?<month>MONTH)(?![A-Za-zÀ-ÿŒœ])(?:\\s+(?<year>\\d{4})(?!\\d))?",
  ],
  isName: NAMED_IN_FRENCH,
  feasts: new Set(['1-1', '3-8', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-24', '12-25', '12-31']),
  capitalMonths: false,
  impossibleHour: lazy(
    () =>
      /(?<=(?:^|[\s(])(?:à|dès|vers|de|avant|après|jusqu[’']à)\s)(?:2[4-9]|[3-9]\d)\s?[h:]\s?\d{2}(?!\d)|(?<![\d,.])\d{1,2}\s?h\s?[6-9]\d(?!\d)/gi,
  ),
}));

/** English days: `Monday, 7 December 2026`, `December 7`, `from 7 to 18 December`. */
const english = lazy((): CalendarWords => ({
  weekdays: ENGLISH_WEEKDAYS,
  day: [
    '(?<![A-Za-zÀ-ÿŒœ\\d])(?:(?<weekday>WEEKDAY),?\\s+)?(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>MONTH)(?![A-Za-zÀ-ÿŒœ-])(?:,?\\s+(?<year>\\d{4})(?!\\d))?',
    '(?<![A-Za-zÀ-ÿŒœ\\d])(?:(?<weekday>WEEKDAY),?\\s+)?(?<month>MONTH)\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])(?:,?\\s+(?<year>\\d{4})(?!\\d))?',
  ],
  ranges: [
    '(?<![A-Za-zÀ-ÿŒœ])(?:from\\s+)?(?<dayFrom>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?<monthFrom>MONTH)(?:\\s+(?<yearFrom>\\d{4}))?)?\\s*(?:to|until|–|-)\\s*(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<month>MONTH)(?![A-Za-zÀ-ÿŒœ])(?:,?\\s+(?<year>\\d{4})(?!\\d))?',
    '(?<![A-Za-zÀ-ÿŒœ])(?:from\\s+)?(?<monthFrom>MONTH)\\s+(?<dayFrom>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<yearFrom>\\d{4}))?\\s*(?:to|until|–|-)\\s*(?<month>MONTH)\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4})(?!\\d))?',
  ],
  isName: NAMED_IN_ENGLISH,
  feasts: new Set(['1-1', '3-8', '7-4', '12-24', '12-25', '12-31']),
  capitalMonths: true,
  impossibleHour: lazy(
    () =>
      /(?<=\b(?:at|from|until|till|by|to)\s)(?:(?:2[4-9]|[3-9]\d):\d{2}|\d{1,2}:[6-9]\d|(?:1[3-9]|2\d)(?::\d{2})?\s?[ap]\.?m)(?!\d)/gi,
  ),
}));

const WORDS = { fr: french, en: english };

/** The words of a language for days; undefined for a language whose days are not read. */
export const calendarWordsOf = (language: string | undefined): CalendarWords | undefined =>
  forLanguage(WORDS, language)?.();
