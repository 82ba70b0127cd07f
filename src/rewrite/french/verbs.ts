// French verbs: nouns that hide one, relatives that can be a participle, and the reader addressed.
import { lazy } from '#base/lazy.js';
import { capital, dropOpening, type Change, type Operation, type WordForms } from '../wording.js';

const INFINITIVES: Readonly<Record<string, string>> = {
  achat: 'acheter',
  ajout: 'ajouter',
  analyse: 'analyser',
  calcul: 'calculer',
  changement: 'changer',
  comparaison: 'comparer',
  construction: 'construire',
  contrôle: 'contrôler',
  création: 'créer',
  creusement: 'creuser',
  demande: 'demander',
  dépôt: 'déposer',
  détection: 'détecter',
  déclaration: 'déclarer',
  déploiement: 'déployer',
  élaboration: 'élaborer',
  enregistrement: 'enregistrer',
  entretien: 'entretenir',
  envoi: 'envoyer',
  estimation: 'estimer',
  étude: 'étudier',
  évaluation: 'évaluer',
  exportation: 'exporter',
  export: 'exporter',
  fabrication: 'fabriquer',
  gestion: 'gérer',
  identification: 'identifier',
  importation: 'importer',
  import: 'importer',
  impression: 'imprimer',
  installation: 'installer',
  lecture: 'lire',
  location: 'louer',
  mesure: 'mesurer',
  migration: 'migrer',
  'mise à jour': 'mettre à jour',
  'mise en place': 'mettre en place',
  modification: 'modifier',
  nettoyage: 'nettoyer',
  numérisation: 'numériser',
  organisation: 'organiser',
  paiement: 'payer',
  plantation: 'planter',
  préparation: 'préparer',
  production: 'produire',
  réalisation: 'réaliser',
  recherche: 'rechercher',
  rédaction: 'rédiger',
  règlement: 'régler',
  relecture: 'relire',
  remboursement: 'rembourser',
  remplacement: 'remplacer',
  rénovation: 'rénover',
  réparation: 'réparer',
  réservation: 'réserver',
  restauration: 'restaurer',
  sauvegarde: 'sauvegarder',
  signalement: 'signaler',
  sélection: 'sélectionner',
  suivi: 'suivre',
  suppression: 'supprimer',
  test: 'tester',
  traduction: 'traduire',
  transcription: 'transcrire',
  transfert: 'transférer',
  tri: 'trier',
  validation: 'valider',
  vérification: 'vérifier',
};
const NOUN = Object.keys(INFINITIVES).join('|');
const HIDDEN = lazy(
  () =>
    new RegExp(
      String.raw`(?<lead>\b(?:de |d[’']))?\b(?<support>effectuer|réaliser|opérer|assurer|effectuez|réalisez|procéder à|procédez à|procéder|procédez|faire(?= (?:la (?:demande|comparaison|mesure)|le (?:calcul|tri)|l[’']achat) ))\s(?<of>la |le |l[’']|au |leurs? |votre |vos |notre |nos |son |sa |ses )(?<noun>${NOUN})s? (?<link>de la |du |de l[’']|des |d[’']une |d[’']un |de (?=(?:vos|votre|nos|notre|leurs?|ces|cette|ce|mes|mon|ma|chaque|plusieurs|deux|trois|quatre|cinq|six|dix|\d)\b)|de |d[’'])(?<object>[\p{L}\d’'-]+)`,
      'giu',
    ),
);
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ' };
const DETERMINED =
  /^(?:tous|toutes?|tout|vos|votre|nos|notre|leurs?|ces|cette|ce|mes|mon|ma|chaque|plusieurs|deux|trois|quatre|cinq|six|dix|\d)/i;
const PLURAL = /[sx]$/;

/** The determiner of what was the noun's complement, or undefined where it is not known. */
function determinerOf(of: string, link: string, object: string): string | undefined {
  const plain = link.toLowerCase().replace('’', "'");
  const owner = /^(?:leur|votre|vos|notre|nos|son|sa|ses)/i.exec(of)?.[0].toLowerCase();
  if (plain === 'de ' || plain === "d'") {
    if (DETERMINED.test(object)) return '';
    // "leur déclaration de TVA": what was theirs stays theirs.
    if (owner !== undefined) {
      const plural: Readonly<Record<string, string>> = { leur: 'leurs', votre: 'vos', notre: 'nos' };
      if (/^(?:son|sa|ses|vos|nos)$/.test(owner) && !PLURAL.test(object)) return undefined;
      return `${PLURAL.test(object) ? (plural[owner] ?? owner) : owner} `;
    }
    if (/^\p{Lu}/u.test(object)) return '';
    return PLURAL.test(object) && plain === 'de ' ? 'des ' : undefined;
  }
  if (owner !== undefined) return undefined;
  if (plain === "d'une " || plain === "d'un ") return link.slice(2);
  return plain === "de l'" ? link.slice(-2) : ARTICLE[plain];
}

