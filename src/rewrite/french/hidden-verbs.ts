// French nouns that hide a verb behind another one: "effectuer l’envoi de".
import { lazy } from '#base/lazy.js';
import { capital, dropOpening, type Change, type Operation, type WordForms } from '../wording.js';
import { bend, imperativeOf, participleOf, presentOf } from './conjugation.js';
import { latin } from '../latin.js';

/** What verb a noun hides. */
export const INFINITIVES: Readonly<Record<string, string>> = {
  achat: 'acheter',
  ajout: 'ajouter',
  aménagement: 'aménager',
  analyse: 'analyser',
  calcul: 'calculer',
  changement: 'changer',
  comparaison: 'comparer',
  collecte: 'collecter',
  construction: 'construire',
  consultation: 'consulter',
  contrôle: 'contrôler',
  création: 'créer',
  creusement: 'creuser',
  démolition: 'démolir',
  demande: 'demander',
  dépôt: 'déposer',
  détection: 'détecter',
  déclaration: 'déclarer',
  déploiement: 'déployer',
  désherbage: 'désherber',
  diffusion: 'diffuser',
  distribution: 'distribuer',
  élagage: 'élaguer',
  embauche: 'embaucher',
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
  inauguration: 'inaugurer',
  inspection: 'inspecter',
  installation: 'installer',
  lancement: 'lancer',
  lecture: 'lire',
  location: 'louer',
  mesure: 'mesurer',
  migration: 'migrer',
  marquage: 'marquer',
  'mise à jour': 'mettre à jour',
  'mise en ligne': 'mettre en ligne',
  'mise en place': 'mettre en place',
  modification: 'modifier',
  nettoyage: 'nettoyer',
  numérisation: 'numériser',
  obtention: 'obtenir',
  organisation: 'organiser',
  paiement: 'payer',
  plantation: 'planter',
  préparation: 'préparer',
  production: 'produire',
  publication: 'publier',
  ramassage: 'ramasser',
  réalisation: 'réaliser',
  recherche: 'rechercher',
  récupération: 'récupérer',
  réfection: 'refaire',
  recrutement: 'recruter',
  réduction: 'réduire',
  rédaction: 'rédiger',
  règlement: 'régler',
  relecture: 'relire',
  renouvellement: 'renouveler',
  remboursement: 'rembourser',
  remplacement: 'remplacer',
  rénovation: 'rénover',
  réparation: 'réparer',
  réservation: 'réserver',
  restauration: 'restaurer',
  réaménagement: 'réaménager',
  révision: 'réviser',
  sauvegarde: 'sauvegarder',
  signature: 'signer',
  signalement: 'signaler',
  sélection: 'sélectionner',
  suivi: 'suivre',
  suppression: 'supprimer',
  test: 'tester',
  traduction: 'traduire',
  traitement: 'traiter',
  transcription: 'transcrire',
  transfert: 'transférer',
  transmission: 'transmettre',
  tri: 'trier',
  validation: 'valider',
  vérification: 'vérifier',
};
/** Nouns that hide a verb, for a pattern. */
export const NOUN = Object.keys(INFINITIVES).join('|');
/** The verbs that a noun hides behind, by the form that the hidden verb takes. */
const SUPPORTS = {
  infinitive: String.raw`effectuer|réaliser|opérer|assurer|procéder à|procéder|faire(?= (?:la (?:demande|comparaison|mesure)|le (?:calcul|tri)|l[’']achat) )`,
  imperative: String.raw`effectuez|réalisez|procédez à|procédez`,
  il: String.raw`effectue|réalise|assure|procède à|procède`,
  nous: String.raw`effectuons|réalisons|assurons|procédons à|procédons`,
  ils: String.raw`effectuent|réalisent|assurent|procèdent à|procèdent`,
  past: String.raw`(?<=(?:a|ont|avons|avez|avoir|ai) (?:déjà |aussi |également |enfin |ainsi )?)(?:effectué|réalisé|assuré|procédé à|procédé)`,
  future: String.raw`(?:effectue|réalise|assure|procéde|procède)(?:ra|ront|rons)(?: à)?`,
} as const;
const HIDDEN = lazy(() =>
  latin(
    String.raw`(?<lead>(?<![\p{L}])(?:de |d[’']))?(?<![\p{L}])(?:${Object.entries(SUPPORTS)
      .map(([form, words]) => `(?<${form}>${words})`)
      .join(
        '|',
      )})\s(?:actuellement |ainsi |également )?(?<of>la |le |l[’']|au |une |un |leurs? |votre |vos |notre |nos |son |sa |ses )(?<noun>${NOUN})s? (?<link>de la |du |de l[’']|des |d[’']une |d[’']un |de (?=(?:vos|votre|nos|notre|leurs?|ces|cette|ce|mes|mon|ma|chaque|plusieurs|deux|trois|quatre|cinq|six|dix|\d)(?![\p{L}]))|de |d[’'])(?<object>[\p{L}\d’'-]+)`,
    'gi',
  ),
);
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ' };
const DETERMINED = lazy(
  () =>
    /^(?:tous|toutes?|tout|vos|votre|nos|notre|leurs?|ces|cette|ce|mes|mon|ma|chaque|plusieurs|deux|trois|quatre|cinq|six|dix|\d+)(?![\p{L}])/iu,
);
const PLURAL = /[sx]$/;

