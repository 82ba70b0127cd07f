// French sentences that only say that there is a link, and formulas of courtesy.
import { lazy } from '#base/lazy.js';
import { capital, dropSentence, type Operation } from '../wording.js';
import { latin } from '../latin.js';

const ON_SITE = String.raw`(?:ici|là|par ici|en ligne|sur (?:notre|le|mon|leur) (?:blog|site(?: internet| web)?(?: de la (?:ville|commune|mairie))?)|en suivant ce lien|(?:via|dans|sur|avec) (?:le|ce) lien(?: ci-dessous| en bio| suivant)?|ci-dessous|en commentaire)`;
const THINGS = String.raw`(?:infos?|informations?|renseignements|détails|précisions)`;

const POINTER = lazy(() =>
  latin(
    String.raw`^(?:(?:Plus |Davantage )d(?:e |[’'])${THINGS}(?: (?:pratiques|utiles))?(?:,| sont)?(?: (?:à retrouver|à lire|disponibles))?(?: ${ON_SITE})?|(?:Toutes les|Tous les|Les) ${THINGS}(?: (?:pratiques|utiles))?(?: (?:sont )?(?:disponibles|à retrouver|en ligne))?(?: ${ON_SITE})?|Pour (?:en savoir plus|plus d(?:e |[’'])${THINGS}|tout savoir)(?:, (?:cliquez|rendez-vous|c[’']est|suivez)(?: ${ON_SITE})?)?|En savoir plus(?: ${ON_SITE})?|Cliquez (?:${ON_SITE}|sur (?:le|ce) lien(?: ci-dessous)?)|(?:Le )?lien (?:ci-dessous|en bio|ici|en commentaire)|Rendez-vous ${ON_SITE}|Retrouvez[- ](?:le|la|les|tout|toutes les ${THINGS}) ?(?:${ON_SITE})|C[’']est (?:par )?ici|[ÀA] (?:lire|découvrir|retrouver|voir|écouter) ${ON_SITE}|(?:La )?suite ${ON_SITE}|Lire la suite(?: ${ON_SITE})?|Voir le lien|Suivez (?:le|ce) lien)[ \u00a0\u202f]*[.!:…👉⬇️👇]*$`,
  ),
);

/** "Plus d’infos ici :" as a sentence of its own before a link says nothing that the link does not. */
const pointer: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    // In small letters it goes on with a sentence.
    if (sentence.isFirst || /^\p{Ll}/u.test(sentence.text) || !POINTER().test(sentence.text)) return undefined;
    if (!sentence.leadsToLink && !sentence.isLast) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

const THERE = lazy(() =>
  latin(
    String.raw`^(?<thing>(?:Les?|La|L[’']|Notre|Nos|Tous les|Toutes les)\s?[^.,:;!?]{3,45}?) (?:est|sont) (?:(?:à (?:lire|retrouver|découvrir|consulter|voir|écouter|télécharger)|disponibles?|en ligne|accessibles?|consultables?)(?: dès (?:maintenant|à présent))?(?: ${ON_SITE})+|${ON_SITE})[ \u00a0\u202f]*[.!:👉⬇️👇]*$`,
  ),
);

/** What a document holds: a number of things, and no verb of its own before what they are for. */
const HOLDS = lazy(
  () =>
    /^(?:Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Quinze|Vingt|Trente|Cent|\d+)\s\p{L}+s (?:pour|sur|de|d[’']|à|en) /u,
);

/** "L’étude complète est à lire ici :" → "L’étude complète :". */
const thing: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink, isFirst, next }) {
    const found = THERE().exec(text)?.groups?.['thing'];
    // "Le guide est à lire ici. Vingt fiches pour …": what it holds follows.
    if (found !== undefined && !leadsToLink && isFirst && HOLDS().test(next))
      return {
        changes: [{ start: found.length, end: text.length + 2, text: `\u00a0: ${next.charAt(0).toLowerCase()}` }],
      };
    if (
      found === undefined ||
      !leadsToLink ||
      (isFirst && found.length < 16) ||
      /\squi\s|gratuit|^(?:La|Le|Les) (?:premi|deuxi|second|suite)/i.test(found)
    )
      return undefined;
    return { changes: [{ start: found.length, end: text.length, text: '\u00a0:' }] };
  },
};

