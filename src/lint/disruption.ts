// Notices of disruption and danger: closures, delays, outages, recalls, missing people. Hashtags would not help them. The
// program loads this for texts with one of their signs (scripts/lazy-packages.mjs).
import { lazyFor } from '#base/lazy.js';
import { hasLetters, type Triggered } from '#words/triggered.js';

const TO_BE = '(?:est|sont|sera|seront|reste|restera|restent|resteront)';
const BE = '(?:is|are|was|were|will be|remains?|has been|have been)';
/** What may stand between a verb and what it says: "sera exceptionnellement fermée". */
const HOW = '(?:[a-zà-ÿ]{2,15}ment |de nouveau |encore |toujours |à nouveau )?';
const EVEN = '(?:currently |temporarily |now |still |again |all |being |both |completely |sadly )?';
/** What closes as planned: that applications do is not a disruption. */
const OPEN_FOR = '(?<!(?:inscriptions?|candidatures?|votes?|consultations?|concours|billetterie) )';
const OPEN_TO = '(?<!(?:applications?|registrations?|entries|consultation|survey|vote|polls?|nominations?) )';
const TRAFFIC =
  '(?:trains?|trams?|tramways?|métros?|bus|lignes?|vols?|ferrys?|navettes?|circulation|trafic|RER|TER|TGV)';
const RIDES = '(?:trains?|trams?|bus(?:es)?|flights?|ferr(?:y|ies)|services?|lines?|routes?|sailings?)';
/** Words of a sentence between a noun and its verb. */
const SOME = '[^.!?\\n]{0,60}?';