/** The determiner of what was the noun's complement, or undefined where it is not known. */
export function determinerOf(of: string, link: string, object: string): string | undefined {
  const plain = link.toLowerCase().replace('’', "'");
  const owner = /^(?:leur|votre|vos|notre|nos|son|sa|ses)/i.exec(of)?.[0].toLowerCase();
  if (plain === 'de ' || plain === "d'") {
    if (DETERMINED().test(object)) return '';
    // "leur déclaration de TVA": what was theirs stays theirs.
    if (owner !== undefined) {
      const plural: Readonly<Record<string, string>> = { leur: 'leurs', votre: 'vos', notre: 'nos' };
      if (/^(?:son|sa|ses|vos|nos)$/.test(owner) && !PLURAL.test(object)) return undefined;
      return `${PLURAL.test(object) ? (plural[owner] ?? owner) : owner} `;
    }
    if (/^\p{Lu}/u.test(object)) return '';
    return PLURAL.test(object) ? 'des ' : undefined;
  }
  if (owner !== undefined) return undefined;
  if (plain === "d'une " || plain === "d'un ") return link.slice(2);
  return plain === "de l'" ? link.slice(-2) : ARTICLE[plain];
}

/** What is done with things, of which one act is as good as all. */
const COLLECTED = /^(?:collecte|distribution|plantation|ramassage)$/i;
const PERSONS = ['je', 'il', 'nous', 'ils'] as const;

/** The hidden verb in the form of the one that it stood behind, or undefined where that form is not known. */
function bentAs(
  infinitive: string,
  groups: Readonly<Record<string, string | undefined>>,
  forms: WordForms,
): string | undefined {
  if (groups['infinitive'] !== undefined) return infinitive;
  if (groups['imperative'] !== undefined) return bend(infinitive, (verb) => imperativeOf(verb, forms));
  if (groups['past'] !== undefined) return bend(infinitive, participleOf);
  const future = /(?:ra|ront|rons)(?= |$)/.exec(groups['future'] ?? '')?.[0];
  if (future !== undefined)
    return bend(infinitive, (verb) =>
      /[^y]er$/.test(verb) && !/[eé]\p{L}er$/u.test(verb) ? verb.replace(/r$/, future) : undefined,
    );
  const person = PERSONS.findIndex((each) => groups[each] !== undefined);
  return bend(infinitive, (verb) => presentOf(verb)?.[person]);
}

