// French openings that name the season before the advice or the offer that it is the time for.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { dropped } from '../phrase.js';
import { dropOpening, LEAST_REST, type Operation } from '../wording.js';
import { LEANS } from './standing.js';

const WEATHER = String.raw`(?:(?:grand |premiers? |premières? |fort(?:es)? |bon(?:ne)?s? |mauvais )?(?:froids?|gels?|gelées|beaux jours|chaleurs?|canicules?|soleil|beau temps|mauvais temps|printemps|été|automne|hiver|jours qui rallongent|soirées d[’']été|belle saison|saison (?:froide|estivale|hivernale|chaude)|températures (?:qui (?:montent|baissent|chutent|remontent)|estivales|hivernales|négatives)))`;
const OCCASION = String.raw`(?:fêtes(?: de (?:fin d[’']année|Noël|Pâques))?|vacances(?: (?:scolaires|d[’']été|de (?:Noël|Pâques|printemps|la Toussaint)))?|rentrée(?: scolaire)?|fin d[’']année|grandes vacances|départs? en vacances|Noël)`;
const COMES = String.raw`(?:qui (?:arrive(?:nt)?|reviennent|revient|approche(?:nt)?|s[’']installe(?:nt)?|pointe(?:nt)? (?:le bout de )?(?:leur|son) nez|commence(?:nt)?|se profile(?:nt)?)(?: à grands pas)?)`;
const OPENING = lazy(() =>
  latin(
    String.raw`^(?:Avec (?:l[’'](?:arrivée|approche) |le retour |la venue )(?:de la |de l[’']|du |des |de )(?:${WEATHER}|${OCCASION})|Avec (?:l[ea]s? |l[’']|ces |cette |ce )(?:${WEATHER}|${OCCASION}) ${COMES}|(?:À|A) l[’'](?:approche|arrivée) (?:de la |de l[’']|du |des |de )(?:${WEATHER}|${OCCASION})|Alors que (?:l[ea]s? |l[’'])(?:${WEATHER}|${OCCASION}) (?:arrive(?:nt)?|approche(?:nt)?|reviennent|revient|s[’']installe(?:nt)?)(?: à grands pas)?),? `,
  ),
);
/** What the reader is to do, or is offered, whatever the season. */
const ASKS = lazy(() =>
  latin(
    String.raw`^(?:\p{L}{3,}ez(?:[ -]|$)|n[’']oubliez |il (?:est (?:important|temps|essentiel|conseillé|recommandé|primordial|bon|utile|grand temps)|faut|convient) |c[’']est le (?:bon )?moment |nos? |notre |nous |on |je |votre |vos |voici |retrouvez |un |une )`,
  ),
);
const LATER = lazy(() =>
  latin(String.raw`(?<![\p{L}])(?:(?:durant|pendant) (?:cette|ces)|(?:celui|celle)-ci|ces derniers)(?![\p{L}])`),
);
/** "Avec l’arrivée des beaux jours, inspectez les pattes" → "Inspectez les pattes". */
const season: Operation = {
  id: 'filler',
  apply(sentence) {
    const { text, next } = sentence;
    const length = OPENING().exec(text)?.[0].length;
    const rest = text.slice(length);
    return length === undefined ||
      rest.length + next.length < LEAST_REST + 10 ||
      !ASKS().test(rest) ||
      LATER().test(rest)
      ? undefined
      : { changes: [dropOpening(sentence, length)] };
  },
};

const ARRIVES = String.raw`(?:arrive(?:nt)?|reviennent|revient|approche(?:nt)?|sont (?:enfin |déjà )?(?:là|de retour|arrivés)|est (?:enfin |déjà |bientôt )?(?:là|de retour|arrivée?)|pointe(?:nt)? (?:le bout de )?(?:son|leur) nez|montre(?:nt)? (?:le bout de )?(?:son|leur) nez|s[’']installe(?:nt)?)(?: (?:enfin|déjà|doucement|bientôt|à grands pas))*`;
/** The season as a sentence of its own in front of an offer. */
export const seasons: readonly Operation[] = [
  season,
  dropped(
    'filler',
    String.raw`(?:Ça y est,? |Et voilà,? )?(?:L[ea]s? |L[’'])${WEATHER} ${ARRIVES}(?:,? et avec (?:lui|elle|eux|elles),? [^.!?\d]{3,60})?`,
    LEANS,
    { where: 'first' },
  ),
];