/** The wording of notices in both languages, each with letters without which it is not tried. */
export const NOTICES: readonly Triggered[] = [
  // late, diverted or no longer running
  [
    "supprim|annul|interromp|perturb|retard|suspend|dévi|l’arrêt|l'arrêt",
    `\\b${TRAFFIC}\\b${SOME}\\b(?:supprimée?s?|annulée?s?|interrompue?s?|perturbée?s?|retardée?s?|suspendue?s?|déviée?s?|(?:est|sont) à l['’]arrêt)(?![a-zà-ÿ])`,
  ],
  ['ne circul|ne roul|ne desserv', 'ne (?:circul|roul|desserv)[a-zé]{1,7} (?:pas|plus)\\b'],
  [
    'retard',
    '(?:^|[.!?:] )retards? (?:sur|en|ce|cette|à|attendus?|prévus?|importants?) |\\bretards? (?:de (?:plus de )?\\d|sur (?:la|les) lignes?|importants? (?:sur|à))',
  ],
  [
    'cancel|suspended|delay|diverted|disrupted|not running|t run',
    `\\b${RIDES}\\b${SOME}\\b(?:cancel+ed|suspended|delayed|diverted|disrupted|not running|won['’]t run|subject to delays)\\b`,
  ],
  [
    'delays|no trains|no buses|no trams|no ferries|no flights',
    '\\b(?:expect (?:long |major |some )?delays|delays of (?:up to |about |around |over )?(?:\\d|an hour)|delays (?:between|expected))|^no (?:trains|buses|trams|ferries|flights)\\b',
  ],
  [
    'déviation|bus de remplacement|rail replacement',
    '\\b(?:une déviation|des bus de remplacement|rail replacement buses)\\b',
  ],
  // closed, down, put off
  [
    'fermé|close|barré|coupé|inaccessible|indisponible|hors service|en panne',
    `${OPEN_FOR}\\b${TO_BE} ${HOW}(?:fermée?s?|closes?|barrée?s?|coupée?s?|inaccessibles?|indisponibles?|hors service|en panne)(?![a-zà-ÿ])(?! depuis)`,
  ],
  [
    'fermé|fermeture|coupé|barré',
    '\\bferm(?:ée?s?|eture) (?:jusqu|exceptionnel|temporaire|pour cause|en raison|à la circulation)|\\b(?:route|rue|pont|voie) (?:coupée?|barrée?|fermée?) (?:entre|à|dans|en|jusqu|ce|depuis)',
  ],
  ['closed|shut', `${OPEN_TO}\\b${BE} ${EVEN}(?:closed|shut)\\b(?! (?:by default|since))`],
  [
    'unavailable|offline|out of order|out of action|out of service|down |closed |shut ',
    `\\b${BE} ${EVEN}(?:unavailable|offline|out of (?:order|action|service)|down for|down (?:this|since|in|at|again|right)\\b)|\\bdown for (?:all |some )?(?:customers|users|everyone|maintenance)|\\b(?:closed|shut) (?:until|due to|because of|today|this)\\b`,
  ],
  [
    'annul|reporté',
    `\\b(?:concert|spectacle|match|séance|représentation|atelier|sortie|marché|visite|course|soirée|réunion|cours|conférence)s?(?![a-zà-ÿ])${SOME}\\b(?:annulée?s?|reportée?s?)(?![a-zà-ÿ])`,
  ],
  [
    'cancel|postponed|called off',
    `\\b(?:show|concert|match|game|performance|screening|workshop|class|walk|market|event|race|fair|session|talk|meeting|visit)(?:s|es)?\\b${SOME}\\b(?:cancel+ed|postponed|called off)\\b`,
  ],
  ['annul|reporté|cancel|postponed', '^(?:annulation|annulée?|reportée?|cancel+ed|postponed)\\b'],
  ['sorry', "\\bsorry[,:]? (?:but )?(?:there(?:[’']s| is) )?no [a-z-]+ (?:today|tonight|tomorrow|this)\\b"],
  // what it is due to
  [
    'raison d|cause d|suite d|suite à|du fait d|faute d|raison à',
    "\\b(?:en raison|à cause|suite|du fait|faute) (?:d[eu]s? |d[’']|à )(?:une? |des |la |l[’'])?(?:[a-zà-ÿ]+ )?(?:mouvement social|grève|incident|panne|accident|intempéries|neige|verglas|inondations?|colis suspect|travaux|alerte|avarie|fuite|tempête|vent)",
  ],
  [
    'due to |because of |owing to ',
    '\\b(?:due to|because of|owing to) (?:an? |the )?(?:[a-z]+ )?(?:strike|industrial action|incident|fault|failure|accident|collision|flooding|floods|snow|ice|leak|storm|high winds|power cut|signal|outage)',
  ],
  // cut off
  [
    "coupure|d’eau|d'eau|d’élec|d'élec|sans eau|sans courant",
    "\\bcoupures? (?:d[’'](?:eau|électricité|internet)|de (?:courant|gaz|réseau))|\\bpriv[a-zé]{1,5} [^.!?\\n]{1,50} d[’'](?:eau|électricité)|\\bsans (?:eau potable|courant)\\b",
  ],
  ['coupé', '(?<![a-zà-ÿ])(?:eau|électricité|courant|gaz) (?:est|sera) coupée?'],
  [
    'power cut|outage|without power|without electricity|without running|water main|low pressure|no pressure|water pressure|boil ',
    '\\b(?:power cut|outage) (?:in|affecting|at|across)|\\bwithout (?:power|electricity|running water)\\b|\\bwater main\\b|\\b(?:low|no) (?:water )?pressure\\b|\\bboil (?:your|the|all) water',
  ],
  [
    'incident|nos équipes|les techniciens|engineers are|fix is|aware that|aware of|customers can|customers are|users can|users are',
    "\\bincident (?:technique )?en cours|\\b(?:nos équipes|les techniciens) sont (?:mobilisées?|sur place|à pied)|\\bengineers are (?:on (?:site|their way)|working)|\\bfix is (?:rolling out|on its way)|\\baware (?:that|of) (?:some|an issue|issues|a problem|problems)|\\b(?:customers|users) (?:can[’']?t|cannot|are unable to)\\b",
  ],
  // recalled, flooded, not to be approached
  [
    'rappel|consommez|mangez|buvez|utilisez',
    '\\brappel (?:de |du |des )?(?:lots?|produits?)\\b|\\brappel(?:ons|le|ent) (?:le|les|un|des|ce|ces) lots?\\b|\\bne (?:(?:le|la|les) )?(?:consommez|mangez|buvez|utilisez) (?:pas|plus)|\\bne l(?:es?|a) (?:consommez|mangez|buvez|utilisez) (?:pas|plus)',
  ],
  [
    'recall|not eat|not drink|t eat|t drink',
    "\\brecall: |\\b(?:recalls|recalling|has recalled|have recalled) |\\b(?:do not|don[’']t) (?:eat|drink) (?:it|them|this|the water)",
  ],
  [
    'en crue|évacu|vigilance|engagez|évitez',
    '\\ben crue(?! de)|(?<![a-zà-ÿ])évacu(?:és|ées|ation) (?:de|du|en cours|immédiate)|\\bvigilance (?:orange|rouge)\\b|\\bne vous engagez pas\\b|(?<![a-zà-ÿ])évitez le secteur\\b',
  ],
  [
    'flood |evacuate|higher ground|stay indoors|avoid the area',
    '\\bflood (?:warning|alert)|\\b(?:evacuate|move to higher ground|stay indoors|avoid the area)\\b',
  ],
  [
    'accident|collision|crash',
    "\\baccident (?:(?:grave|mortel|matériel|en cours) )?(?:sur (?:la |l[’'])?(?:[A-Z]\\d|route|rocade|autoroute|ligne)|rue|avenue)|\\b(?:after|following) (?:a |an )?(?:serious )?(?:collision|crash|accident)\\b|\\bcollision on\\b",
  ],
  // missing
  [
    'rentré|reparu|donné signe|disparu|si vous l|dernière fois',
    "\\bn[’'](?:est|a) (?:pas|plus) (?:rentrée?|reparue?|donné signe)|\\ba disparu (?:depuis|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette)|\\bsi vous l[’']avez (?:vue?|aperçue?)|\\bvue? pour la dernière fois",
  ],
  [
    'have you seen|last seen|missing |call 101|call 999|call 911',
    '\\bhave you seen (?:h[ie][mr]|[A-Z][a-z]+\\?)|\\blast seen (?:at|in|on|near|wearing)|\\bmissing (?:since|from (?:home|h[ie][rs]))|\\bcall (?:101|999|911)\\b',
  ],
];

/** What tells of a disruption instead of giving notice of it: a look back, a lesson, a work. */
const TELLS =
  /\b(?:pourquoi|récit|retour d['’]expérience|post-?mortem|leçons?|histoire|exposition|expo|documentaire|romans?|livre|épisode|podcast|étude|enquête|affiches|why|how (?:to|we|i|our|a|an|the)|lessons?|taught|learned|history|exhibition|novel|book|episode|podcast|study|checklist|series|remember|(?:en|in|de|since|depuis|from) 1\d{3})\b/i;
/** Words that open what explains: "Comment nous avons divisé par trois les retards". */
const EXPLAINS = /^[^a-zà-ÿ]*(?:comment|how|what|quand|when)\b/i;

const patternOf = lazyFor(([, source]: Triggered) => new RegExp(source, 'im'));

/** Whether a text gives notice of a disruption or a danger of these days, whatever its author says of its type. */
export function isDisruption(text: string): boolean {
  const lower = text.toLowerCase();
  const isNotice = NOTICES.some((row) => hasLetters(row[0], lower) && patternOf(row).test(text));
  return isNotice && !TELLS.test(text) && !EXPLAINS.test(text);
}
