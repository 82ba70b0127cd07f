import { fill, type Localized } from '#lint/message.js';
import type { Locale } from '#base/locale.js';

/** Why a text is refused, in the languages of the program: sentences about the text. */
const REFUSALS = {
  lostLink: { en: 'it loses the link {what}', fr: 'il perd le lien {what}' },
  newLink: { en: 'it adds the link {what}', fr: 'il ajoute le lien {what}' },
  figure: { en: 'it changes the figure {what}', fr: 'il change le chiffre {what}' },
  lostMention: { en: 'it loses the mention of {what}', fr: 'il perd la mention de {what}' },
  stranger: { en: 'it mentions {what}', fr: 'il mentionne {what}' },
  denied: { en: 'it changes what is denied', fr: 'il change ce qui est nié' },
  lostWord: { en: 'it loses the word “{what}”', fr: 'il perd le mot « {what} »' },
  newWord: { en: 'it adds the word “{what}”', fr: 'il ajoute le mot « {what} »' },
  tooLong: { en: 'it is too long', fr: 'il est trop long' },
  rule: { en: 'it breaks a rule', fr: 'il enfreint une règle' },
  noBetter: { en: 'it scores no better', fr: 'son score n’est pas meilleur' },
  tooClose: { en: 'it is too close to another text', fr: 'il est trop proche d’un autre texte' },
} as const satisfies Record<string, Localized>;
type Refusal = keyof typeof REFUSALS;

/** The sentence that says why a text is refused; `what` is the link, figure, handle or word that it is about. */
export const refusalText = (refusal: Refusal, locale: Locale = 'en', what = ''): string =>
  fill(REFUSALS[refusal][locale], { what });
