// French notices that say what a public is asked to do: they ask the reader.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, type Change, type Operation, type WordForms } from '../wording.js';
import { command } from './address.js';

const PUBLICS = String.raw`(?:habitants|habitants et visiteurs|usagers|usagères et usagers|visiteurs|voyageurs|passagers|clients|riverains|administrés|citoyens|automobilistes|conducteurs|cyclistes|piétons|promeneurs|randonneurs|baigneurs|plaisanciers|pêcheurs|chasseurs|campeurs|adhérents|abonnés|lecteurs|spectateurs|festivaliers|participants|coureurs|familles|parents|parents d[’']élèves|élèves|étudiants|candidats|locataires|propriétaires|copropriétaires|commerçants|agriculteurs|éleveurs|particuliers|professionnels|assurés|patients|soignants|donateurs|bénévoles|exposants|joueurs|licenciés|supporters|propriétaires de chiens|personnes fragiles|consommateurs|internautes|contribuables|électeurs)`;
const STRONGLY = String.raw`(?:vivement |fortement |cordialement |chaleureusement |instamment |expressément |également |aussi |donc |toutefois |par ailleurs |ainsi )*`;
/** The readers of the place that is spoken of. */
const HERE = String.raw`(?: (?:du (?:secteur|quartier)|de la (?:commune|ville|zone|rue)|concernés|concernées|alentour))?`;
const ALL = String.raw`(?:(?:à (?:toute )?la population|au public|à (?:tous|toutes|chacun|toutes et (?:à )?tous|tous et (?:à )?toutes)|à (?:tous|toutes) les ${PUBLICS}|aux ${PUBLICS}|à nos ${PUBLICS}|à l[’']ensemble des ${PUBLICS})${HERE})`;
const ASKED = lazy(() =>
  latin(
    String.raw`^(?<why>(?:En cas d|Pour |Par |Afin d|Dès |Pendant |Durant |Avant |Jusqu|Dans |[ÀA] (?:partir|compter|l[’'])|Compte tenu|Lors d|Face )[^.,:;!?]{3,60}, )?(?:Il (?:vous )?est ${STRONGLY}(?:demandé|conseillé|recommandé|rappelé)(?: à nouveau)? ${ALL} |(?:Toute la|La) population${HERE} est ${STRONGLY}(?:invitée|priée|appelée|encouragée) (?=à |d)|Le public est ${STRONGLY}(?:invité|prié|appelé|encouragé) (?=à |d)|(?:Tous les|Toutes les|Les|Nos) ${PUBLICS}${HERE} sont ${STRONGLY}(?:invité|prié|appelé|encouragé)e?s (?=à |d)|(?:Nous|On) (?:demandons|demande|conseillons|recommandons) ${STRONGLY}${ALL} |(?:Nous|On) (?:invitons|invite|encourageons|encourage|appelons) ${STRONGLY}(?:(?:tous|toutes) les|les|nos) ${PUBLICS}${HERE} (?=à ))(?:à |de |d[’'])(?:bien vouloir )?`,
  ),
);
/** An infinitive with what stands in front of it, behind its preposition. */
const DOES = lazy(() =>
  latin(
    String.raw`^(?<not>ne (?<never>pas|plus|jamais) )?(?:(?<clitic>(?:se|vous|l[ea]s?|y|en)(?= )|[sl][’']) ?)?(?<verb>\p{L}+(?:er|ir|re|oir))(?![\p{L}-])`,
  ),
);
/** Where the next infinitive begins: "d’éviter le secteur et de ne pas appeler". */
const NEXT = lazy(() =>
  latin(
    String.raw`(?<sign>,? (?:et|ou)(?: surtout)? |, )(?:à |de |d[’'])(?=(?:ne (?:pas|plus|jamais) )?(?:(?:se|vous|l[ea]s?|y|en) |s[’']|l[’'])?\p{L}+(?:er|ir|re|oir)(?![\p{L}-]))`,
    'gi',
  ),
);
/** What is no infinitive, for all its ending. */
const NO_VERB = /^(?:leur|hier|mer|hiver|tiers|dernier|premier|papier|foyer|chantier|quartier|lire et)$/i;
/** What the readers have. */
const THEIRS = lazy(() => latin(String.raw`^ (?<all>tous |toutes |toute |tout |bien )?(?<whose>leurs?|sa|son|ses) `));
const OF_OTHERS = lazy(() =>
  latin(
    String.raw`(?:^|\s)(?:son|sa|ses|leurs?|ils?|elles?|eux|ceux-ci|soi)(?=[\s,.!-]|$)|\s[sl][’'](?:ils?|elles?)\s`,
  ),
);
const YOURS: Readonly<Record<string, string>> = {
  leur: 'votre',
  leurs: 'vos',
  son: 'votre',
  sa: 'votre',
  ses: 'vos',
};
const CLITICS: Readonly<Record<string, string>> = { se: 'vous', 's’': 'vous', 'l’': 'le' };