/** "effectuer l’envoi de leurs devis" → "envoyer leurs devis". */
const hiddenVerb: Operation = {
  id: 'verb',
  apply({ text }, { imperatives }) {
    const changes: Change[] = [];
    for (const match of text.matchAll(HIDDEN())) {
      const { lead = '', support = '', of = '', noun = '', link = '', object = '' } = match.groups ?? {};
      const isProceeding = /^proc/i.test(support);
      if (isProceeding !== (support.endsWith(' à') || of.toLowerCase() === 'au ')) continue;
      const infinitive = INFINITIVES[noun.toLowerCase()];
      const verb =
        infinitive !== undefined && /z(?: à)?$/.test(support) ? imperativeOf(infinitive, imperatives) : infinitive;
      const determiner = determinerOf(of, link, object);
      if (verb === undefined || determiner === undefined) continue;
      const led = lead === '' ? '' : /^[aeiouéèêh]/i.test(verb) ? 'd’' : 'de ';
      const isCapital = lead === '' && support.charAt(0) !== support.charAt(0).toLowerCase();
      const end = match.index + match[0].length - object.length;
      changes.push({ start: match.index, end, text: `${led}${isCapital ? capital(verb) : verb} ${determiner}` });
    }
    return changes.length === 0 ? undefined : { changes };
  },
};

/** The polite imperative of a verb, of which the first word alone may bend: "mettre à jour". */
function imperativeOf(infinitive: string, imperatives: WordForms['imperatives']): string | undefined {
  const [verb = '', ...rest] = infinitive.split(' ');
  const bent = Object.hasOwn(imperatives, verb) ? imperatives[verb] : undefined;
  return bent === undefined ? undefined : [bent, ...rest].join(' ');
}

const FOR_NOUN = lazy(
  () =>
    new RegExp(
      String.raw`^(?<for>pour) (?:la |le |l[’'])(?<noun>${NOUN}) (?<link>de la |du |de l[’']|des |d[’']une |d[’']un |de (?=(?:vos|votre|nos|notre)\b))(?<object>[\p{L}\d’'-]+)(?=[^.:;!?]*, (?!consulte|voi|reporte|lise))`,
      'iu',
    ),
);
/** "Pour la mise en place d’une mare, …" → "Pour mettre en place une mare, …". */
const purpose: Operation = {
  id: 'verb',
  apply({ text }) {
    const match = FOR_NOUN().exec(text);
    const { for: lead = '', noun = '', link = '', object = '' } = match?.groups ?? {};
    const verb = INFINITIVES[noun.toLowerCase()];
    const determiner = determinerOf('', link, object);
    if (match === null || verb === undefined || determiner === undefined) return undefined;
    const end = match.index + match[0].length - object.length;
    return { changes: [{ start: match.index, end, text: `${lead} ${verb} ${determiner}` }] };
  },
};

