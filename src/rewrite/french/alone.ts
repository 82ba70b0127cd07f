// French labels, calls and praise that stand alone: a sentence or a segment of their own.
import { lazy } from '#base/lazy.js';
import {
  aloneInFront,
  betweenEmoji,
  calmLabel,
  labelInCapitals,
  labelInFront,
  ledByColon,
  namedTwice,
  PARTED,
  type SignedLabel,
} from '../alone.js';
import { latin } from '../latin.js';
import { dropped, LAST_SIGNS, phrase } from '../phrase.js';
import { MEDIUM_SHOWN, type Operation } from '../wording.js';
import { IS_GLAD } from './senders.js';
import { LEANS } from './standing.js';

/** Reminders that a sign parts from what they remind of. */
const REMINDERS = String.raw`(?:(?:Petit|Dernier|Simple|Ultime) )?rappel(?: important| utile| du jour| amical)?|Pour (?:rappel|info|information)|(?:Petite )?info(?: pratique| importante| utile| du jour)?`;
/** What is felt of the news in front of it. */
const FELT = String.raw`(?:(?:Wow|Waouh|Wahou|Ouah|Whaou),? )?quelle (?:(?:belle|incroyable|folle|superbe|formidable|magnifique|sacrée) )?aventure|(?:Wow|Waouh|Wahou|Ouah|Whaou),? quel(?:le)? (?:\p{L}+ )?(?:journée|soirée|année|parcours|chemin parcouru|succès|émotion)|Quelle (?:fierté|joie|émotion)|Quel (?:bonheur|honneur)`;
/** Questions that every ad puts. */
const WANTED = String.raw`(?:(?:Vous êtes )?(?:Toujours )?[àÀ] la recherche|En quête|Vous rêvez) d(?:e |u |es |[’'])[^.,:;!?]{3,40} (?:idéale?s?|parfaite?s?|rêvée?s?)`;
const SURE = String.raw`(?:garantie?s?|assurée?s?)`;
/** Praise that fits any offer. */
const PRAISED = String.raw`(?:(?:Gros|Véritable|Énorme|Vrai) )?coups? de cœur ${SURE}|(?:Très )?rare (?:à la vente|sur le (?:secteur|marché)|dans le (?:secteur|quartier))|Produit rare|(?:Affaire |Opportunité |Occasion )?[àÀa] saisir(?: (?:rapidement|vite|sans tarder|au plus vite))?|(?:Dépaysement|Plaisir|Succès|Émotions?|Fous rires|Frissons|Sensations(?: fortes)?|Bonne humeur|Rires|Effet (?:wahou|waouh|wow)|Évasion|Détente|Sourires?)(?: et (?:dépaysement|plaisir|émotions?|fous rires|frissons|bonne humeur|détente|rires))? ${SURE}|(?:Il y en (?:a|aura) )?pour tous les goûts(?: et (?:pour )?(?:tous les budgets|tous les âges))?|(?:Que|Rien que) du bonheur|Un (?:vrai|pur) (?:bonheur|régal|moment de bonheur)|Visite (?:indispensable|vivement (?:conseillée|recommandée))|Tout est là,? découvrez[- ](?:l[ea]s?)(?: vite)?|[ÀA] consommer sans modération`;

const IN_FRONT = lazy(() => latin(String.raw`^(?:${PRAISED}|${WANTED}|${FELT}|${REMINDERS})${PARTED}(?=[\p{L}\d«])`));
/** "Coup de cœur assuré 🏡 Maison avec jardin" → "Maison avec jardin". */
const inFront = aloneInFront(IN_FRONT, LEANS);

/** The kind of content that the sentence names again: "ENQUÊTE : notre enquête montre". */
const NAMED = lazy(
  () =>
    /^(rapport|étude|enquête|sondage|guide|webinaire|livre|exposition|expo|festival|pétition|concours|baromètre) ?: (?=[^.!?]*(?<![\p{L}])\1(?![\p{L}]))/iu,
);
const namedAgain = namedTwice(NAMED);

/** Where more is, said at the end of what says it all. */
const THERE = String.raw`(?:(?:le )?lien|(?:toutes les |les )?infos|(?:tous les |les )?détails|article|inscriptions?|billetterie) (?:en (?:bio|commentaires?|description)|dans (?:ma |notre |la )?(?:bio|description)|dans (?:les|le premier) commentaires?|ci-dessous|juste en dessous)`;
const LINKED = lazy(() =>
  latin(String.raw`(?<=[\p{L}\d)!?»]),? ?(?:(?:[,–—-] ?)${THERE}|\(${THERE}\))(?<signs>${LAST_SIGNS})`),
);
/** "Je vous raconte tout, lien en bio 😉" → "Je vous raconte tout 😉". */
const linked: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    // Without a link of its own, the text says where it is.
    const match = leadsToLink ? LINKED().exec(text) : null;
    if (match === null || match.index < 12) return undefined;
    return { changes: [{ start: match.index, end: text.length - (match.groups?.['signs'] ?? '').length, text: '' }] };
  },
};

