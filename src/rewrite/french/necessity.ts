// French ways to say what must or may be done with a thing, in fewer words; tried behind those that address the reader.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

/** An infinitive, with what may stand in front of it. */
const INFINITIVE = String.raw`(?=(?:(?:ne pas|bien|toujours|mieux|l[ea]s?|nous|vous|se|y|en|lui|leur) |l[’']|s[’'])*\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`;

/** "Il est essentiel de bien choisir sa banque" → "Il faut bien choisir sa banque". */
const mustBe: Operation = phrase(
  'plain-words',
  String.raw`(?<open>^|, |: |et |car |mais |donc )il (?:est (?:donc |aussi |très |tout à fait |absolument |vraiment )?(?:essentiel|primordial|important|capital|crucial|vital)|convient(?: donc)?) d(?:e |[’'])(?!(?:noter|savoir|rappeler|souligner|préciser|signaler|constater) )${INFINITIVE}`,
  ({ open = '' }) => `${open}il faut `,
  { unless: () => /\?$|il (?:est|convient)[^.]* (?:et|ou) d(?:e |[’'])/i },
);

/** "Il est recommandé de venir à pied" → "Mieux vaut venir à pied". */
const better: Operation = phrase(
  'plain-words',
  String.raw`(?<open>^|, |: |et |car |mais )il est (?:donc |aussi |vivement |fortement )?(?:recommandé|préférable|conseillé) d(?:e |[’'])${INFINITIVE}`,
  ({ open = '' }) => `${open}mieux vaut `,
  { unless: () => /\?$|il est[^.]* (?:et|ou) d(?:e |[’'])/i },
);

/** A verb of the sender or a command, behind which what is made or shown stands. */
const SHOWN = lazy(() =>
  latin(
    String.raw`(?:^|[\s,’'])(?:propos(?:e|ent|ons)|lanc(?:e|ent)|lançons|présent(?:e|ent|ons)|organis(?:e|ent|ons)|cré(?:e|ent|ons|é)|développ(?:e|ent|ons|é)|conç(?:oit|oivent|u)|publi(?:e|ent|ons|é)|offr(?:e|ent|ons)|met(?:tent|tons)? (?:en place|en ligne)|découvr(?:ez|ir)|télécharg(?:ez|er)|utilis(?:ez|er)|essay(?:ez|er)|test(?:ez|er)|voici|rédigé|réalisé|lancé)(?![\p{L}])[^.,:;!?]*\s(?:une?|notre|son|sa|leur|votre|mon|ma|nouve\p{L}+) [^.,:;!?]{3,50}$`,
  ),
);
/** "un outil qui permet de calculer" → "un outil pour calculer". */
const meansTo: Operation = {
  id: 'plain-words',
  apply({ text }) {
    const match = ALLOWS().exec(text);
    if (match === null || /\bpour\b|\?$/i.test(text) || !SHOWN().test(text.slice(0, match.index))) return undefined;
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    // A clause behind it may be of the same relative.
    if (/ et (?:qui|vous|permet)|, (?:mais|et) /.test(rest)) return undefined;
    const ands = [
      ...rest.matchAll(/ (?:et|ou) d(?:e |[’'])(?=(?:l[ea]s? |vous )?[a-zà-ÿœ]+(?:er|ir|re)(?![a-zà-ÿœ]))/g),
    ].map((and) => ({
      start: end + and.index,
      end: end + and.index + and[0].length,
      text: and[0].startsWith(' et') ? ' et ' : ' ou ',
    }));
    return { changes: [{ start: match.index, end, text: ' pour ' }, ...ands] };
  },
};
const ALLOWS = lazy(() =>
  latin(
    String.raw`,? (?:qui (?:vous )?(?:permet|permettra|permettent|permettront)|(?:vous )?permettant) d(?:e |[’'])(?=(?:bien |mieux |l[ea]s? |l[’'])?\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`,
  ),
);

/** "comprendre les raisons pour lesquelles" → "comprendre pourquoi". */
const why: Operation = phrase(
  'plain-words',
  String.raw`(?<verb>(?:^|[\s’'])(?:découvr\p{L}+|sav\p{L}+|expliqu\p{L}+|compren\p{L}+|montr\p{L}+|racont\p{L}+|voici)) (?:les raisons pour lesquelles|la raison pour laquelle) `,
  '$<verb> pourquoi ',
);

/** "Nous sommes dans l’obligation d’annuler" → "Nous devons annuler". */
const obliged: Operation = phrase(
  'plain-words',
  String.raw`(?<![\p{L}])(?<be>est|sont|sommes|suis|êtes) (?:malheureusement )?(?:dans l[’']obligation d[’']|contrainte?s? (?:de |d[’']|à )|obligée?s? (?:de |d[’']))${INFINITIVE}`,
  ({ be = '' }) => `${MUST[be.toLowerCase()] ?? ''} `,
);
const MUST: Readonly<Record<string, string>> = {
  est: 'doit',
  sont: 'doivent',
  sommes: 'devons',
  suis: 'dois',
  êtes: 'devez',
};

/** "avoir la possibilité de venir" → "pouvoir venir". */
const able: Operation = phrase(
  'plain-words',
  String.raw`(?<!(?:^|[\s’'])(?:pou|peu)\p{L}+(?: [\p{L}-]+)? )(?<lead>(?<![\p{L}])(?:d[’'])?)(?:avoir la possibilité|être en mesure) d(?:e |[’'])${INFINITIVE}`,
  ({ lead = '' }) => `${lead === '' ? '' : 'de '}pouvoir `,
);

/** "Suite à un incident, …": what is a cause is named as one. */
const cause: Operation = phrase(
  'plain-words',
  String.raw`(?<open>^|, |; )suite (?<to>à une? |à l[ae] |à l[’']|à des |au |aux )(?=(?:(?:très |forte?s? |gros(?:se)?s? |violente?s? |graves? |importante?s? |nombreu(?:x|ses) |nouve(?:aux|lles) )*)(?:incidents?|accidents?|pannes?|grèves?|fuites?|problèmes?|intempéries|travaux|orages?|neiges?|gel|gelées?|crues?|tempêtes?|pluies?|inondations?|coupures?|dysfonctionnements?|mouvement|vandalisme|dégradations?|avaries?|maladie|absence|pénurie|rupture|retards?|actes?)(?![\p{L}]))`,
  ({ open = '', to = '' }) => `${open}en raison ${CAUSE[to.toLowerCase().replace('’', "'")] ?? ''}`,
);
const CAUSE: Readonly<Record<string, string>> = {
  'à un ': 'd’un ',
  'à une ': 'd’une ',
  'à la ': 'de la ',
  'à le ': 'du ',
  "à l'": 'de l’',
  'à des ': 'de ',
  'au ': 'du ',
  'aux ': 'des ',
};

/** What joins a sentence to the one before it, and says no more. */
const joint: Operation = phrase(
  'filler',
  String.raw`^(?:En effet|En fait|En réalité|À vrai dire|Effectivement|Évidemment|Bien (?:évidemment|entendu|sûr)|Somme toute|Quoi qu[’']il en soit|Tout simplement|Pour ainsi dire), (?=[\p{L}\d«])`,
  '',
);

/** What must or can be done, in fewer words. */
export const necessity: readonly Operation[] = [mustBe, better, obliged, meansTo, able, why, cause, joint];
