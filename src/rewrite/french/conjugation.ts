// Forms of French verbs, as far as they follow from the infinitive.
import type { WordForms } from '../wording.js';

/** The present of a verb: "je", "il", "nous", "ils". */
export type Present = readonly [je: string, il: string, nous: string, ils: string];
const IRREGULAR: Readonly<Record<string, Present>> = {
  accueillir: ['accueille', 'accueille', 'accueillons', 'accueillent'],
  offrir: ['offre', 'offre', 'offrons', 'offrent'],
  ouvrir: ['ouvre', 'ouvre', 'ouvrons', 'ouvrent'],
  recevoir: ['reçois', 'reçoit', 'recevons', 'reçoivent'],
  soutenir: ['soutiens', 'soutient', 'soutenons', 'soutiennent'],
  rejoindre: ['rejoins', 'rejoint', 'rejoignons', 'rejoignent'],
  mettre: ['mets', 'met', 'mettons', 'mettent'],
  remettre: ['remets', 'remet', 'remettons', 'remettent'],
  avoir: ['ai', 'a', 'avons', 'ont'],
  être: ['suis', 'est', 'sommes', 'sont'],
  suivre: ['suis', 'suit', 'suivons', 'suivent'],
  lire: ['lis', 'lit', 'lisons', 'lisent'],
  faire: ['fais', 'fait', 'faisons', 'font'],
  refaire: ['refais', 'refait', 'refaisons', 'refont'],
  construire: ['construis', 'construit', 'construisons', 'construisent'],
  produire: ['produis', 'produit', 'produisons', 'produisent'],
  reconduire: ['reconduis', 'reconduit', 'reconduisons', 'reconduisent'],
  réduire: ['réduis', 'réduit', 'réduisons', 'réduisent'],
  traduire: ['traduis', 'traduit', 'traduisons', 'traduisent'],
  gérer: ['gère', 'gère', 'gérons', 'gèrent'],
  acheter: ['achète', 'achète', 'achetons', 'achètent'],
  envoyer: ['envoie', 'envoie', 'envoyons', 'envoient'],
  nettoyer: ['nettoie', 'nettoie', 'nettoyons', 'nettoient'],
  compter: ['compte', 'compte', 'comptons', 'comptent'],
};
/** The present of a verb, or undefined where its forms are not known. */
export function presentOf(infinitive: string): Present | undefined {
  if (Object.hasOwn(IRREGULAR, infinitive)) return IRREGULAR[infinitive];
  // Before a silent ending, some stems change: "acheter", "gérer", "envoyer".
  if (!/^\p{L}{2,}er$/u.test(infinitive) || /(?:[eé]\p{L}er|yer)$/u.test(infinitive)) return undefined;
  const stem = infinitive.slice(0, -2);
  const we = stem.replace(/c$/, 'ç').replace(/g$/, 'ge');
  return [`${stem}e`, `${stem}e`, `${we}ons`, `${stem}ent`];
}

/** The past participle of a verb in -er, or undefined for others. */
export const participleOf = (infinitive: string): string | undefined =>
  /^\p{L}{2,}er$/u.test(infinitive) ? infinitive.replace(/er$/, 'é') : undefined;

/** Verbs of the second group, whose stem is longer before an ending. */
const SECOND_GROUP =
  /^(?:accomplir|adoucir|agir|applaudir|arrondir|avertir|bâtir|blanchir|choisir|définir|démolir|élargir|enrichir|établir|finir|fleurir|fournir|garantir|garnir|guérir|investir|munir|nourrir|ralentir|rafraîchir|réagir|réfléchir|remplir|réunir|réussir|saisir|unir)$/;

/** The polite imperative of a verb: verbs in -er are regular but for one, which the table has. */
export function imperativeOf(infinitive: string, { imperatives }: WordForms): string | undefined {
  if (Object.hasOwn(imperatives, infinitive)) return imperatives[infinitive];
  if (infinitive === 'dire') return 'dites';
  if (infinitive === 'faire') return 'faites';
  if (SECOND_GROUP.test(infinitive)) return infinitive.replace(/r$/, 'ssez');
  return /^\p{L}{2,}er$/u.test(infinitive) ? infinitive.replace(/r$/, 'z') : undefined;
}

/** The form with "nous" of a verb, from its polite imperative; undefined where it is not known. */
export function weForm(infinitive: string, forms: WordForms): string | undefined {
  const bent = imperativeOf(infinitive, forms);
  if (bent === undefined || !bent.endsWith('ez')) return undefined;
  return bent.replace(/ez$/, 'ons').replace(/cons$/, 'çons').replace(/gons$/, 'geons');
}

/** A form of a verb of several words, of which the first alone bends: "mettre à jour". */
export function bend(infinitive: string, form: (verb: string) => string | undefined): string | undefined {
  const [verb = '', ...rest] = infinitive.split(' ');
  const bent = form(verb);
  return bent === undefined ? undefined : [bent, ...rest].join(' ');
}
