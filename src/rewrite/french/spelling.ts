// Slips of French drafts that are certain from the words beside them.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Change, type Operation } from '../wording.js';

/** Words that "a" does not follow as a verb. */
const BEFORE = String.raw`bravo|merci|grâce|rendez-vous|rdv|bienvenue|face|quant|coucou|bonjour|bonsoir|salut|hello|ouvre|rouvre|ferme|commence|débute|venez|participez|inscrivez-vous|abonnez-vous|pensez|gratuit|gratuite|réservé|réservée|destiné|destinée|jusque`;
/** Words and figures that "a" does not stand before as a verb. */
const BEHIND = String.raw`\d{1,2} ?h(?:\d\d)?(?![\p{L}\d])|partir d|domicile(?![\p{L}])|eux(?![\p{L}])|elles(?![\p{L}])|cause d|côté d|travers l|propos d|l[’']occasion d|bientôt ?[.!]|toutes et tous|tous et toutes`;
const NO_ACCENT = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s’'(])(?:${BEFORE}) )a(?= (?!(?:été|eu|fait|bien|déjà|toujours|aussi|\p{L}+(?:é|ée|is|it|u|i))(?![\p{L}])))|(?<=[\p{L}\d,] )a(?= (?:${BEHIND}))|(?<=(?:^|[\s,])(?:merci|bravo)\s[^.!?]{3,80} et )a(?= (?:la|l[’']|nos|notre|tous|toutes)(?![\p{L}]))`,
    'gi',
  ),
);
/** A subject of which "a" is the verb. */
const HAS = lazy(() => latin(String.raw`(?:^|[\s’'])(?:il|elle|on|qui|y|ça|n[’']|l[’'])\s?$`));

/** "Merci a la buvette", "ouvert a 6h30": the accent that was left out. */
const accent: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(NO_ACCENT())].flatMap(({ index }): Change[] =>
      HAS().test(text.slice(0, index)) ? [] : [{ start: index, end: index + 1, text: 'à' }],
    );
    return changes.length === 0 ? undefined : { changes };
  },
};

const FEMININE = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[.!?:,] |(?:que|où|car|mais|et|donc|si) )(?:la|cette|une) (?!plupart|foule|majorité|moitié|personne)\p{L}{4,} (?:est|sera|était|a été|reste|restera|n[’']est|ne sera) (?:pas |plus |désormais |exceptionnellement |actuellement |de nouveau |enfin |toujours )?)(?<done>(?!été|côté|pré|gré|degré|santé|beauté|cité|qualité)\p{L}{2,}é)(?=(?:[\s,.!]|$)(?! (?:de|d[’']) \p{L}+é))`,
  ),
);
/** "la boulangerie sera fermé" → "la boulangerie sera fermée". */
const feminine: Operation = {
  id: 'spelling',
  apply({ text }) {
    const match = FEMININE().exec(text);
    if (match === null) return undefined;
    const end = match.index + match[0].length;
    return { changes: [{ start: end, end, text: 'e' }] };
  },
};

const TO_MANY = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s’'])(?:merci|bravo|félicitations|grâce|destiné|destinée|réservé|réservée|ouvert|ouverte|hommage|bienvenue) )au(?= (?:nombreux |nouveaux |jeunes |petits |grands |chers |\d+ )?(?:parents|bénévoles|élèves|habitants|enfants|joueurs|joueuses|partenaires|équipes|organisateurs|participants|commerçants|abonnés|adhérents|donateurs|artistes|auteurs|étudiants|agents|riverains|visiteurs|clients|lecteurs|supporters|enseignants|familles|seniors|adultes|débutants|filles|garçons|personnes|associations|entreprises)(?![\p{L}]))`,
    'gi',
  ),
);
/** "merci au parents" → "merci aux parents". */
const toMany: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(TO_MANY())].map(({ index }) => ({
      start: index + 2,
      end: index + 2,
      text: 'x',
    }));
    return changes.length === 0 ? undefined : { changes };
  },
};

