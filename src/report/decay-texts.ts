// How links and their lives read: the sentences of the terminal and of the page.
import type { DecayAdvice, DecayAmount, DecayDocument, DecaySpan, DecayTimes, SeenSpan } from './documents/decay.js';
import { amount, colon, count, moment, plural, span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

/** What was mended or is missing in the observations. */
export interface DecayFaults {
  readonly beforePublication: number;
  readonly wentDown: number;
  readonly undated: number;
  readonly uncounted: number;
  readonly untimed: number;
}

const REMARKS = {
  en: {
    beforePublication: (n: number) =>
      `${plural(n, 'reading was', 'readings were', 'en')} made before its post was published, so one of two clocks is wrong: left out.`,
    wentDown: (n: number) =>
      `${plural(n, 'reading was', 'readings were', 'en')} lower than an earlier one (reactions taken back): the earlier one counts.`,
    undated: (n: number) =>
      `${plural(n, 'post was', 'posts were', 'en')} counted at an unknown date: the count stands for the 7-day total, and tells nothing of the pace.`,
    uncounted: (n: number) =>
      `${plural(n, 'post has', 'posts have', 'en')} no count of reactions: expectations are typical.`,
    untimed: (n: number) => `${plural(n, 'post of unknown hour is', 'posts of unknown hour are', 'en')} left out.`,
  },
  fr: {
    beforePublication: (n: number) =>
      `${plural(n, 'relevé précède', 'relevés précèdent', 'fr')} la publication de son post, donc une des deux horloges se trompe : hors du calcul.`,
    wentDown: (n: number) =>
      `${plural(n, 'relevé est plus bas', 'relevés sont plus bas', 'fr')} qu’un précédent (réactions retirées) : c’est le précédent qui compte.`,
    undated: (n: number) =>
      `${plural(n, 'post compté', 'posts comptés', 'fr')} à une date inconnue : le compte tient lieu de total à 7 jours et ne dit rien du rythme.`,
    uncounted: (n: number) =>
      `${plural(n, 'post sans compteur', 'posts sans compteur', 'fr')} de réactions : attentes typiques.`,
    untimed: (n: number) => `${plural(n, 'post d’heure inconnue', 'posts d’heure inconnue', 'fr')} hors du calcul.`,
  },
} as const;

/** Sentences on what was mended or is missing. */
export const formatRemarks = (faults: DecayFaults, locale: Locale): readonly string[] =>
  (Object.keys(REMARKS.en) as (keyof DecayFaults)[]).flatMap((fault) =>
    faults[fault] === 0 ? [] : [REMARKS[locale][fault](faults[fault])],
  );

const VERBS = {
  en: {
    'repost now': () => 'Repost now',
    'wait until': (when: string) => `Wait until ${when}`,
    'let it rest': () => 'Let it rest',
    stop: () => 'Stop',
  },
  fr: {
    'repost now': () => 'Reposter maintenant',
    'wait until': (when: string) => `Attendre ${when}`,
    'let it rest': () => 'Laisser reposer',
    stop: () => 'Arrêter',
  },
} as const;

/** `Wait until Thu 2026-03-05 20:00`. */
export const verbText = ({ verb, localTime }: DecayAdvice, locale: Locale): string =>
  VERBS[locale][verb](localTime === null ? '' : moment(localTime, locale));

const WORDS = {
  en: {
    to: '–',
    under: (time: string) => `under ${time}`,
    seen: (time: string, from: string, to: string) => `${time} (seen between ${from} and ${to})`,
    basis: { own: '', account: 'typical of your posts', typical: 'typical, not yours' },
    half: 'half of the reactions after',
    ninety: '90\u00a0% after',
    noPoint: (low: string, high: string) => `${low} to ${high}`,
  },
  fr: {
    to: '–',
    under: (time: string) => `moins de ${time}`,
    seen: (time: string, from: string, to: string) => `${time} (vu entre ${from} et ${to})`,
    basis: { own: '', account: 'typique de vos posts', typical: 'typique, pas à vous' },
    half: 'la moitié des réactions après',
    ninety: '90\u00a0% après',
    noPoint: (low: string, high: string) => `${low} à ${high}`,
  },
} as const;

function spanText({ median, low, high }: DecaySpan, seen: SeenSpan | undefined, locale: Locale): string {
  const words = WORDS[locale];
  if (seen !== undefined) {
    return seen.age === null
      ? words.under(span(seen.before, locale))
      : words.seen(span(seen.age, locale), span(seen.after, locale), span(seen.before, locale));
  }
  return `${span(median, locale)} (${span(low, locale)}\u00a0${words.to}\u00a0${span(high, locale)})`;
}

/** `52 min (18 min – 3 h)` for half of the reactions and for 90 % of them, and whose times they are. */
export function timeTexts(
  { t50, t90, seen, basis }: DecayTimes,
  locale: Locale,
): Readonly<Record<'half' | 'ninety' | 'basis', string>> {
  return {
    half: spanText(t50, seen?.t50, locale),
    ninety: spanText(t90, seen?.t90, locale),
    basis: WORDS[locale].basis[basis],
  };
}

/** `half of the reactions after 52 min (18 min – 3 h), 90 % after 13 h (4 h – 30 h), typical, not yours`. */
export function timesText(times: DecayTimes, locale: Locale): string {
  const words = WORDS[locale];
  const { half, ninety, basis } = timeTexts(times, locale);
  return `${words.half} ${half}, ${words.ninety} ${ninety}${basis === '' ? '' : `, ${basis}`}`;
}

/** `12 (8–20)`; below 5 the interval only, as a point would promise too much; the count alone where it is certain. */
export function amountText({ mean, low, high }: DecayAmount, locale: Locale, point = mean): string {
  const words = WORDS[locale];
  const [from, to] = [amount(low, locale), amount(high, locale)];
  if (from === to) return from;
  return mean < 5 ? words.noPoint(from, to) : `${amount(point, locale)} (${from}${words.to}${to})`;
}

const GAINS = {
  en: (median: string, low: string, high: string) =>
    `A repost then: a median of ${median} reactions, 80 % between ${low} and ${high}.`,
  fr: (median: string, low: string, high: string) =>
    `Un repost alors : une médiane de ${median} réactions, 80 % entre ${low} et ${high}.`,
} as const;

/** What a repost in the advised slot is expected to bring; undefined when none is advised. */
export const gainText = ({ gain }: DecayAdvice, locale: Locale): string | undefined =>
  gain === null
    ? undefined
    : GAINS[locale](amount(gain.median, locale), amount(gain.low, locale), amount(gain.high, locale));

/** `Wait until …: reason.` */
export const adviceText = (advice: DecayAdvice, locale: Locale): string =>
  `${verbText(advice, locale)}${colon(locale)}${advice.reason}.`;

/** `1,234` or a dash. */
export const knownCount = (value: number | null, locale: Locale): string =>
  value === null ? '–' : count(value, locale);

const LEARNED = {
  en: {
    typical: 'typical, not yours',
    from: (posts: number) => `from ${plural(posts, 'finished post', 'finished posts', 'en')} of yours`,
    sentence: (level: string, shape: string) => `Usual count ${level}; pace of lives ${shape}.`,
  },
  fr: {
    typical: 'typique, pas à vous',
    from: (posts: number) => `d’après ${plural(posts, 'de vos posts achevés', 'de vos posts achevés', 'fr')}`,
    sentence: (level: string, shape: string) => `Compte habituel ${level} ; rythme des vies ${shape}.`,
  },
} as const;

/** What expectations rest on: the account's finished posts, or others'. */
export function learnedText({ level, shape }: DecayDocument['learnedFrom'], locale: Locale): string {
  const words = LEARNED[locale];
  const source = (posts: number): string => (posts === 0 ? words.typical : words.from(posts));
  return words.sentence(source(level), source(shape));
}
