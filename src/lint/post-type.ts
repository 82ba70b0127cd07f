import { lazy } from '#base/lazy.js';
import type { Draft } from '#draft/draft.js';

/** How warnings of the authorities open, in French and English, behind anything but letters. */
const WARNINGS = [
  'vigilance',
  'alerte',
  'alert:',
  'alerte enlèvement',
  'amber alert',
  'appel à témoins',
  'avis de recherche',
  'disparition inquiétante',
  'rappel produit',
  'rappel de produit',
  'product recall',
  'missing person',
  'do not drink',
  'coupure d’eau',
  "coupure d'eau",
  'évacuation',
  'boil-water',
  'evacuation',
  'flood warning',
  'storm warning',
  'tornado warning',
  'red warning',
  'amber warning',
  'yellow warning',
  'weather warning',
  'severe weather',
];
const NO_LETTER = /^[^a-zà-ÿœ]*/;
/** What calls for attention before a warning. */
const CALL = /^(?:attention|urgent|danger|important)[^a-zà-ÿœ]+/;
const LETTER = /^[a-zà-ÿœ]/;
const SIGNS = ['⚠', '🚨'];
/** What a sign of alarm only calls for, and how many letters of a text are looked at for it. */
const OFFERS =
  /\b(?:job|jobs|hiring|vacancy|episode|sale|deal|offer|giveaway|competition|tickets?|new|opportunit|recrut|offre|emploi|promo|concours|jeu|épisode|nouve|bon plan|billets)/;
const OPENING = 60;
/** What is said of the dead. */
const CONDOLENCES = [
  'annoncer le décès',
  'obsèques auront lieu',
  'saddened by the death',
  'announce the death of',
  'announce the passing',
  'rend hommage à',
  'rendent hommage à',
  'rendons hommage à',
  'rendre hommage à',
  'nous a quitté',
  'nous ont quitté',
  "s'est éteint",
  's’est éteint',
  'vient de s’éteindre',
  "vient de s'éteindre",
  'est en deuil',
  'sommes en deuil',
  'condoléances',
  'repose en paix',
  'ses obsèques',
  'ses proches et sa famille',
  'pensées vont à ses proches',
  'pensons à sa famille',
  'est mort à l’âge',
  "est mort à l'âge",
  'est morte à l’âge',
  "est morte à l'âge",
  'vient de décéder',
  'vient de nous quitter',
  'est décédé',
  'avec une immense tristesse',
  'registre de condoléances',
  'drapeaux en berne',
  'avec tristesse la mort',
  'avec tristesse le décès',
  'pensées vont à sa famille',
  'passed away',
  'hear of the passing',
  'rest in peace',
  'with great sadness',
  'we are mourning',
  'we mourn',
  'mourning the loss',
  'condolences',
  'our thoughts are with the family',
  'died peacefully',
  'died suddenly',
  'died after a',
  'died at the age of',
  'sadly died',
  'in loving memory',
  'has lost his life',
  'will be sadly missed',
  'will be greatly missed',
  'will be much missed',
  'funeral will be',
  'our thoughts are with h',
  'died aged',
  ', has died',
  'rest in peace',
  'book of condolence',
  'flags at half-mast',
];

/** Words of grief, which may be felt for a closed shop as well. */
const GRIEF = [
  'avec une profonde tristesse',
  'avec une grande tristesse',
  'avec beaucoup de tristesse',
  'avec une infinie tristesse',
  'avec une immense peine',
  'tristesse que nous',
  'tristesse de vous',
  'tristesse d’annoncer',
  "tristesse d'annoncer",
  'douleur de vous',
  'douleur d’annoncer',
  "douleur d'annoncer",
  'with deep sadness',
  'with profound sadness',
  'with heavy hearts',
  'with a heavy heart',
  'deeply saddened',
  'saddened to',
  'heartbroken to',
];
/** What grief is felt for where somebody is dead. */
const DEATH =
  /\b(?:died|death|dead|passing|passed|loss of|lost (?:our|a|her|his|one))\b|décès|décédée?|disparition|mort[es]?\b|perte de|(?:nous|l[’'] ?)a quitt|éteint|départ de notre/;

/** Letters of which one row stands in whatever `OWN_DEAD` finds. */
const DEAD = ['died', 'décéd', 'est mort', 'nous a quitt', 'éteint'];
/** Somebody of one's own who is dead. */
const OWN_DEAD = lazy(
  () =>
    /\bour (?:[a-z-]+ ){0,5}[^.!?]{0,40}\b(?:has )?died\b|\bnotre (?:chère?|regrettée?|ami|collègue|fondat|présiden|doyen|ancien|camarade|confrère|consœur|entraîneu|trésori|secrétaire|direct)[^.!?]{0,60}(?:est décédée?|est morte?(?! de rire)|nous a quitt|s['’]est éteint)/,
);

function opensAsWarning(lower: string): boolean {
  const opening = lower.replace(NO_LETTER, '');
  const warning = WARNINGS.find((words) => opening.startsWith(words));
  if (warning !== undefined && !LETTER.test(opening.slice(warning.length))) return true;
  const start = lower.trimStart();
  return SIGNS.some((sign) => start.startsWith(sign)) && !OFFERS.test(start.slice(0, OPENING));
}

/** Whether a text warns of this very day, be it behind a call: "ATTENTION !! Vigilance orange". */
export function isWarning(text: string): boolean {
  const lower = text.toLowerCase();
  return opensAsWarning(lower.replace(NO_LETTER, '').replace(CALL, ''));
}

/**
 * What kind of post a draft is: as its front matter says, or as its words show. An alert and a tribute are not there to be
 * found, to mention anybody, or to invite. Undefined for any other post.
 */
export function postType({ type, text }: Draft): 'alert' | 'tribute' | undefined {
  if (type !== undefined) return type;
  const lower = text.toLowerCase();
  if (opensAsWarning(lower)) return 'alert';
  const isGrief = GRIEF.some((words) => lower.includes(words)) && DEATH.test(lower);
  const isOwn = DEAD.some((letters) => lower.includes(letters)) && OWN_DEAD().test(lower);
  return isGrief || isOwn || CONDOLENCES.some((words) => lower.includes(words)) ? 'tribute' : undefined;
}