/** Nouns of one gender that are often taken for the other, with the adjectives that stand behind them. */
const SOLDES = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s’'(])soldes? )(?<wrong>exceptionnelles?|annuelles?|flottantes?|privées?|saisonnières?|monstrueuses?|géantes?)`,
  ),
);
const MASCULINE: readonly (readonly [RegExp, string])[] = [
  [/elle(s?)$/i, 'el$1'],
  [/ère(s?)$/i, 'er$1'],
  [/euses?$/i, 'eux'],
  [/(t|é)e(s?)$/i, '$1$2'],
];
/** "Soldes exceptionnelles" → "Soldes exceptionnels". */
const masculine: Operation = {
  id: 'spelling',
  apply({ text }) {
    const match = SOLDES().exec(text);
    const wrong = match?.groups?.['wrong'] ?? '';
    const ending = MASCULINE.find(([feminineEnding]) => feminineEnding.test(wrong));
    if (match === null || ending === undefined) return undefined;
    return { changes: [{ start: match.index, end: match.index + wrong.length, text: wrong.replace(...ending) }] };
  },
};

const COMPOUNDS: Readonly<Record<string, string>> = {
  'vous même': 'vous-même',
  'vous mêmes': 'vous-mêmes',
  'nous mêmes': 'nous-mêmes',
  'lui même': 'lui-même',
  'elle même': 'elle-même',
  'eux mêmes': 'eux-mêmes',
  'elles mêmes': 'elles-mêmes',
  'soi même': 'soi-même',
  'grille pain': 'grille-pain',
  'week end': 'week-end',
  'week ends': 'week-ends',
  'rez de chaussée': 'rez-de-chaussée',
  'avant première': 'avant-première',
  'porte monnaie': 'porte-monnaie',
  'tire bouchon': 'tire-bouchon',
  'au delà': 'au-delà',
  'vis à vis': 'vis-à-vis',
  'ci joint': 'ci-joint',
  'ci dessous': 'ci-dessous',
  "c'est à dire": 'c’est-à-dire',
  'dores et déjà': 'd’ores et déjà',
  "d'or et déjà": 'd’ores et déjà',
  'ont étaient': 'ont été',
  'a étaient': 'a été',
  'comme même': 'quand même',
};
const IN_PARTS = lazy(() =>
  latin(
    String.raw`(?<![\p{L}\d’'-])(?:${Object.keys(COMPOUNDS).join('|').replaceAll("'", "[’']")})(?![\p{L}\d’'-])`,
    'gi',
  ),
);
/** "vous même", "dores et déjà": what is written in one way only. */
const compound: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(IN_PARTS())].flatMap(({ 0: found, index }): Change[] => {
      const put = COMPOUNDS[found.toLowerCase().replaceAll('’', "'")];
      if (put === undefined) return [];
      const written = text.includes('’') || !text.includes("'") ? put : put.replaceAll('’', "'");
      return [{ start: index, end: index + found.length, text: /^\p{Lu}/u.test(found) ? capital(written) : written }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const THEY_HAVE = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s,])(?:ils|elles|(?:les|nos|mes|ces|des|\d+) [^.,:;!?]{3,40}?) )on(?= (?!\p{L}+(?:té|née|blé|thé|fée) )(?:tous |toutes |déjà |bien |enfin )?\p{L}{2,}(?:é|és|ées|ée)(?![\p{L}]))`,
    'gi',
  ),
);
/** "Les élèves on participé" → "Les élèves ont participé". */
const have: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(THEY_HAVE())].map(({ index }) => ({
      start: index + 2,
      end: index + 2,
      text: 't',
    }));
    return changes.length === 0 ? undefined : { changes };
  },
};

/** "L’ #IA": no blank behind an apostrophe. */
const elided: Operation = phrase('spelling', String.raw`(?<=(?<![\p{L}])(?:l|d|qu|n|s|j|c)[’']) (?=#[\p{L}])`, '');

/** "1 français sur 3": who comes from a country has a capital. */
const people: Operation = phrase(
  'spelling',
  String.raw`(?<=(?<![\p{L}\d])(?:un|une|\d+|deux|trois|quatre) )(?<who>français|française|françaises|européen|européens|belge|belges|suisse|suisses)(?= sur (?:\d|deux|trois|quatre|cinq|dix))`,
  ({ who = '' }, { text }, __, at) => (/^\p{Lu}/u.test(text.slice(at)) ? undefined : capital(who)),
);

/** Slips, which are corrected with whatever else is done. */
export const spelling: readonly Operation[] = [accent, feminine, toMany, masculine, compound, have, elided, people];