/** One infinitive as a command, with the length that it takes; undefined where its form or its object is not known. */
function bend(part: string, forms: WordForms): { readonly put: string; readonly length: number } | undefined {
  const match = DOES().exec(part);
  const { not, never = '', clitic, verb = '' } = match?.groups ?? {};
  if (match === null || NO_VERB.test(verb)) return undefined;
  const plain = clitic?.toLowerCase().replace("'", '’');
  const whom = plain === undefined ? undefined : (CLITICS[plain] ?? plain);
  const bent = command(verb, undefined, forms);
  if (bent === undefined) return undefined;
  const rest = part.slice(match[0].length);
  const theirs = THEIRS().exec(rest);
  const { all = '', whose = '' } = theirs?.groups ?? {};
  const behind = rest.slice(theirs?.[0].length ?? 0);
  if (OF_OTHERS().test(behind)) return undefined;
  const length = match[0].length + (theirs?.[0].length ?? 0);
  const object = theirs === null ? '' : ` ${all}${YOURS[whose.toLowerCase()] ?? ''} `;
  if (not === undefined) return { put: `${bent}${whom === undefined ? '' : `-${whom}`}${object}`, length };
  const led = whom === undefined ? bent : `${whom === 'le' && plain === 'l’' ? 'l’' : `${whom} `}${bent}`;
  const ne = /^[aeiouyéèêâîôû]/i.test(led) ? 'n’' : 'ne ';
  return { put: `${ne}${led} ${never}${object}`, length };
}

/** "Il est demandé à la population d’éviter le secteur et de ne pas appeler" → "Évitez le secteur et n’appelez pas". */
const asked: Operation = {
  id: 'notice',
  isForAlerts: true,
  apply({ text }, forms) {
    const match = ASKED().exec(text);
    if (match === null || text.endsWith('?')) return undefined;
    const from = match[0].length;
    const why = match.groups?.['why'] ?? '';
    if (OF_OTHERS().test(why)) return undefined;
    const clause = /^[^.:;!?]*/.exec(text.slice(from))?.[0] ?? '';
    const changes: Change[] = [];
    let at = 0;
    let lead: { readonly start: number; readonly sign: string } | undefined = { start: 0, sign: '' };
    for (const next of [...clause.matchAll(NEXT()), undefined]) {
      const end = next === undefined ? clause.length : next.index;
      const bent = bend(clause.slice(at, end), forms);
      if (bent === undefined) return undefined;
      const put = `${lead.sign}${lead.sign === '' && why === '' ? capital(bent.put) : bent.put}`;
      changes.push({ start: changes.length === 0 ? why.length : lead.start, end: from + at + bent.length, text: put });
      if (next === undefined) break;
      lead = { start: from + next.index, sign: next.groups?.['sign'] ?? '' };
      at = next.index + next[0].length;
    }
    return { changes };
  },
};

const OF_PLACES = lazy(
  () =>
    /^(?:Les|Tous les|Nos|Aux) (?:habitants|riverains|usagers|résidents|locataires|commerçants)(?: et (?:habitants|riverains|usagers|commerçants))? (?<of>de la |du |de l[’']|des |de |d[’'])(?<place>(?:rue|quartier|place|avenue|boulevard|chemin|impasse|allée|quai|route|ligne|secteur|hameau|résidence|cité|lotissement|bus|tram|lycée|collège|gare) [^.,:;!?]{1,40}?|\p{Lu}[\p{L}’'-]+(?: [\p{Lu}\d][\p{L}\d’'-]*)*) sont (?:informés|avertis|avisés|prévenus)(?:·e·s|\(e\)s)? (?:que |qu(?=[’']))(?=[^.]*$|[^.]*\.$)/u,
);
/** "Les riverains de la rue Haute sont informés que l’eau sera coupée" → "Rue Haute : l’eau sera coupée". */
const informed: Operation = {
  id: 'lead-in',
  isForAlerts: true,
  apply({ text }) {
    const match = OF_PLACES().exec(text);
    const place = match?.groups?.['place'];
    if (match === null || place === undefined) return undefined;
    const from = match[0].length + (/^[’']/.test(text.slice(match[0].length)) ? 1 : 0);
    const rest = text.slice(from);
    if (OF_OTHERS().test(rest) || !/^(?:l[ea]s? |l[’']|une? |des |leurs? |aucune? )/i.test(rest)) return undefined;
    return { changes: [{ start: 0, end: from, text: `${capital(place)}\u00a0: ` }] };
  },
};

/** What is asked in French notices. */
export const notices: readonly Operation[] = [asked, informed];