const COURTESY =
  /^(?:(?:Nous vous remercions|Merci)(?: d[’']avance| par avance| beaucoup)?(?: (?:de|pour) votre (?:compréhension|patience|attention|coopération|confiance|vigilance))?|Nous vous prions de (?:bien vouloir )?nous excuser pour (?:la gêne occasionnée|ce désagrément)|(?:Veuillez nous excuser|Nous nous excusons|Pardon|Désolés?) (?:pour|de) (?:la gêne occasionnée|ce désagrément|ces désagréments)|(?:Nous vous souhaitons une )?bonne lecture(?: à (?:tous|toutes))?|Cordialement|Bien à vous|N[’']hésitez pas à nous contacter pour (?:toute question|plus d(?:e |[’'])[a-zé]+)|(?:Nos équipes|Nous) restent? (?:à votre disposition|à votre écoute)|Nous restons à votre (?:disposition|écoute)|Belle journée(?: à tous)?|Bonne journée(?: à tous)?|Bon week-end(?: à tous)?)[ \u00a0\u202f]*[.!:…]*$/iu;
/** Formulas that may mean something where they stand alone. */
const TOO_SHORT = /^Merci(?: beaucoup)?[ \u00a0\u202f]*[.!]*$/i;

/** "Merci de votre compréhension." goes. */
const courtesy: Operation = {
  id: 'courtesy',
  apply(sentence) {
    if (!COURTESY.test(sentence.text) || TOO_SHORT.test(sentence.text) || sentence.isFirst) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

const ABOUT = lazy(() =>
  latin(
    String.raw`^(?:Toutes les|Tous les|Les|Retrouvez toutes les|Retrouvez les) ${THINGS}(?: (?:utiles|pratiques|nécessaires))? (?:sur|concernant) (?<what>(?:les |la |le |l[’']|nos |notre )[^.,:;!?]{10,80}?) (?:est|sont) (?:à (?:lire|retrouver|découvrir|consulter)|disponibles|en ligne|accessibles)(?: ${ON_SITE})*[ \u00a0\u202f]*[.!:]*$`,
  ),
);
/** "Toutes les infos sur les 9 arceaux sont à retrouver ici :" → "Les 9 arceaux :". */
const about: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const what = ABOUT().exec(text)?.groups?.['what'];
    return what === undefined || !leadsToLink
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `${capital(what)}\u00a0:` }] };
  },
};

const READ_IT = lazy(
  () =>
    /^C[’']est ce que (?:vous (?:saurez|découvrirez|apprendrez|verrez)|nous (?:verrons|vous expliquons|allons voir)|on vous explique|je vous explique) (?:en lisant|en regardant|en écoutant|dans|avec) (?<what>(?:notre|mon|cet|cette|ce|le|la) [^.,:;!?]{3,40})[.!]$/iu,
);
/** "C’est ce que vous saurez en lisant notre fiche." → "La réponse dans notre fiche." */
const answer: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst }) {
    const what = READ_IT().exec(text)?.groups?.['what'];
    return what === undefined || isFirst
      ? undefined
      : { changes: [{ start: 0, end: text.length - 1, text: `La réponse dans ${what}` }] };
  },
};

/** "Retrouvez les photos du carnaval ici 👉" → "Retrouvez les photos du carnaval :". */
const HERE = lazy(
  () =>
    /(?<=^\p{L}+ez [^.:;!?]{10,120}) (?:ici(?: même)?|(?:par|juste) ici|en cliquant ici|sur ce lien|via ce lien|en suivant ce lien)[ \u00a0\u202f]*(?:[.:👉👇➡⬇]|\ufe0f)*$/u,
);
const here: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = HERE().exec(text);
    return match === null || !leadsToLink
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: '\u00a0:' }] };
  },
};

/** What French texts may end with in vain. */
export const endings: readonly Operation[] = [courtesy, pointer, about, answer, here, thing];
