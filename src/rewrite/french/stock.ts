// French phrases of ads and brochures that go whole, and the label of praise in front of what there is.
import { dropped, phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { LEANS } from './standing.js';

/** Adjectives that any offer could carry, in all their forms. */
const ADJECTIVE = String.raw`(?:ambitieu(?:x|se)s?|innovante?s?|novat(?:eur|rice)s?|audacieu(?:x|se)s?|inédite?s?|exemplaires?|moderne?s?|dynamiques?|passionnante?s?|convivia(?:l|le|ux|les)|chaleureu(?:x|se)s?|puissante?s?|intuitif|intuitives?|intuitifs|performante?s?|ergonomiques?|inspirante?s?|visionnaires?|uniques?|incontournables?|exceptionnel(?:le)?s?|inoubliables?|festif|festives?|festifs|magiques?|enchant(?:eur|eresse)s?|féeriques?|ludiques?|authentiques?|généreu(?:x|se)s?|fédérat(?:eur|rice)s?|structurante?s?|vertueu(?:x|se)s?|captivante?s?|envoûtante?s?)`;
const HEAP = String.raw`(?:(?:très |à la fois |aussi |résolument |particulièrement )?${ADJECTIVE}(?:, ${ADJECTIVE})*,? (?:et|mais aussi|et surtout) (?:très |résolument |surtout )?${ADJECTIVE})`;
/** What such a phrase is said of. */
const EVENT = String.raw`(?:moment|expérience|rendez-vous|sortie|soirée|journée|événement|après-midi|week-end|spectacle|parenthèse|aventure|occasion|voyage)`;
const SHARED = String.raw`(?:à (?:partager|vivre|savourer|découvrir|ne pas (?:manquer|rater))|pour (?:toute la famille|petits et grands|les petits et les grands|tous|toutes et tous|tous les âges|les gourmands|les curieux))(?: (?:en famille|entre amis|avec vos proches|en famille ou entre amis|ensemble|sans modération|pour petits et grands))*`;

/** Phrases that go. */
export const stock: readonly Operation[] = [
  // "…, que vous allez adorer et qui plaira" → "…, qui plaira".
  phrase(
    'filler',
    String.raw`(?<=\p{L}|\d)(?<comma>,?) (?:que (?:vous allez|tu vas|vous devriez|toute la famille va|les enfants vont|petits et grands vont) (?:tous )?(?:adorer|aimer|dévorer|kiffer|vous arracher)|qui (?:va|vont|saura|sauront|devrait|devraient) (?:sûrement |à coup sûr |forcément )?(?:vous |nous )?(?:bluffer|épater|ravir|faire craquer|émerveiller|conquérir|séduire|faire voyager|faire fondre|plaire(?= (?:et|[.!:]))|étonner|surprendre)(?: (?:petits et grands|toute la famille|les petits et les grands))?)(?<and> et(?= (?:qui|que|qu[’'])))?(?= ?[:.!,]|$| (?:qui|que|qu[’']))`,
    ({ comma = '', and = '' }) => (and === '' ? '' : comma),
    { unless: () => /(?:ne|n[’']) (?:va|vont|saura)/i },
  ),
  // "Vous cherchez une idée de sortie ? L’atelier …"
  dropped(
    'filler',
    String.raw`(?:(?:Vous |Tu )?(?:cherchez|cherches|recherchez|manquez d[’']|avez besoin d[’'])|En quête d[’']|Besoin d[’']|En panne d[’']|Envie d[’'])\s?(?:une? |des )?(?:idées?|inspiration)(?: (?:de |d[’'])?(?:sorties?|cadeaux?|balades?|activités?|week-end|recettes?|occuper [^.!?\d]{3,30}))?(?: (?:pour|en|ce|cette|avec|à) [^.!?\d]{3,40})?[ \u00a0\u202f]*\?|(?:Que|Quoi) faire (?:ce|cette|pendant|en) [^.!?\d]{3,30}[ \u00a0\u202f]*\?`,
    LEANS,
  ),
  // "Venez nombreux samedi dès 10h" → "Venez samedi dès 10h".
  phrase(
    'filler',
    String.raw`(?<=(?:^|[\s,])(?:Venez|Soyez(?= présents)|On vous attend|Nous vous attendons|Rejoignez-nous)) (?:très |tous )?(?:nombreux|nombreuses)(?: et nombreuses)? (?=(?:le |ce |cet |cette |demain|dès |à |au |aux |sur |pour |dans |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))`,
    ' ',
  ),
  // "Un projet ambitieux et innovant où" → "Un projet où".
  phrase(
    'filler',
    String.raw`(?<=(?<![\p{L}’'])(?:une?|le|la|l[’']|notre|nos|ce|cet|cette|des|les|votre) ?(?:\p{L}+ )?[\p{L}-]{4,}) ${HEAP}(?= (?:où|qui|que|qu[’']|de |d[’']|pour|à|dont|avec|sur|dans)|,| ?:)`,
    '',
    {
      unless: () =>
        /(?:est|sont|reste|plus|moins|aussi|si) (?:très |à la fois )?(?:ambitieu|innovan|convivia|moderne|dynami)/i,
    },
  ),
  // "6 représentations exceptionnelles" → "6 représentations".
  phrase(
    'filler',
    String.raw`(?<=(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze) (?:représentations|concerts|spectacles|artistes|vins|photos|rencontres|œuvres|pièces|lots|invités|invitées|musiciens|cuvées|films|jardins|balades|soirées|recettes)) (?:exceptionnel(?:le)?s|incroyables|magnifiques|inoubliables|extraordinaires|sublimes|uniques)(?![\p{L}])`,
    '',
  ),
  // "Venez découvrir les nombreux atouts de notre beau territoire !"
  dropped(
    'filler',
    String.raw`(?:Venez (?:vite )?(?:découvrir|explorer|goûter)|(?:Partez|Venez|Laissez-vous (?:guider|emporter|surprendre),? (?:et partez )?)\s?à la découverte d(?:e|es)|Découvrez|Explorez) (?:ou redécouvr\p{L}+ )?(?:l[ea]s? |l[’']|toutes? (?:l[ea]s? |l[’']))?(?:(?:nombreux|nombreuses|multiples|mille et une?|innombrables|incroyables|magnifiques) )*(?:atouts|richesses?|trésors|merveilles|charmes?|beautés?|facettes|secrets|splendeurs?|pépites) (?:cachée?s )?d(?:e |u |es |e l[’'])(?:(?:notre|nos|cette|ce|ces|votre|la|le) )?(?:(?:beau|belle|beaux|magnifique|superbe|si beau|merveilleux) )*(?:territoires?|région|ville|village|commune|département|vallée|pays|patrimoine|terroirs?|coin|nature|campagne|littoral|massif)(?: (?:et de ses|aux mille|d[’']exception)[^.!?\d]{0,40})?`,
    LEANS,
  ),
  // "Un moment convivial et chaleureux à partager en famille : 40 exposants" → "40 exposants".
  phrase(
    'filler',
    String.raw`^Une? (?:vrai |véritable |grand |beau |bel |belle |super |très )*${EVENT}(?:,? (?:(?:très |à la fois |100 % )?${ADJECTIVE}|et|,))*(?: ${SHARED})?(?<! (?:rendez-vous|spectacle|soirée|journée|événement|sortie|voyage|week-end|après-midi|expérience|moment|occasion|aventure|parenthèse)) ?: (?=\d)`,
    '',
  ),
  // "Notre client, acteur majeur de la logistique," → "Notre client, acteur de la logistique,".
  phrase(
    'boast',
    String.raw`(?<=\p{L}, (?:un |l[’'])?acteur) (?:majeur|incontournable|de premier plan|de référence|clé|historique et incontournable)(?= (?:de |d[’']|du |des |dans |en ))`,
    '',
  ),
  // "…, l’un des concours les plus prestigieux du monde." at the end.
  phrase(
    'boast',
    String.raw`, (?:qui est )?(?:l[’']une? des|parmi les) (?:\p{L}[\p{L}’-]+ ){1,3}(?:les )?plus (?:prestigieu(?:x|ses)|réputée?s|reconnue?s|célèbres|renommée?s|convoitée?s|attendue?s|respectée?s)(?: (?:de|du|d[’']|au|en|dans|à) ?[^.,:;!?\d]{2,34}?)?(?=[ \u00a0\u202f]*[.!]?$)`,
    '',
  ),
  // "Tout ce qu’il faut savoir, notamment comment réserver" → "Comment réserver".
  phrase(
    'filler',
    String.raw`^(?:(?:Voici|On vous dit|Je vous dis|Nous vous disons|Découvrez|Retrouvez) )?tout ce qu(?:[’']il faut|e vous devez|[’']on doit) savoir(?: (?:à ce sujet|dessus))?(?:,| ?:) (?:notamment |y compris |dont |et surtout )?(?=(?:comment|pourquoi|où|quand|combien) )`,
    '',
  ),
];