/** A second noun that hangs on the verb which goes: "procéder au nettoyage des nids et à la pose de nichoirs". */
const SECOND_NOUN = lazy(() =>
  latin(
    String.raw`^(?: (?!qui |que |dont )[\p{L}’'-]+){0,5} (?:et|ou|ainsi qu[e’'])\s?(?:à (?:la |l[’']|une? )|aux? |(?:la |le |l[’'])(?:${NOUN}) )`,
  ),
);
/** How it is done, said of the noun: "une vérification du système complète et périodique". */
const OF_NOUN = lazy(() =>
  latin(
    String.raw`^(?: (?!et |ou )[\p{L}’'-]+){0,3} (?:complet|complète|régulier|régulière|périodique|annuel|annuelle|approfondie?|détaillée?|minutieux|minutieuse|quotidien|quotidienne|mensuel|mensuelle|gratuite?|systématique)(?![\p{L}])`,
  ),
);
const BESIDE = lazy(() =>
  latin(
    String.raw`^(?: (?!d[eu]s? |qui |que |dont |à |aux? |et |ou )[\p{L}’'-]+){0,2} (?:et|ou|ainsi que) (?<link>de la |du |de l[’']|des |de (?=(?:vos|votre|nos|notre|leurs?|ces|cette|ce|mes|mon|ma|chaque|plusieurs|deux|trois|quatre|cinq|six|dix|\d)(?![\p{L}]))|de (?=[\p{L}’-]+[sx](?![\p{L}])))`,
  ),
);
/** What stands beside the object: "l’inspection des pattes et des oreilles". */
function beside(text: string, at: number): Change[] {
  const match = BESIDE().exec(text.slice(at));
  const link = match?.groups?.['link'];
  const put =
    link === undefined
      ? undefined
      : determinerOf('', link, /^\S+/.exec(text.slice(at + (match?.[0].length ?? 0)))?.[0] ?? '');
  if (match === null || link === undefined || put === undefined) return [];
  const end = at + match[0].length;
  return [{ start: end - link.length, end, text: put }];
}

/** "effectuer l’envoi de leurs devis" → "envoyer leurs devis", "a procédé à la rénovation de" → "a rénové". */
const hiddenVerb: Operation = {
  id: 'verb',
  apply({ text }, forms) {
    const changes: Change[] = [];
    for (const match of text.matchAll(HIDDEN())) {
      const groups = match.groups ?? {};
      const { lead = '', of = '', noun = '', link = '', object = '' } = groups;
      const support = match[0].slice(lead.length).toLowerCase();
      const isProceeding = support.startsWith('proc');
      if (isProceeding !== (/^\S+ à /.test(support) || of.toLowerCase() === 'au ')) continue;
      // "Une étude de sol" is one of a kind: only what is known is acted on.
      const isMany = COLLECTED.test(noun) && PLURAL.test(object);
      if (/^une? $/i.test(of) && !isMany && !/^(?:de la |du |de l[’']|des )$/i.test(link) && !DETERMINED().test(object))
        continue;
      const behind = text.slice(match.index + match[0].length);
      if (SECOND_NOUN().test(behind) || OF_NOUN().test(behind)) continue;
      const infinitive = INFINITIVES[noun.toLowerCase()];
      const verb = infinitive === undefined ? undefined : bentAs(infinitive, groups, forms);
      const determiner = determinerOf(of, link, object);
      if (verb === undefined || determiner === undefined) continue;
      const led = lead === '' ? '' : /^[aeiouéèêh]/i.test(verb) ? 'd’' : 'de ';
      const isCapital = lead === '' && /^\p{Lu}/u.test(match[0]);
      const end = match.index + match[0].length - object.length;
      changes.push({ start: match.index, end, text: `${led}${isCapital ? capital(verb) : verb} ${determiner}` });
      changes.push(...beside(text, match.index + match[0].length));
    }
    return changes.length === 0 ? undefined : { changes };
  },
};

const FOR_NOUN = lazy(() =>
  latin(
    String.raw`^(?<for>pour|en vue de|dans le but de) (?:la |le |l[’'])(?<noun>${NOUN}) (?<link>de la |du |de l[’']|des |d[’']une |d[’']un |de (?=(?:vos|votre|nos|notre)\b))(?<object>[\p{L}\d’'-]+)(?=[^.:;!?]*, (?!consulte|voi|reporte|lise))`,
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
    return {
      changes: [{ start: match.index, end, text: `${/^\p{Lu}/u.test(lead) ? 'Pour' : 'pour'} ${verb} ${determiner}` }],
    };
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

/** Verbs in place of nouns. */
export const hiddenVerbs: readonly Operation[] = [hiddenVerb, purpose, doing];