const LOOKED_BACK = lazy(() =>
  latin(
    String.raw`^(?:(?:Petit |Beau |Joli |Notre )?retour en (?<kind>images?|photos?|vidéos?))(?: (?:ici|sur (?:notre|le) (?:site|blog|page)))?[ \u00a0\u202f]*(?:[.!:…👉⬇👇➡📸📷]|\ufe0f)*$`,
  ),
);
/** "Retour en images" before the link → "En images :". */
const lookedBack: Operation = {
  id: 'content-label',
  apply({ text, isFirst, leadsToLink }) {
    const kind = isFirst || !leadsToLink ? undefined : LOOKED_BACK().exec(text)?.groups?.['kind'];
    return kind === undefined
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `En ${kind.toLowerCase()}\u00a0:` }] };
  },
};

const SET_IN = String.raw`(?:Nichée?s?|Située?s?|Blottie?s?|Lovée?s?|Perchée?s?|Posée?s?|Implantée?s?)`;
const BEAUTY = String.raw`(?:(?:véritable|magnifique|superbe|splendide|bel) )?(?:écrin de (?:verdure|nature)|havre de paix|(?:cadre|décor|lieu|environnement|site) (?:idyllique|enchanteur|exceptionnel|bucolique|verdoyant|de rêve|naturel exceptionnel|magique|préservé|unique)|nature (?:préservée|luxuriante|généreuse)|paysage (?:de carte postale|de rêve|idyllique))`;

