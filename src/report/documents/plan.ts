import type { Verdict } from '#timing/hours/hours.js';
import type { Plan, PlannedSlot, ShortfallCause } from '#timing/plan/plan.js';
import type { ItemMedia } from '#queue/item.js';
import { dollars } from '#locale/dollars.js';
import type { BudgetPeriod } from '../plan-remarks.js';
import { amount, count, listed, percent, plural, span, TYPICAL } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

/** How a post goes out: by the program, or by hand from a reminder. */
export type PostMode = 'api' | 'remind';

/** A text for a planned post. */
export interface PlanText {
  readonly text: string;
  /** The draft itself, a variant of its author's, or one made of the draft's own words. */
  readonly origin: 'draft' | 'own' | 'made';
  /** 0..100; null for the draft that the rules cannot judge. */
  readonly score: number | null;
}

/** One planned post. */
export interface PlanItem {
  readonly number: number;
  readonly at: string;
  readonly localTime: string;
  readonly zone: string;
  /** Null when a text has still to be written. */
  readonly text: PlanText | null;
  /** Pictures and films that go with it, with absolute paths. */
  readonly media: readonly { readonly file: string; readonly alt: string | null; readonly tag: readonly string[] }[];
  readonly why: {
    readonly effect: number;
    readonly uplift: number;
    readonly upliftLow: number;
    readonly upliftHigh: number;
    readonly basis: 'own' | 'typical';
    /** Reactions expected of it; null where the account has told nothing of what its posts get. */
    readonly gain: { readonly median: number; readonly low: number; readonly high: number } | null;
    /** Reactions that earlier posts of the link still get then, and their share of the newest one's total. */
    readonly rest: number;
    readonly restShare: number;
    /** ms since the link's post before, and to the nearest other post. */
    readonly sinceLink: number | null;
    readonly toNearest: number | null;
  };
  readonly reason: string;
  /** What a change of the clock did. */
  readonly note: string | null;
}

/** What the plan costs in one mode, in thousandths of a US dollar. */
export interface PlanCost {
  readonly mode: PostMode;
  readonly posts: number;
  readonly perPost: { readonly withLink: number; readonly without: number };
  readonly total: number;
  readonly text: string;
}

/** `tweetspan/plan@1`, described by `plan.schema.json` in the package. */
export interface PlanDocument {
  readonly schema: 'tweetspan/plan@1';
  readonly draft: string;
  readonly link: string;
  readonly zone: string;
  readonly mode: PostMode;
  readonly verdict: Verdict;
  readonly seed: number;
  readonly period: { readonly from: string; readonly until: string };
  /** Posts of the link so far, by the history. */
  readonly posted: number;
  /** Posts wanted: the first one too, when the link has not been posted. */
  readonly requested: number;
  readonly items: readonly PlanItem[];
  /** What keeps the plan from being whole, each a sentence; empty for a plan that can go out. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** The mode asked for first. */
  readonly cost: readonly PlanCost[];
  /** What it takes of the caps of days and months; empty for posts by hand, which cost nothing. */
  readonly budget: readonly BudgetPeriod[];
  /** Numbers of the items that it was queued as; null when nothing was queued. */
  readonly queued: readonly number[] | null;
}

