// What stands around a word of time: whether it names a day at all, and whether that day is the news. Read by the program
// only where a text has such a word (scripts/lazy-packages.mjs).
import { lazy } from '#base/lazy.js';
import { forLanguage } from '#words/by-language.js';
import type { Span } from '#tweet/bounds.js';

/** Letters before and behind a word of time that are looked at. */
const [BEFORE, BEHIND] = [60, 40];

interface Signs {
  /** What is no day from the word on: "today’s nurses", "lundi compris". */
  readonly opening: () => RegExp;
  /** Words that name no day behind `order`: "Patch today", "les métiers de demain". */
  readonly word: () => RegExp;
  readonly order: () => RegExp;
  /** A word of time that ends a stock call, and the call before it: "Plan your visit today." means any day. */
  readonly urges: () => RegExp;
  readonly call: () => RegExp;
  /** A stretch of time that a survey looks back on, and what leads to it: "in the last week, a survey found". */
  readonly span: () => RegExp;
  readonly within: () => RegExp;
  /** A word of time with a date behind it, which says all: "on Saturday 10 April". */
  readonly dated: () => RegExp;
  /** What leads to a weekday that says which of several is meant: "le match de dimanche". */
  readonly modifies: () => RegExp;
  /** "Now" rather than this day, and what before it sets another time against it. */
  readonly nowadays: () => RegExp;
  readonly formerly: () => RegExp;
  /** Up to the end of the word: what comes out, opens or was decided on that day. */
  readonly news: () => RegExp;
  /** Words of the week or month of what comes out regularly, and what does. */
  readonly issue: () => RegExp;
  readonly series: () => RegExp;
  /** A weekday, and by `DAY` what says that it comes back. */
  readonly weekday: () => RegExp;
  readonly recurring: string;
}

