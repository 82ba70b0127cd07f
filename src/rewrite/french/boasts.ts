// French senders that praise themselves in front of what they have to say.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { dropped, phrase } from '../phrase.js';
import { praiseInFront } from '../praise.js';
import type { Operation } from '../wording.js';
import { GLAD } from './senders.js';
import { NEVER } from './standing.js';

/** What a house is known for, by its own word. */
const KNOWN = String.raw`(?:(?:Reconnue?s?|Réputée?s?|Renommée?s?) (?:depuis (?:toujours|longtemps|des (?:années|décennies|générations)) )?pour (?:l[’']excellence|la qualité|le sérieux|l[’']authenticité|le professionnalisme|la finesse|son excellence|ses (?:produits|services|vins)|sa qualité|son (?:expertise|savoir-faire|professionnalisme|sérieux))|Toujours soucieux d|Toujours en quête d[’']excellence|(?:Forte?s?|Riches?) (?:de |d[’'])(?:son|sa|ses|leurs?|notre|nos|une (?:longue|solide)) (?:longue |solide )?(?:expérience|expertise|savoir-faire|tradition))[^,.:;!?\d]{0,50}, `;

const OF: readonly (readonly [RegExp, string])[] = [
  [/^le /i, 'du '],
  [/^les /i, 'des '],
  [/^la /i, 'de la '],
  [/^l[’']/i, 'de l’'],
];
/** "le Domaine" → "du Domaine". */
function ofWhom(who: string): string {
  const article = OF.find(([start]) => start.test(who));
  if (article !== undefined) return who.replace(...article);
  return /^[aeiouyéèêâîôûœ]/i.test(who) ? `d’${who}` : `de ${who}`;
}

/** "son millésime" → "Le millésime"; undefined where the gender does not show. */
function withArticle(own: string, what: string): string | undefined {
  const isVowel = /^[aeiouéèêâîôûœ]/i.test(what);
  if (/^(?:ses|leurs)$/i.test(own)) return `Les ${what}`;
  if (/^h/i.test(what)) return undefined;
  if (isVowel) return `L’${what}`;
  if (/^sa$/i.test(own)) return `La ${what}`;
  return /^son$/i.test(own) ? `Le ${what}` : undefined;
}

const PRESENTED = lazy(() =>
  latin(
    String.raw`^(?:${KNOWN})?(?<who>(?:l[ea]s? |l[’'])?(?!(?:nous|je|j|vous|on|notre|nos|mon|ma|mes)[\s’'])\p{L}[^.,:;!?«»]{2,50}?) (?:est|sont) (?:donc |aussi |très )?${GLAD} (?:de |d[’'])(?:pouvoir )?(?:enfin )?(?:vous )?(?:présenter|dévoiler|annoncer|faire découvrir) (?<own>son|sa|ses|leurs?) (?<what>[^.,:;!?«»]{3,60}), qui (?=(?<verb>a|ont|est|sont|sera|seront|vient|viennent|reçoit|remporte|compte|réunit) )`,
  ),
);
const MANY = /^(?:ont|sont|seront|viennent)$/i;
/** "Le Domaine est fier de vous présenter son millésime, qui a une médaille" → "Le millésime du Domaine a une médaille". */
const presented: Operation = {
  id: 'boast',
  apply({ text, isFirst }) {
    const match = isFirst ? PRESENTED().exec(text) : null;
    const { who = '', own = '', what = '', verb = '' } = match?.groups ?? {};
    // "une gamme de savons, qui sont": the verb is of another noun than the first.
    if (match === null || MANY.test(verb) !== /^(?:ses|leurs)$/i.test(own)) return undefined;
    const front = withArticle(own, what);
    return front === undefined
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${front} ${ofWhom(who)} ` }] };
  },
};

const CARES = lazy(() =>
  latin(
    String.raw`^(?:(?<at>(?:Chez|Au sein de|À) [^,.:;!?]{2,40}), )?(?:nous (?:sommes (?:tous |toutes |profondément |très )?(?:passionnés|convaincus|attachés|engagés|animés)|avons (?:toujours )?à cœur d|mettons tout en œuvre pour|mettons un point d[’']honneur)|(?:votre|la|l[’']) ?(?:satisfaction|qualité|excellence|bien-être|confort|santé|sécurité)(?: de (?:nos|tous nos) \p{L}+)? (?:est|sont) (?:notre|nos|toujours notre|au cœur d))[^.!?\d]{0,90}[.!]$`,
  ),
);
const NEXT =
  /^(?:C[’']est (?:pourquoi|dans cet esprit que|pour cela que|la raison pour laquelle) (?:donc )?,?)?(?=(?:[Nn]otre|[Nn]os|[Nn]ous|[Ll]e |[Ll]a |[Ll]es |[Ll][’']))/;
const PRIDE = dropped(
  'boast',
  String.raw`(?:C[’']est )?(?:une? |la |notre )(?:(?:grande?|immense|belle|vraie?|véritable|énorme|magnifique|réelle|juste) )*(?:fierté|récompense|reconnaissance|consécration|satisfaction|joie|honneur)(?: (?:et|pour|de|d[’']|qui) ?(?:(?! (?:grâce|merci|avec) )[^.!?\d@#«]){3,110})?`,
  NEVER,
  { where: 'behind' },
);
/** Pride without a fact: of every medal. Where somebody or something is named, it is of them. */
const proud: Operation = {
  id: 'boast',
  apply: (sentence, forms) => (/[ ’']\p{Lu}/u.test(sentence.text) ? undefined : PRIDE.apply(sentence, forms)),
};
/** Self-praise that goes. */
export const boasts: readonly Operation[] = [
  presented,
  praiseInFront({ praise: CARES, led: NEXT, inFrontOfName: /^\S+ /, staysBefore: /^/ }),
  phrase('boast', String.raw`^${KNOWN}(?=(?:l[ea]s? |l[’']|notre |nos |nous )\p{L})`, ''),
  // "Notre client, leader sur son marché, recherche" → "Notre client recherche".
  phrase(
    'boast',
    String.raw`(?<=\p{L}), (?:(?:véritable|vrai) )?(?:leader|n° ?1|numéro un|acteur (?:majeur|incontournable|de référence)|référence|spécialiste reconnue?|expert reconnu) (?:(?:incontestée?|reconnue?|européen(?:ne)?|français(?:e)?|mondial(?:e)?|national(?:e)?) )*(?:(?:sur|de|dans) (?:son|ses|le|la|leur) (?:marché|secteur|domaine|métier|segment|région)s?)(?: d[’']activité)?, (?=\p{L})`,
    ' ',
  ),
  // "recrute dans le cadre de son développement un mécanicien" → "recrute un mécanicien".
  phrase(
    'filler',
    String.raw`(?<=(?:recherch|recrut|embauch|cherch)(?:e|ent|ons)),? (?:dans le cadre d[eu]|pour accompagner|afin d[’']accompagner|pour soutenir) ?(?:de )?(?:son|sa|leur|notre|la) (?:fort(?:e)? |constant(?:e)? )?(?:développement|croissance|expansion)(?: (?:constante?|continue?|d[’']activité))?,? (?=(?:une?|des|son|sa|ses|notre|nos|deux|trois|quatre|cinq|\d+) ?)`,
    ' ',
  ),
  phrase(
    'boast',
    String.raw`(?<=(?:^|[\s’'])(?:formation|formations|accompagnement|équipe|équipes|enseignement|cursus|services?|savoir-faire|cuisine|programme|produits|prestations?)) d[’']excellence(?= (?:de|d[’']|en|pour|à|sur)|[,.!:]|$)`,
    '',
  ),
  proud,
];