const WORDS = {
  en: {
    own: 'your hour',
    typical: `typical hour, not yours`,
    uplift: (value: string, compared: string, low: string, high: string) =>
      `${value} compared with ${compared} (80 %: ${low} to ${high})`,
    habit: 'your habit',
    average: 'the average hour',
    since: (time: string) => `${time} after the link’s last post`,
    rest: (share: string) => `${share} % of its reactions still to come`,
    nearest: (time: string) => `${time} from the nearest other post`,
    gain: (median: string, low: string, high: string) => `a median of ${median} reactions (${low}–${high})`,
    gap: (time: string, date: string, localTime: string) =>
      `${time} does not exist on ${date}, when the clock goes forward: moved to ${localTime}`,
    overlap: (time: string, date: string) =>
      `${time} comes twice on ${date}, when the clock goes back: the first one is used`,
    problems: {
      'no hour': () => 'Window, days and period leave no hour to post: widen one of them.',
      'too soon': () => 'The link was posted too lately for this period: choose a later --until or a smaller --gap.',
      'queue full': () => 'Other posts take every hour that is left: choose a later --until.',
      gap: (placed: string, requested: string) =>
        `Only ${placed} of ${requested} posts fit: choose a later --until, a smaller --gap or fewer --reposts.`,
    },
    missing: (n: number) =>
      `${plural(n, 'text is', 'texts are', 'en')} missing: write ${n === 1 ? 'one' : 'them'} under campaign.variants; words shuffled would be the same post again.`,
    hooks: (names: string) => `What could open them: ${names}.`,
    hookNames: {
      question: 'a question',
      figure: 'a figure',
      quote: 'a quotation',
      result: 'a result',
      mistake: 'a mistake to avoid',
      reader: 'a word to one kind of reader',
    },
    refused: (text: string, reason: string) => `A variant cannot be used, “${text}”: ${reason}.`,
    hours: `Hours are ${TYPICAL.en}: your posts show no best hour.`,
    explore: 'Hours are ranked by one random draw of what is likely, to try some out.',
    often: (times: string, most: string) => `The link would go out again ${times} times; at most ${most} is advised.`,
    noHistory: 'No history yet: hours and lives are typical, not yours; tweetspan import makes one.',
    free: 'no cost',
    posts: (n: number) => plural(n, 'post', 'posts', 'en'),
    withLink: 'with a link',
    each: (posts: string, price: string) => `${posts} at ${price}`,
  },
  fr: {
    own: 'votre heure',
    typical: `heure typique, pas à vous`,
    uplift: (value: string, compared: string, low: string, high: string) =>
      `${value} par rapport à ${compared} (80 % : ${low} à ${high})`,
    habit: 'votre habitude',
    average: 'l’heure moyenne',
    since: (time: string) => `${time} après le dernier post du lien`,
    rest: (share: string) => `${share} % de ses réactions encore à venir`,
    nearest: (time: string) => `à ${time} de l’autre post le plus proche`,
    gain: (median: string, low: string, high: string) => `une médiane de ${median} réactions (${low}–${high})`,
    gap: (time: string, date: string, localTime: string) =>
      `${time} n’existe pas le ${date}, où l’heure avance : déplacé à ${localTime}`,
    overlap: (time: string, date: string) =>
      `${time} vient deux fois le ${date}, où l’heure recule : la première est prise`,
    problems: {
      'no hour': () => 'Fenêtre, jours et période ne laissent aucune heure pour poster : élargissez l’un d’eux.',
      'too soon': () =>
        'Le lien a été posté trop récemment pour cette période : choisissez un --until plus tardif ou un --gap plus petit.',
      'queue full': () => 'D’autres posts prennent toutes les heures restantes : choisissez un --until plus tardif.',
      gap: (placed: string, requested: string) =>
        `Seuls ${placed} posts sur ${requested} tiennent : choisissez un --until plus tardif, un --gap plus petit ou moins de --reposts.`,
    },
    missing: (n: number) =>
      `${plural(n, 'texte manque', 'textes manquent', 'fr')} : écrivez-${n === 1 ? 'le' : 'les'} sous campaign.variants ; des mots mélangés feraient deux fois le même post.`,
    hooks: (names: string) => `De quoi les ouvrir : ${names}.`,
    hookNames: {
      question: 'une question',
      figure: 'un chiffre',
      quote: 'une citation',
      result: 'un résultat',
      mistake: 'une erreur à éviter',
      reader: 'un mot à un type de lecteur',
    },
    refused: (text: string, reason: string) => `Une variante ne peut pas servir, « ${text} » : ${reason}.`,
    hours: `Les heures : ${TYPICAL.fr} ; vos posts ne montrent pas de meilleure heure.`,
    explore: 'Les heures sont rangées par un tirage au sort du vraisemblable, pour en essayer.',
    often: (times: string, most: string) => `Le lien repartirait ${times} fois ; nous en conseillons ${most} au plus.`,
    noHistory: 'Pas encore d’historique : heures et durées sont typiques, pas à vous ; tweetspan import en fait un.',
    free: 'gratuit',
    posts: (n: number) => plural(n, 'post', 'posts', 'fr'),
    withLink: 'avec un lien',
    each: (posts: string, price: string) => `${posts} à ${price}`,
  },
} as const;

/** Why a slot was chosen, in one sentence. */
function describeReason({ why }: PlannedSlot, isLevelKnown: boolean, locale: Locale): string {
  const words = WORDS[locale];
  const uplift = words.uplift(
    percent(why.uplift, locale),
    isLevelKnown ? words.habit : words.average,
    percent(why.upliftLow, locale),
    percent(why.upliftHigh, locale),
  );
  const parts = [
    `${words[why.basis]}${locale === 'fr' ? ' : ' : ': '}${uplift}`,
    ...(isLevelKnown
      ? [words.gain(amount(why.gain.median, locale), amount(why.gain.low, locale), amount(why.gain.high, locale))]
      : []),
    ...(why.sinceLink === undefined
      ? []
      : [words.since(span(why.sinceLink, locale)), words.rest(count(100 * why.restShare, locale))]),
    ...(why.toNearest === undefined ? [] : [words.nearest(span(why.toNearest, locale))]),
  ];
  return `${parts.join(locale === 'fr' ? ' ; ' : '; ')}.`;
}

