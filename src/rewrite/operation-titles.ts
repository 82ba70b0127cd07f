import { fill, type Localized } from '#lint/message.js';
import type { Locale } from '#base/locale.js';

/** What the rewriter's own operations do; `what` is what they put in or move. */
const TITLES: Readonly<Record<string, Localized>> = {
  imperative: { en: 'say it plainly: “{what}”', fr: 'le dire simplement : « {what} »' },
  'interest-first': { en: 'open with what interests', fr: 'commencer par ce qui intéresse' },
  'link-last': { en: 'move the link to the end', fr: 'mettre le lien à la fin' },
  'keyword-tag': { en: 'add your keyword as {what}', fr: 'ajouter votre mot-clé : {what}' },
  model: { en: 'written by the model', fr: 'écrit par le modèle' },
};

/** What an operation does, in one line: our own by the table above, a rule's by the title of its suggestion. */
export function operationTitle(operation: string, title: string, locale: Locale = 'en'): string {
  const own = Object.hasOwn(TITLES, operation) ? TITLES[operation] : undefined;
  return own === undefined ? title : fill(own[locale], { what: title });
}
