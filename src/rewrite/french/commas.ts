// Commas that a French sentence needs behind what it calls up first.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

const DAY = String.raw`(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)`;
/** What is called up: a day, or a noun that holds no verb. */
const CALLED = String.raw`(?:${DAY}(?: (?:soir|matin|prochain|\d{1,2}(?: \p{L}+)?))?|Demain(?: soir| matin)?|Ce (?:soir|week-end|matin|midi|mois-ci)|Cette (?:année|semaine)|Aujourd[’']hui|(?:L[ea]s? |L[’']|Notre |Nos |Mon |Ma )(?!plus |pire |mieux |moins )(?:(?!(?:que|qui|dont|où|est|sont|a|ont|si|quand|et|ou|pas|plus|c)[\s’'])[\p{L}-]+ ?){1,4}(?:(?:de |du |des |d[’']|de la |à la |au |en )[\p{L}-]+)?)`;
/** "La collecte nationale c’est ce week-end" → "La collecte nationale, c’est ce week-end". */
const itIs: Operation = phrase(
  'spelling',
  String.raw` (?=c[’']est (?:l[ea]s? |l[’']|une? |ce |cette |parti|fini|demain|aujourd[’']hui|maintenant|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|gratuit|ouvert|officiel|dans |à |jusqu|pour ))(?<=^${CALLED} )`,
  ', ',
);

/** "Attention il ne reste que 4 places" → "Attention, il ne reste que 4 places". */
const careful: Operation = phrase(
  'spelling',
  String.raw`^(?<called>Attention|Bref|Désolée?s?|Rassurez-vous|Promis|Bonne nouvelle) (?=(?:il|elle|ils|nous|vous|on|ça|je) |(?:c[’']est|j[’'])|les (?:places|inscriptions|billets|horaires) )`,
  '$<called>, ',
);

/** Commas behind what is called up. */
export const commas: readonly Operation[] = [itIs, careful];