const DOING =
  /^La (?:réalisation|mise en place|mise en œuvre) (?:de (?=(?:la|nos|notre|vos|votre|ces|cette|ce) )|d[’'](?=une? ))(?=[^.:;!?]* permet )/i;
/** "La réalisation d’un diagnostic permet de" → "Un diagnostic permet de". */
const doing: Operation = {
  id: 'verb',
  apply(sentence) {
    const match = DOING.exec(sentence.text);
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

const ABLE: Readonly<Record<string, string>> = {
  est: 'peut',
  sont: 'peuvent',
  sera: 'pourra',
  seront: 'pourront',
  'nous sommes': 'nous pouvons',
  'vous êtes': 'vous pouvez',
};
const ABLE_TO = lazy(() => /(?<![\p{L}’'])(nous sommes|vous êtes|est|sont|sera|seront) en mesure d(?:e |[’'])/giu);
/** "nous sommes en mesure de" → "nous pouvons". */
const able: Operation = {
  id: 'verb',
  apply({ text }) {
    const changes = [...text.matchAll(ABLE_TO())].flatMap((match) => {
      const put = ABLE[(match[1] ?? '').toLowerCase()];
      if (put === undefined) return [];
      const isCapital = /^\p{Lu}/u.test(match[0]);
      return [{ start: match.index, end: match.index + match[0].length, text: `${isCapital ? capital(put) : put} ` }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const DOES: Readonly<Record<string, string>> = {
  procédons: 'réalisons',
  procède: 'réalise',
  procèdent: 'réalisent',
  procéder: 'réaliser',
};
const PROCEEDS = lazy(
  () =>
    /\b(?<verb>procédons|procède|procèdent|procéder) à (?:la (?:réalisation|mise en œuvre)|l[’']exécution) (?<link>de la |du |de l[’']|des |de |d[’'])(?<object>\p{L}[\p{L}’'-]*)/iu,
);
/** "nous procédons à la réalisation d’analyses" → "nous réalisons des analyses". */
const proceeding: Operation = {
  id: 'verb',
  apply({ text }) {
    const match = PROCEEDS().exec(text);
    const { verb = '', link = '', object = '' } = match?.groups ?? {};
    const does = DOES[verb.toLowerCase()];
    const plain = link.toLowerCase();
    const isBare = /^d(?:e |[’'])$/.test(plain);
    const article = isBare
      ? PLURAL.test(object) && !DETERMINED.test(object)
        ? 'des '
        : undefined
      : determinerOf('', link, object);
    if (match === null || does === undefined || article === undefined || isDoubt(text.slice(0, match.index)))
      return undefined;
    const end = match.index + match[0].length - object.length;
    return { changes: [{ start: match.index, end, text: `${does} ${article}` }] };
  },
};
/** Whether "de" comes before, which would have to be elided anew. */
const isDoubt = (before: string): boolean => /\b(?:de|ne|se) $/.test(before);

const DECIDED =
  /(?<=^|, )il a été (?<verb>décidé|voté|convenu|proposé) par (?<who>(?<one>le |la |l[’'])?(?<many>les |nos )?[^.,:;!?]{3,40}?) (?=(?:de |d[’']|que |qu[’']))/iu;
/** "il a été décidé par les adhérents de" → "les adhérents ont décidé de". */
const doer: Operation = {
  id: 'active',
  apply({ text }) {
    const match = DECIDED.exec(text);
    const { verb = '', who = '', one, many } = match?.groups ?? {};
    if (match === null || (one === undefined && many === undefined)) return undefined;
    const put = `${who} ${many === undefined ? 'a' : 'ont'} ${verb} `;
    return {
      changes: [
        { start: match.index, end: match.index + match[0].length, text: match.index === 0 ? capital(put) : put },
      ],
    };
  },
};

const PARTICIPLE = String.raw`(?:\p{L}{2,}ée?s?|faite?s?|(?:re)?construite?s?|(?:dé)?couverte?s?|ouverte?s?|offerte?s?|écrite?s?|produite?s?|réunie?s?|fournie?s?|garantie?s?|conçue?s?|reçue?s?|vendue?s?|rendue?s?|tenue?s?|mise?s?|prise?s?|traduite?s?|peinte?s?|choisie?s?)`;
const RELATIVE = lazy(
  () =>
    new RegExp(
      String.raw`(?<before>\p{L}[\p{L}’'-]{3,}|\d+),?\u0020(?<gone>qui (?:est|sont|a été|ont été|était|étaient|fut|furent) )(?:\p{L}+ment )?(?<participle>${PARTICIPLE})(?=[\s,.])`,
      'giu',
    ),
);
const NO_NOUN =
  /^(?:celle|celles|celui|ceux|tout|tous|toutes|rien|quelqu’un|quelque|chose|elle|elles|nous|vous|chacun|chacune|personne|même|seule?|seuls|(?:sa)?voir|connaître|vérifier|demander|déterminer|décider|choisir|dire)$/i;
/** With "être" these are no passives: "qui est passé". */
const ACTIVE =
  /^(?:allée?s?|née?s?|venue?s?|restée?s?|arrivée?s?|passée?s?|devenue?s?|partie?s?|montée?s?|entrée?s?|rentrée?s?|tombée?s?|retournée?s?|décédée?s?|demeurée?s?|été|désolée?s?)$/i;

/** "le retable qui a été effectué par" → "le retable effectué par". */
const participle: Operation = {
  id: 'participle',
  apply({ text }) {
    // To make the expression takes 350 ms: its letters in any case.
    if (!/ qui (?:est|sont|a|ont|étai|fu)/i.test(text)) return undefined;
    if (/\b(?:c[’']est|ce sont|c[’']était|y a)\b/i.test(text)) return undefined;
    const changes = [...text.matchAll(RELATIVE())].flatMap((match) => {
      const { before = '', gone = '', participle: form = '' } = match.groups ?? {};
      if (NO_NOUN.test(before.replace(/^.*[’']/, '')) || ACTIVE.test(form)) return [];
      const clause = /^[^.,:;!?]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
      // A verb that goes on with the relative needs its "qui".
      if (
        / (?:et|ou|mais) (?:\p{L}+ )?(?:a|ont|est|sont|sera|seront|peut|peuvent|ne|se|s[’']|qui|\p{L}+(?:ent|era|eront))\b/u.test(
          clause,
        )
      )
        return [];
      const start = text.indexOf(gone, match.index + before.length);
      return [{ start, end: start + gone.length, text: '' }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const THERE_ARE = lazy(
  () =>
    /^Il (?:existe|y a) (?<what>(?:plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) [^.,:;!?]{3,50}?) qui (?=\p{L})/iu,
);
/** "Il existe plusieurs aides qui permettent de" → "Plusieurs aides permettent de". */
const existential: Operation = {
  id: 'existential',
  apply({ text }) {
    const match = THERE_ARE().exec(text);
    const what = match?.groups?.['what'];
    if (match === null || what === undefined || / ans$| jours$| mois$/.test(what)) return undefined;
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(what)} ` }] };
  },
};

/** Operations on French verbs. */
export const verbs: readonly Operation[] = [
  hiddenVerb,
  purpose,
  doing,
  proceeding,
  able,
  doer,
  participle,
  existential,
];
