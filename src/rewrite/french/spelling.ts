// Slips of French drafts that are certain from the words beside them.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Change, type Operation } from '../wording.js';

/** Words that "a" does not follow as a verb. */
const BEFORE = String.raw`réponses?|bravo|merci|grâce|rendez-vous|rdv|bienvenue|face|quant|coucou|bonjour|bonsoir|salut|hello|ouvre|rouvre|ferme|commence|débute|venez|participez|inscrivez-vous|abonnez-vous|pensez|gratuit|gratuite|réservé|réservée|destiné|destinée|jusque`;
/** Words and figures that "a" does not stand before as a verb. */
const BEHIND = String.raw`\d{1,2} ?h(?:\d\d)?(?![\p{L}\d])|partir d|domicile(?![\p{L}])|eux(?![\p{L}])|elles(?![\p{L}])|cause d|côté d|travers l|propos d|l[’']occasion d|bientôt ?[.!]|toutes et tous|tous et toutes|l[’']adresse|l[’']affiche d|proximité d|l[’']attention d|l[’']intérieur d|l[’']extérieur d|destination d|l[’']arrivée d|la place ?[.!]`;
const NO_ACCENT = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s’'(])(?:${BEFORE}) )a(?= (?!(?:été|eu|fait|bien|déjà|toujours|aussi|\p{L}+(?:é|ée|is|it|u|i))(?![\p{L}])))|(?<=[\p{L}\d,] )a(?= (?:${BEHIND}))|(?<=(?:sets?|buts?|points?|matchs?|\d) )a(?= \d+(?![\d\p{L}]| (?:ans|fois|jours|mois)))|(?<=\p{L}{2}(?:ée?s?|er) )a(?= la (?:main|maison|carte|demande|ferme|plage|montagne|campagne)(?![\p{L}]))|(?<=nombreux |nombreuses )a(?= (?:nous |vous |y |l[ea]s? )?\p{L}+(?:er|ir|re)(?![\p{L}]))|(?<=[\p{L}]{3} )a(?= (?:vous|nous|te) \p{L}+(?:er|ir|re|oir)(?![\p{L}])| laquelle(?![\p{L}]))|(?<=\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})? )a(?= (?:la|l[’']|\d{1,2} ?h)(?![\p{L}\d]))|(?<=\d ?h(?:\d\d)? )a(?= (?:la|l[’']|\d{1,2} ?h)(?![\p{L}\d]))|(?<=(?:^|[\s’'])(?:mise?s?|mettre|mettez|mettons|remise?s?|tenue?s?|remettre) )a(?= jour(?![\p{L}]))|(?<=(?:^|[\s,])(?:merci|bravo)\s[^.!?]{3,80} et )a(?= (?:la|l[’']|nos|notre|tous|toutes)(?![\p{L}]))`,
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
  'porte a porte': 'porte à porte',
  'face a face': 'face à face',
  'pas a pas': 'pas à pas',
  'peu a peu': 'peu à peu',
  'petit a petit': 'petit à petit',
  'tête a tête': 'tête à tête',
  'mot a mot': 'mot à mot',
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
/** "nos abeilles en on visité" has its pronoun, which no subject "on" stands behind. */
const OF_IT_HAVE = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s,])(?:ils|elles|(?:les|nos|mes|ces|des|\d+) (?:\p{L}+ )?\p{L}+s) (?:en|y|l[’']|nous|vous) ?)on(?= (?:tous |toutes |déjà |bien )?\p{L}{2,}é(?![\p{L}]))`,
    'gi',
  ),
);
/** "Les élèves on participé" → "Les élèves ont participé". */
const have: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(THEY_HAVE()), ...text.matchAll(OF_IT_HAVE())].map(({ index }) => ({
      start: index + 2,
      end: index + 2,
      text: 't',
    }));
    return changes.length === 0 ? undefined : { changes };
  },
};

/** "on ouvre une boutique a Angers": in front of a name, "a" is no verb where one stands before. */
const IN_PLACE =
  /(?<=[a-zà-ÿœ]{3} )a(?= [A-ZÀ-Þ][a-zà-ÿœ]{2,}(?:-[A-Za-zà-ÿœÀ-Þ]+)*(?: (?:le|les|du|au|à|pour|dès|en|et|avec|depuis|sur) |[ \u00a0]?[.!,:?)]|$))/g;