const SIGNED = lazy((): readonly SignedLabel[] => [
  {
    label: /^(?:appel (?:à|aux) bénévoles|bénévoles recherchés|avis aux bénévoles)(?![\p{L}])/iu,
    says: /bénévol|recherch|cherch|personnes|besoin/i,
  },
  {
    label:
      /^(?:on recrute|nous recrutons|recrutement|(?:alerte|offre d[’'])\s?(?:emploi|job)|(?:nouvelle )?offre d[’']emploi|rejoignez-nous)(?![\p{L}])/iu,
    says: /recrut|recherch|cherch|poste|CDI|CDD|embauch|rejoi|candidat|emploi/i,
  },
  {
    label:
      /^(?:nouvel épisode|nouveau podcast|nouvelle vidéo|nouvel article|nouveau billet|nouveau post)(?: (?:en ligne|disponible|dispo))?(?![\p{L}])/iu,
    says: /épisode|podcast|vid[ée]o|article|billet|post|écout|regard/i,
    shown: MEDIUM_SHOWN,
  },
  {
    label:
      /^(?:nouvelle recette|recette du jour|nouveau tuto|nouveau modèle)(?: (?:en ligne|disponible|dispo|sur le blog))?(?![\p{L}])/iu,
    says: /./,
  },
  {
    label:
      /^(?:(?:très |grande |super )?bonne nouvelle|grande nouvelle|annonce|info(?:rmation)?(?: importante)?|important|attention|rappel|flash info|breaking|nouveauté|nouveau|à ne pas (?:manquer|rater)|actualité|actu|(?:gros |notre |mon )?coups? de c(?:œ|oe)ur|big news|(?:grosse|belle|super|énorme|excellente) (?:nouvelle|annonce)|(?:super |belle )?opportunité(?: à saisir)?|offre exceptionnelle|save the date|alerte info|last call|dernière minute|nouveau partenariat|on vous dit tout|scoop|news)(?![\p{L}])/iu,
    says: /./,
  },
]);
/** Labels that a sign parts from a sentence that says as much. */
const IN_WORDS = lazy((): readonly SignedLabel[] => [
  {
    label: /^(?:on recrute|nous recrutons|recrutement|offre d[’']emploi|(?:alerte )?job)(?![\p{L}])/iu,
    says: /recrut|recherch|cherch|poste|CDI|CDD|embauch|rejoi|candidat|stage|alternance/i,
    anywhere: true,
  },
  {
    label:
      /^(?:(?:grande )?enquête|reportage|décryptage|analyse|portrait|éclairage|témoignages?|récit|tribune|zoom|focus|dossier|grand format)(?![\p{L}])/iu,
    // A figure, or what was done for it: the sentence is of itself what the label calls it.
    says: /\d|\b(?:nous|on|je|j[’']ai|il|elle|ils|elles|a|ont|est|sont)\b/i,
  },
  {
    label:
      /^(?:big news|(?:très |super )?(?:bonne|grande|grosse|belle|excellente) (?:nouvelle|annonce)|(?:petite? |grosse )?news|actu(?:alité)?s?(?: du (?:club|jour|mois|labo))?|nouveautés?|alerte info|flash info|annonce|coups? de c(?:œ|oe)ur(?: du (?:jour|mois|libraire))?)(?![\p{L}])/iu,
    says: /\b(?:nous|on|je|j[’']ai|a|ont|est|sont|sera|seront|voici|arrive\p{L}*|vient|viennent)\b/iu,
  },
]);
/** Labels that any text could carry, in capitals. */
const EMPTY_LABEL = lazy(
  () =>
    /^(?:(?:très |super )?(?:bonne|grande|grosse|belle|excellente|heureuse) (?:nouvelle|annonce)|nouveautés?|nouveau|nouvelle|news|big news|actu(?:alité)?s?|infos?|info (?:du jour|flash|importante)|flash info|alerte info|annonce|communiqué|rappel|important|scoop|exclusif|à savoir|à noter|bon à savoir|attention|en direct|c[’']est officiel|officiel|on recrute|breaking(?: news)?|événement|à la une|dernière minute)$/i,
);
/** Words that head a post. */
const ONE_WORD =
  /^(?:victoire|défaite|match nul|résultats?|photos?|vidéo|concours|jeu|promo|soldes|complet|annulée?s?|reportée?s?|urgent|recrutement|emploi|travaux|météo|trafic|grève|cinéma|concert|théâtre|expo(?:sition)?|atelier|stage|formation|conférence|sondage|pétition|direct|solidarité|bénévolat|culture|sport|santé|sécurité|circulation|félicitations|bravo|merci|enfin|aujourd[’']hui|demain|samedi|dimanche|vendredi)$/i;
/** What opens a sentence. */
const COMMON =
  /^(?:L[’']|J[’']|C[’']|D[’']|(?:Les?|La|Une?|Des|Du|Notre|Nos|Votre|Vos|Mon|Ma|Mes|Cette|Cet|Ces?|Nous|Vous|On|Je|Il|Elle|Ils|Dans|En|Pour|Avec|Après|Avant|Depuis|Dès|Sur|À|Au|Aux|Comment|Pourquoi|Tous|Toutes|Plus|Deux|Trois|Quatre|Cinq|Six|Dix)(?= ))/;
/** A label of what the link leads to. */
const LABEL = lazy(
  () =>
    /^(?:(?:Le |La |Les )?(?:[Pp]rogramme|[Rr]ésumé|[Rr]ésultats|[Dd]étails?|[Rr]ecette|[Cc]ompte rendu|[Rr]eplay|[Pp]hotos|[Cc]arte|[Ll]iste|[Bb]illetterie|[Rr]éservations?|[Ii]nscriptions?|[Tt]arifs|[Hh]oraires)(?: complète?s?| détaillée?s?)?)$/u,
);

/** What stands alone, and goes alone. */
export const alone: readonly Operation[] = [
  inFront,
  // "Boostez votre productivité avec notre solution !" in front of what there is.
  dropped(
    'boast',
    String.raw`(?:Boostez|Dynamisez|Optimisez|Révolutionnez|Simplifiez|Transformez|Libérez|Sublimez) (?:votre|vos) [^.:;!?\d]{3,50} (?:avec|grâce à) (?:notre|nos) [^.:;!?\d]{3,50}`,
    LEANS,
    { where: 'first' },
  ),
  dropped('lead-in', REMINDERS, LEANS, { where: 'first' }),
  dropped('boast', FELT, LEANS, { where: 'first' }),
  dropped('filler', WANTED, LEANS, { where: 'first' }),
  dropped('filler', PRAISED, LEANS, {}),
  betweenEmoji(SIGNED),
  labelInFront(IN_WORDS),
  calmLabel(ONE_WORD),
  labelInCapitals(EMPTY_LABEL, ONE_WORD, COMMON, '\u00a0:'),
  ledByColon(LABEL, '\u00a0:'),
  namedAgain,
  // "Aujourd’hui, nous sommes fiers d’annoncer que": the day is that of the announcement.
  phrase(
    'boast',
    String.raw`^(?:Aujourd[’']hui|Ce matin|Ce soir|Cette semaine|Ce mois-ci),? (?=(?:nous |je |j[’'])\s?${IS_GLAD}(?:pouvoir )?(?:enfin )?(?:vous )?(?:annoncer|confirmer|informer|apprendre|partager) qu)`,
    '',
  ),
  linked,
  lookedBack,
  // "Je vous explique tout dans mon dernier article de blog 😉" → "Je vous explique tout 😉".
  phrase(
    'content-label',
    String.raw`(?<=(?:^|[ \u00a0]|[’'])(?:explique|expliquons|dis|dit|disons|raconte|racontons|détaille|détaillons|montre|montrons) (?:tout|ça|cela)) (?:dans|sur) (?:mon|notre|cet|ce|le)(?: tout)?(?: dernier| nouvel| nouveau)? (?:article|billet|post)(?: (?:de|du|sur le) blog)?(?=${LAST_SIGNS})`,
    '',
  ),
  // "Nichée au cœur d’un écrin de verdure, la cabane …" → "La cabane …".
  phrase(
    'filler',
    String.raw`^${SET_IN} (?:(?:en plein|au) cœur|au milieu|au sein|dans|sous) ?(?:d[’']une? |une? )${BEAUTY}, (?=(?:l[ea]s? |l[’']|notre |nos |cette |cet |ce ))`,
    '',
  ),
  phrase(
    'filler',
    String.raw`(?<=\p{L}), comme (?:tous les ans|chaque année) à (?:cette|la même) (?:époque|période)(?: de l[’']année)?, `,
    ', ',
  ),
];