/** What a change of the clock did to a slot; null where it did nothing. */
export function clockChange(
  { match, requestedTime, localTime }: Pick<PlannedSlot, 'match' | 'requestedTime' | 'localTime'>,
  locale: Locale,
): string | null {
  const [date = '', time = ''] = requestedTime.split('T');
  if (match === 'exact') return null;
  return match === 'gap' ? WORDS[locale].gap(time, date, localTime.slice(11)) : WORDS[locale].overlap(time, date);
}

/** A text with its media. */
export interface PlanItemText extends PlanText {
  readonly media: readonly ItemMedia[];
}

const toItemText = (text: PlanItemText | undefined): Pick<PlanItem, 'text' | 'media'> => {
  if (text === undefined) return { text: null, media: [] };
  const { media, ...words } = text;
  return { text: words, media: media.map(({ file, alt, tag = [] }) => ({ file, alt: alt ?? null, tag })) };
};

/** The slots of a plan with their texts. */
export const planItems = (
  slots: Plan['slots'],
  { texts, isLevelKnown }: { readonly texts: readonly PlanItemText[]; readonly isLevelKnown: boolean },
  locale: Locale,
): readonly PlanItem[] =>
  slots.map((slot, index) => {
    const { effect, uplift, upliftLow, upliftHigh, basis, gain, rest, restShare, sinceLink, toNearest } = slot.why;
    return {
      number: index + 1,
      at: new Date(slot.at).toISOString(),
      localTime: slot.localTime,
      zone: slot.zone,
      ...toItemText(texts[index]),
      why: {
        effect,
        uplift,
        upliftLow,
        upliftHigh,
        basis,
        gain: isLevelKnown ? gain : null,
        rest,
        restShare,
        sinceLink: sinceLink ?? null,
        toNearest: toNearest ?? null,
      },
      reason: describeReason(slot, isLevelKnown, locale),
      note: clockChange(slot, locale),
    };
  });

/** What stands between the plan and its going out. */
export interface PlanProblems {
  readonly shortfall: ShortfallCause | undefined;
  readonly placed: number;
  readonly requested: number;
  /** Texts that have to be written, and by which hooks. */
  readonly missing: number;
  readonly hooks: readonly (keyof (typeof WORDS)['en']['hookNames'])[];
}

/** A sentence for each problem. */
export function planProblems(
  { shortfall, placed, requested, missing, hooks }: PlanProblems,
  locale: Locale,
): readonly string[] {
  const words = WORDS[locale];
  const names = hooks.map((hook) => words.hookNames[hook]);
  return [
    ...(shortfall === undefined ? [] : [words.problems[shortfall](count(placed, locale), count(requested, locale))]),
    ...(missing === 0
      ? []
      : [`${words.missing(missing)}${names.length === 0 ? '' : ` ${words.hooks(listed(names))}`}`]),
  ];
}

/** What a user should know besides. */
export interface PlanRemarks {
  readonly verdict: Verdict;
  readonly explore: boolean;
  readonly hasHistory: boolean;
  /** How many times the link would have gone out again, and how many times are advised. */
  readonly again: number;
  readonly advised: number;
  readonly refused: readonly { readonly text: string; readonly reason: string }[];
}

/** A sentence for each remark. */
export function planNotes(
  { verdict, explore, hasHistory, again, advised, refused }: PlanRemarks,
  locale: Locale,
): readonly string[] {
  const words = WORDS[locale];
  return [
    ...(hasHistory ? (verdict === 'best hours' ? [] : [words.hours]) : [words.noHistory]),
    ...(explore ? [words.explore] : []),
    ...(again > advised ? [words.often(count(again, locale), count(advised, locale))] : []),
    ...refused.map(({ text, reason }) => words.refused(text, reason)),
  ];
}

/** What posts cost in one mode. Prices in thousandths of a US dollar. */
export function planCost(
  mode: PostMode,
  posts: { readonly withLink: number; readonly without: number },
  prices: PlanCost['perPost'],
  locale: Locale,
): PlanCost {
  const words = WORDS[locale];
  const perPost = mode === 'remind' ? { withLink: 0, without: 0 } : prices;
  const total = posts.withLink * perPost.withLink + posts.without * perPost.without;
  const all = posts.withLink + posts.without;
  const parts = [
    ...(posts.withLink === 0
      ? []
      : [words.each(`${words.posts(posts.withLink)} ${words.withLink}`, dollars(perPost.withLink))]),
    ...(posts.without === 0 ? [] : [words.each(words.posts(posts.without), dollars(perPost.without))]),
  ];
  const sum =
    mode === 'remind' || all === 0 ? `${words.posts(all)}, ${words.free}` : `${parts.join(' + ')} = ${dollars(total)}`;
  return { mode, posts: all, perPost, total, text: `${mode}${locale === 'fr' ? ' : ' : ': '}${sum}` };
}