const IS_VERB = lazy(
  () =>
    /(?<![\p{L}’'-])(?:est|sont|ouvre|ouvrons|ouvrez|ouvrira|organise|propose|cherche|recherche|recrute|habite|vient|venez|arrive|passe|joue|part|partons|va|vont|allons|sera|seront|serons|retrouve|déménage|installe|accueille|attend|attendons|participez|rejoignez|court|vend|expose)(?![\p{L}])|\d/iu,
);
const inPlace: Operation = {
  id: 'spelling',
  apply({ text }) {
    const changes = [...text.matchAll(IN_PLACE)].flatMap(({ index }): Change[] =>
      HAS().test(text.slice(0, index)) || !IS_VERB().test(text.slice(0, index))
        ? []
        : [{ start: index, end: index + 1, text: 'à' }],
    );
    return changes.length === 0 ? undefined : { changes };
  },
};

/** "Les travaux ont débutés": such a verb has nothing to agree with. */
const invariable: Operation = phrase(
  'spelling',
  String.raw`(?<=(?<![\p{L}])(?:ai|as|a|ont|avons|avez|avait|avaient|aura|auront) (?:déjà |enfin |tous |toutes |bien |tout juste )?)(?<verb>débuté|commencé|participé|assisté|contribué|collaboré|fonctionné|répondu|travaillé|réussi|duré|permis|joué|voté|succédé|profité)(?:e?s|e)(?![\p{L}])`,
  '$<verb>',
);

/** "il y a 14 place": nouns that are verbs as well, behind a figure. */
const counted: Operation = phrase(
  'spelling',
  String.raw`(?<=(?<![\p{L}\d,.])(?:[2-9]|[1-9]\d+) )(?<noun>place|personne|euro|heure|jour|semaine|minute|séance|table|livre|page|date|visite|équipe|bénévole|ticket|stand|exposant)(?=[.,!?:;)]| (?:disponible|gratuit|libre|à|pour|sur|dans|en|par|et|avec)|$)`,
  '$<noun>s',
  { unless: () => /\d place (?:à|en) /i },
);

/** "le parapharmacie": houses that are feminine. */
const house: Operation = phrase(
  'spelling',
  String.raw`(?<![\p{L}’'])(?<l>l)e (?=(?:pharmacie|parapharmacie|mairie|bibliothèque|médiathèque|boulangerie|librairie|piscine|épicerie|crèche|clinique|déchèterie|ludothèque|patinoire)(?![\p{L}-]))`,
  '$<l>a ',
);

/** "alors inscrivez vous vite": the hyphen of a command. */
const hyphen: Operation = phrase(
  'spelling',
  String.raw`(?<=^|[,!:;.] |(?:^|[\s’'])(?:alors|et|donc|puis|mais) )(?<verb>(?:inscrivez|abonnez|connectez|préparez|dépêchez|présentez|installez|amusez|équipez|engagez|rendez|munissez|régalez) vous|(?:contactez|rejoignez|suivez|retrouvez|écrivez|appelez|aidez|envoyez|confiez|racontez|soutenez) nous)(?![\p{L}’'-]| (?:\p{L}+ez|\p{L}+ons)(?![\p{L}]))`,
  ({ verb = '' }) => verb.replace(' ', '-'),
);

/** "la 10eme édition" → "la 10e édition". */
const ordinal: Operation = phrase(
  'spelling',
  String.raw`(?<![\p{L}\d])(?<figure>\d{1,3})(?:i?[eè]me)(?<many>s?)(?![\p{L}])`,
  '$<figure>e$<many>',
);

/** "Grace à vous": the accent that was left out. */
const grace: Operation = phrase(
  'spelling',
  String.raw`(?<![\p{L}\d’'#@./_-])(?<g>g)race (?<to>[àa]|au|aux)(?= (?:vous|toi|nous|eux|l[ea]s? |l[’']|nos|notre|votre|vos|ce|cette|un|une|son|leur|\p{L}+s? ))`,
  ({ g = '', to = '' }) => `${g}râce ${to === 'a' ? 'à' : to}`,
);

/** "ca marche": the cedilla that was left out. */
const cedilla: Operation = phrase(
  'spelling',
  String.raw`(?<![\p{L}\d’'#@./_-])(?<first>[Cc])a(?= (?:va|fait|marche|prend|se|sent|donne|y|vous|nous|me|te|reste|commence|continue|peut|doit|dure|coûte|change|compte|existe|arrive|ne|n[’']|aide|suffit|vient|bouge|a|tombe|rend|met|permet|me|ressemble|sera|serait|vaut|devient|c[’'])(?![\p{L}]))`,
  (_, { text }, __, at) => `${text.charAt(at) === 'C' ? 'Ç' : 'ç'}a`,
);

/** "20 aout": the month with the accent that most readers expect. */
const august: Operation = phrase(
  'spelling',
  String.raw`(?<![\p{L}’'#@./_-])(?<a>a)out(?![\p{L}_/-]|\.\p{L})`,
  '$<a>oût',
);

/** "j’ai mis à jour mon tuto": a text opens with a capital. */
const opening: Operation = {
  id: 'spelling',
  apply({ text, isFirst }) {
    return isFirst && OPENS_SMALL().test(text)
      ? { changes: [{ start: 0, end: 1, text: text.charAt(0).toUpperCase() }] }
      : undefined;
  },
};
const OPENS_SMALL = lazy(
  () =>
    /^(?:j[’']ai|je|on|nous|vous|il|elle|le|la|les|l[’']|un|une|des|notre|nos|mon|ma|mes|ce|cet|cette|ces|si|dans|pour|avec|après|petit|petite|nouveau|nouvelle|bonjour|hello|salut|coucou|merci|bravo|c[’']est|ça|demain|aujourd[’']hui|enfin|qui|quand|comment|pourquoi)(?:[\s,!]|(?<=[’'])\p{L})/u,
);

/** "L’ #IA": no blank behind an apostrophe. */
const elided: Operation = phrase('spelling', String.raw`(?<=(?<![\p{L}’'])(?:l|d|qu|n|s|j|c)[’']) (?=#?[\p{L}])`, '');

/** "1 français sur 3": who comes from a country has a capital. */
const people: Operation = phrase(
  'spelling',
  String.raw`(?<=(?<![\p{L}\d])(?:un|une|\d+|deux|trois|quatre) )(?<who>français|française|françaises|européen|européens|belge|belges|suisse|suisses)(?= sur (?:\d|deux|trois|quatre|cinq|dix))`,
  ({ who = '' }, { text }, __, at) => (/^\p{Lu}/u.test(text.slice(at)) ? undefined : capital(who)),
);

/** Slips, which are corrected with whatever else is done. */
export const spelling: readonly Operation[] = [
  accent,
  feminine,
  toMany,
  masculine,
  compound,
  have,
  inPlace,
  grace,
  invariable,
  ordinal,
  counted,
  hyphen,
  house,
  cedilla,
  august,
  elided,
  people,
  opening,
];
