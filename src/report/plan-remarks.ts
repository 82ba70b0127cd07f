// What stands in a plan's way, or is to be known before it is queued, in sentences.
import { dollars } from '#locale/dollars.js';
import { count, listed } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

const WORDS = {
  en: {
    post: 'Post',
    posts: 'Posts',
    item: (id: number, when: string) => `it reads like item ${id}, planned for ${when}`,
    past: (when: string, text: string) => `it reads like your post of ${when}, “${text}”`,
    planned: (items: string, n: number) =>
      n === 1
        ? `Item ${items} of this link is planned already: this plan is for more posts of it.`
        : `Items ${items} of this link are planned already: this plan is for more posts of it.`,
    unused: (reason: string) => `The draft’s own text is not used: ${reason}.`,
    optedOut: (posts: string, handle: string) =>
      `${posts}: ${handle} does not want to be mentioned: take the name out.`,
    mentioned: (posts: string, handle: string) =>
      `${posts}: ${handle} is mentioned; X forbids mentions that are not asked for, so be sure of it.`,
    twice: (handle: string, times: string) =>
      `${handle} would be mentioned in ${times} posts of this link: once is enough.`,
    often: (handle: string, times: string) =>
      `${handle} would be mentioned in ${times} posts of this link: X forbids repeated mentions that are not asked for; take the name out of some.`,
    over: {
      day: (days: string, cap: string) =>
        `On ${days} (UTC) the plan would pass the cap of ${cap} a day: raise it with tweetspan budget --day, or post by hand with --mode remind.`,
      month: (months: string, cap: string) =>
        `In ${months} (UTC) the plan would pass the cap of ${cap} a month: raise it with tweetspan budget --month, or post by hand with --mode remind.`,
    },
    budget: (plan: string, cap: string, begins: string, taken: string) =>
      `${begins}: ${plan} of ${cap}${taken === '' ? '' : `, ${taken} spent or planned already`}`,
  },
  fr: {
    post: 'Post',
    posts: 'Posts',
    item: (id: number, when: string) => `il ressemble trop à l’élément ${id}, prévu le ${when}`,
    past: (when: string, text: string) => `il ressemble trop à votre post du ${when}, « ${text} »`,
    planned: (items: string, n: number) =>
      n === 1
        ? `L’élément ${items} de ce lien est déjà prévu : ce plan en est un de plus.`
        : `Les éléments ${items} de ce lien sont déjà prévus : ce plan vient en plus.`,
    unused: (reason: string) => `Le texte du brouillon ne sert pas : ${reason}.`,
    optedOut: (posts: string, handle: string) => `${posts} : retirez ${handle}, qui ne veut pas de mention.`,
    mentioned: (posts: string, handle: string) =>
      `${posts} : ${handle} est mentionné ; X interdit les mentions non sollicitées, soyez-en sûr.`,
    twice: (handle: string, times: string) =>
      `${handle} serait mentionné dans ${times} posts de ce lien : une fois suffit.`,
    often: (handle: string, times: string) =>
      `${handle} serait mentionné dans ${times} posts de ce lien : X interdit les mentions répétées non sollicitées ; retirez-en.`,
    over: {
      day: (days: string, cap: string) =>
        `Le ${days} (UTC), le plan passerait le plafond de ${cap} par jour : relevez-le par tweetspan budget --day, ou postez à la main avec --mode remind.`,
      month: (months: string, cap: string) =>
        `En ${months} (UTC), le plan passerait le plafond de ${cap} par mois : relevez-le par tweetspan budget --month, ou postez à la main avec --mode remind.`,
    },
    budget: (plan: string, cap: string, begins: string, taken: string) =>
      `${begins} : ${plan} sur ${cap}${taken === '' ? '' : `, ${taken} déjà dépensés ou prévus`}`,
  },
} as const;

/** A text that exists already: that of an item, or of a post. `when` is a slot or a day as it is to be printed. */
export interface KnownText {
  readonly text: string;
  readonly when: string;
  /** Number of the item that it is planned as. */
  readonly item?: number;
}

/** Characters of a post that are quoted. Ours. */
const QUOTED = 60;

const quote = (text: string): string => {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length <= QUOTED
    ? line.join('')
    : `${line
        .slice(0, QUOTED - 1)
        .join('')
        .trimEnd()}…`;
};

/** Why a text cannot be used, without a full stop: which one it is too like. */
export const alikeText = ({ text, when, item }: KnownText, locale: Locale): string =>
  item === undefined ? WORDS[locale].past(when, quote(text)) : WORDS[locale].item(item, when);

/** That the draft's own text is left out, and why. */
export const unusedDraft = (known: KnownText, locale: Locale): string => WORDS[locale].unused(alikeText(known, locale));

/** That items of the link are in the queue already. */
export const plannedAlready = (ids: readonly number[], locale: Locale): string =>
  WORDS[locale].planned(listed(ids.map(String)), ids.length);

/** `Posts 1, 3`. */
const postsText = (posts: readonly number[], locale: Locale): string =>
  `${posts.length === 1 ? WORDS[locale].post : WORDS[locale].posts} ${listed(posts.map(String))}`;

const handleText = (handle: string): string => `@${handle}`;

/** What X would refuse, or a file that is not there. `message` has no full stop. */
export const refusedPosts = (posts: readonly number[], message: string, locale: Locale): string =>
  `${postsText(posts, locale)}${locale === 'fr' ? ' : ' : ': '}${message}.`;

/** Somebody who wants to be left alone. */
export const optedOutIn = (posts: readonly number[], handle: string, locale: Locale): string =>
  WORDS[locale].optedOut(postsText(posts, locale), handleText(handle));

/** Somebody who is mentioned. */
export const mentionedIn = (posts: readonly number[], handle: string, locale: Locale): string =>
  WORDS[locale].mentioned(postsText(posts, locale), handleText(handle));

/** Somebody who is mentioned in several posts of a link: a note for two, a problem from the third on. */
export const mentionedOften = (handle: string, times: number, locale: Locale): string =>
  WORDS[locale][times > 2 ? 'often' : 'twice'](handleText(handle), count(times, locale));

/** What a plan takes of a day's or a month's cap, in thousandths of a US dollar. */
export interface BudgetPeriod {
  readonly period: 'day' | 'month';
  /** `2026-03-05` or `2026-03`, in UTC. */
  readonly begins: string;
  readonly cap: number;
  /** Spent, or planned by others. */
  readonly taken: number;
  readonly plan: number;
}

/** That a plan would break a cap: a sentence for all days, and one for all months, of these. */
export const overBudget = (periods: readonly BudgetPeriod[], locale: Locale): readonly string[] =>
  (['day', 'month'] as const).flatMap((kind) => {
    const of = periods.filter(({ period }) => period === kind);
    const [first] = of;
    return first === undefined
      ? []
      : [WORDS[locale].over[kind](listed(of.map(({ begins }) => begins)), dollars(first.cap))];
  });

/** What a plan takes of a cap. */
export const budgetLine = ({ begins, cap, taken, plan }: BudgetPeriod, locale: Locale): string =>
  WORDS[locale].budget(dollars(plan), dollars(cap), begins, taken === 0 ? '' : dollars(taken));