const SIGNS: Readonly<Record<string, Signs>> = {
  en: {
    opening: lazy(
      () =>
        /^(?:today|yesterday|tomorrow|last (?:week|month|year))['’]s\b|^today[.!:]|^this morning,? (?:i|we)\b|^tonight['’]s\b|^(?:the )?(?:last|final) days? of\b|^last chance (?!to\b|for\b|before\b|tonight\b|today\b)[a-z]|^breaking news (?!from\b|on\b|about\b|in\b)[a-z]|^this (?:winter|summer|spring|autumn|fall) (?:coat|jacket|tyres?|tires?|garden|salad|squash|soup|dress|camp|school|job|house|cottage|roll|clean|break|holiday|sport)/i,
    ),
    word: lazy(() => /^(?:today|tonight)\b/i),
    urges: lazy(() => /^today(?=\s*(?:$|[.!:…\n\u2190-\u2bff\ud83c-\ud83e]|https?:)| and [a-z])/),
    call: lazy(
      () =>
        /(?:(?:^|[.!?:…\n])[^A-Za-z.!?\n]{0,4}|\b(?:and|so|please) )(?:apply|book|buy|claim|discover|donate|download|enroll?|get|order|plan|pre-order|register|request|reserve|secure|sign up|start|subscribe|try)(?: (?!is |are |was |were |we |i |off )[a-z\d’'-]+){0,5} $/i,
    ),
    span: lazy(() => /^last (?:week|month|year)\b/i),
    within: lazy(() => /\b(?:in|over|during|within) the $/i),
    order: lazy(() => /(?:^|[.!?:]\s)[A-Z][a-z]+(?:\s[a-z]+)?\s$|\bto [a-z]+\s$/),
    dated: lazy(
      () =>
        /^[^,]{0,20}day,?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may\s+\d|may$|jun|jul|aug|sep|oct|nov|dec)|^[^,]{0,20}day,?\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th|\s+may)\b/i,
    ),
    modifies: lazy(() => /(?!)/),
    nowadays: lazy(() => /^today\b/i),
    formerly: lazy(() => /\b(?:1\d|20)\d\d\b|\bago\b|\bonce\b|\bback then\b/i),
    news: lazy(
      () =>
        /\b(?:out|opens?|launch(?:es|ed)?|released?|releases|published|announced|live|shelves|shops|stores|bookshops|cinemas)\stoday$|\b(?:was|were|has|have)\s(?:today\s?$|[^.!?:\n]{0,50}\b(?:today|this morning)$)|\b[a-z]{3,}ed\s[^.!?:\n]{0,25}\btoday$/i,
    ),
    issue: lazy(() => /^(?:in )?this (?:week|month)/i),
    series: lazy(() => /\b(?:podcasts?|episodes?|newsletters?|issue|edition|magazine|column)\b/i),
    weekday: lazy(() => /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i),
    recurring:
      '\\b(?:every|each)\\s(?:other\\s)?DAY|DAYs\\b|DAY\\s(?:mornings|afternoons|evenings|nights|lunchtimes)\\b',
  },
  fr: {
    opening: lazy(
      () =>
        /^aujourd[’']hui encore\b|^derniers? jours? d(?:e|u|es|[’'])(?![A-Za-zÀ-ÿ])|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s? (?:compris|inclus|excepté|chômé|férié|noir|gras|saint)|^(?:ce week-end|cette semaine|ce mois|cette nuit|cet été|cet hiver|ce matin|ce soir) (?:de|du|d[’'])[^A-Za-zÀ-ÿ]{0,3}(?:\d{4}|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4})|^plus que [a-zà-ÿ\d]+ (?:clics?|étapes?|pas|gestes?|mots?)\b/i,
    ),
    word: lazy(() => /^(?:aujourd[’']hui|demain|hier)(?![A-Za-zÀ-ÿ-])/i),
    urges: lazy(
      () =>
        /^dès aujourd[’']hui(?![A-Za-zÀ-ÿ-]| (?:seulement|même|à \d|de \d|jusqu))|^aujourd[’']hui(?=[ \u00a0]?(?:$|[.!:…\n\u2190-\u2bff\ud83c-\ud83e]| https?:))/,
    ),
    call: lazy(
      () =>
        /(?:(?:^|[.!?:…\n])[^A-Za-zÀ-ÿ.!?\n]{0,4}|(?<![A-Za-zÀ-ÿ])(?:et|alors|pour) )(?:abonn|achet|adhér|candidat|command|contact|demand|découvr|inscriv|organis|planifi|postul|prépar|rejoign|réserv|télécharg)ez(?:-(?:vous|la|le|les|nous))?(?: (?!est |sont |a |ont )[a-zà-ÿœ\d’'-]+){0,5} $/i,
    ),
    span: lazy(() => /^derni(?:er|ère)s? (?:jours?|mois|semaines?|années?)(?![A-Za-zÀ-ÿ])/i),
    within: lazy(
      () =>
        /(?<![A-Za-zÀ-ÿ])(?:dans|sur|durant|pendant|au cours d(?:e|es)|lors des) (?:les |ces )?(?:\d{1,3}|deux|trois|six|sept|douze|trente)[ \u00a0]$/i,
    ),
    order: lazy(() => /(?:^|[^A-Za-zÀ-ÿ])(?:d[’']|de |hier (?:à|et|ou) |hier comme )$/i),
    dated: lazy(() => /(?!)/),
    modifies: lazy(() => /(?:^|[^A-Za-zÀ-ÿ])(?:(?<!partir )de|ni|ou ni) $/i),
    nowadays: lazy(() => /^aujourd[’']hui(?![A-Za-zÀ-ÿ])/i),
    formerly: lazy(
      () =>
        /(?<!\d)(?:1\d|20)\d\d(?!\d)|(?<![A-Za-zÀ-ÿ])(?:hier|autrefois|jadis|à l[’']époque|il y a \S{1,12} (?:ans|siècles))(?![A-Za-zÀ-ÿ])/i,
    ),
    news: lazy(
      () =>
        /(?<![A-Za-zÀ-ÿ])(?:sort(?:ent|ie)?|para[iî]t|paraissent|parution|publiée?s?|ouvre(?:nt)?|lance(?:nt)?|en ligne|débute(?:nt)?|commence(?:nt)?)\s(?:dès\s)?aujourd[’']hui$|(?<![A-Za-zÀ-ÿ])(?:a|ont|est|sont|été|avons)\s[^.!?:\n]{2,40}\s(?:aujourd[’']hui|ce matin)$/i,
    ),
    issue: lazy(() => /^cette semaine|^ce mois-ci/i),
    series: lazy(
      () =>
        /(?<![A-Za-zÀ-ÿ])(?:podcasts?|épisodes?|newsletters?|infolettre|numéro|émission|magazine|chronique)(?![A-Za-zÀ-ÿ])/i,
    ),
    weekday: lazy(() => /lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche/i),
    recurring:
      '(?<![A-Za-zÀ-ÿ])(?:chaque|tous\\sles|les|le)\\sDAY(?!\\s\\d|\\s(?:prochain|dernier|suivant))|DAYs(?![A-Za-zÀ-ÿ])',
  },
};

/** Days that are over, and verbs that tell of them. */
const PAST: Readonly<Record<string, { readonly day: () => RegExp; readonly verb: () => RegExp }>> = {
  fr: {
    day: lazy(
      () =>
        /^(?:hier(?: soir| matin| midi| après-midi)?|avant-hier|ce matin|cette nuit|(?:la nuit|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) derni(?:er|ère))$/i,
    ),
    verb: lazy(
      () =>
        /(?<![A-Za-zÀ-ÿ-])(?:a|ont|avons|avez|ai|avait|avaient|avions)(?: (?:été|pas|déjà|bien|enfin|aussi|tous|toutes|presque))* (?!lieu|besoin|faim|soif)[a-zà-ÿœ]+(?:é|i|u|is|it|ert|int)e?s?(?![A-Za-zÀ-ÿ])|(?:est|sont|suis|sommes|était|étaient) (?:venu|arrivé|parti|allé|entré|sorti|né|mort|décédé|monté|descendu|resté|tombé|devenu|revenu|rentré)e?s?(?![A-Za-zÀ-ÿ])|s[’']est |se sont |nous a quitté|(?<![A-Za-zÀ-ÿ])[a-zà-ÿ]{2,}aient(?![A-Za-zÀ-ÿ])/i,
    ),
  },
  en: {
    day: lazy(
      () =>
        /^(?:yesterday(?: (?:morning|evening|afternoon|night))?|last (?:night|monday|tuesday|wednesday|thursday|friday|saturday|sunday))$/i,
    ),
    verb: lazy(
      () =>
        /(?<![\w-])(?:was|were|had|told|said|sold|won|lost|made|met|went|came|saw|took|gave|ran|held|found|left|broke|built|got|sent|spoke|stood|kept|began|grew|paid|rose|fell|wrote|did|brought|taught|caught|[a-z]{3,}ed)(?![\w-])/i,
    ),
  },
};
const SENTENCE_ENDS = /[.!?…\n]|https?:/;
/** Letters on either side in which the verb of a sentence is looked for. */
const SENTENCE = 200;

/** Whether a day that is over is named as one: "a été saisi hier", "burnt down last night". It was so, whenever it is read. */
export function isPastFact(text: string, { start, end }: Span, language: string | undefined): boolean {
  const past = forLanguage(PAST, language);
  if (past?.day().test(text.slice(start, end)) !== true) return false;
  const before =
    text
      .slice(Math.max(0, start - SENTENCE), start)
      .split(SENTENCE_ENDS)
      .at(-1) ?? '';
  const behind = text.slice(end, end + SENTENCE).split(SENTENCE_ENDS)[0] ?? '';
  return past.verb().test(before) || past.verb().test(behind);
}

/** What tells of a survey, whose answers stay what they were. */
const ASKED =
  /(?<![A-Za-zÀ-ÿ])(?:étude|enquête|sondage|baromètre|sondée?s|répondant[es]*|interrogée?s|surveys?|poll|study|respondents|asked|polled)(?![A-Za-zÀ-ÿ])/i;

/** Whether words that a list has as passing name no day here. */
export function isNoDate(text: string, { start, end }: Span, language: string | undefined): boolean {
  const signs = forLanguage(SIGNS, language);
  if (signs === undefined) return false;
  const rest = text.slice(start, start + BEHIND);
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (signs.opening().test(rest) || signs.dated().test(rest)) return true;
  if (signs.word().test(rest) && signs.order().test(before)) return true;
  if (signs.urges().test(rest) && signs.call().test(before)) return true;
  if (signs.span().test(rest) && signs.within().test(before) && ASKED.test(text)) return true;
  if (signs.nowadays().test(rest) && (signs.formerly().test(text.slice(0, start)) || /plus que jamais/.test(rest)))
    return true;
  const weekday = signs.weekday().exec(text.slice(start, end))?.[0];
  if (weekday === undefined) return false;
  return signs.modifies().test(before) || new RegExp(signs.recurring.replaceAll('DAY', weekday), 'i').test(text);
}

/**
 * Whether the day is what a post has to say, so that no other wording serves: what comes out today, this week's episode of
 * a series, what was decided this morning.
 */
export function isNewsOfTheDay(text: string, { start, end }: Span, language: string | undefined): boolean {
  const signs = forLanguage(SIGNS, language);
  if (signs === undefined) return false;
  if (signs.issue().test(text.slice(start, end))) return signs.series().test(text);
  return signs.news().test(text.slice(Math.max(0, start - BEFORE), end));
}
