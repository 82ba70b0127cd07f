// "a" where "à" is meant and "ou" where "où" is: both exist, so only the words around them show it.
import { wordSet } from '#base/word-set.js';
import { lazy } from '#base/lazy.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { noun, adjective, plural, verb, name, plain } = WORD_CLASS;

const A = lazy(() => /(?<=([A-Za-zÀ-ÿŒœ-]+)[ \u00a0])a(?=[ \u00a0]([A-Za-zÀ-ÿŒœ]+)(['’]?)(?:[ \u00a0]([a-zà-ÿœ]+))?)/g);
const WORD = lazy(() => /[A-Za-zÀ-ÿŒœ-]+/g);
/** What a clause begins behind. */
const CLAUSE_START = /[.!?…:;,\n«»"“”()–—][^.!?…:;,\n«»"“”()–—]*$/;

/** Behind these "a" is a verb: its subject, or a pronoun between both. */
const BEFORE_VERB = wordSet(
  'il elle on qui y ça cela ceci celui celle en tout rien chacun personne nous vous le la les lui leur me te se ne quelqu un une tu quoi',
);
/** Words that want "à" before an infinitive: "apprendre à jouer", "prêt à partir". */
const WANTS_INFINITIVE =
  /^(?:appren(?:d|ds|ez|ons|nent|dre)|aid(?:e|es|ez|ons|ent|er)|commenc(?:e|es|ez|ent|er)|commençons|continu(?:e|es|ez|ons|ent|er)|réussi(?:r|t|s|ssez|ssons|ssent)|invit(?:e|es|ez|ons|ent|er)|cherch(?:e|es|ez|ons|ent|er)|hésit(?:e|es|ez|ons|ent|er)|consist(?:e|ent|er)|encourag(?:e|ez|ent|er)|pens(?:ez|ons|er)|parv(?:ient|iennent|enir)|arriv(?:ez|ons|er)|incit(?:e|ez|ent|er)|oblig(?:e|ez|ent|er)|prête?s?|facile?s?|difficiles?|rien|beaucoup|habituée?s?|décidée?s?)$/;
/** Endings of infinitives that no noun has. */
const INFINITIVE =
  /(?:er|ir|oir|prendre|rendre|vendre|tendre|pondre|perdre|mettre|aître|ire|ivre|uire|oire|clure|indre)$/;
/** What follows "à" and, behind a verb, cannot follow another. */
const DETERMINER = wordSet(
  'la l un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs tous toutes chaque',
);
/** What may stand before the infinitive that it is the object of. */
const PRONOUN = wordSet('nous vous le la les se me te lui leur y en');
/** Verbs that are nouns as well, where what they are about follows. */
const DOES = wordSet(
  'invite offre donne ouvre lance fête présente rencontre montre livre porte cherche aide joue organise accueille vend remet tient accorde',
);
/** Words that open another clause, in which "a" may be the verb. */
const LINKS = wordSet(
  'que qu qui où dont quand lequel laquelle lesquels lesquelles quoi et ou mais car donc ni puis comme si lorsque lorsqu puisque puisqu parce tandis',
);
const OBJECT = wordSet('le la l les un une des ses son sa nos notre vos votre leurs leur deux trois');
const RELATIVES = wordSet('que qu qui où dont lequel laquelle lesquels lesquelles');
const BE = wordSet('est sont sera seront était étaient serait seraient');
const HAVE = wordSet('ont avons avez ai avait avaient aura auront aurez aurons');

/** Whether a form can only be that of a verb with its subject: neither noun nor adjective, no infinitive, no participle. */
function isFinite(word: string, list: WordList): boolean {
  if (BE.has(word) || HAVE.has(word)) return true;
  const classes = list.lookUp(word) ?? 0;
  if ((classes & verb) === 0 || (classes & (noun | adjective | plural | name | plain)) !== 0) return false;
  return !/(?:er|ir|oir|re|ant|é)$/.test(word) && word.length > 2;
}

const isInfinitive = (word: string, list: WordList): boolean => {
  const classes = list.lookUp(word) ?? 0;
  return INFINITIVE.test(word) && (classes & verb) !== 0 && (classes & (noun | adjective | plain)) === 0;
};

/** Whether a clause has its verb before its end, so that an "a" there is no other one. */
function hasVerb(clause: string, list: WordList): boolean {
  const row = (clause.match(WORD()) ?? []).map((word) => word.toLowerCase());
  for (let at = row.length - 1; at >= 0; at -= 1) {
    const word = row[at] ?? '';
    // Behind the verb another clause would have its own.
    if (LINKS.has(word)) return false;
    const [parted, pronoun] = [row[at - 1] ?? '', /-/.exec(word)?.index];
    const form = pronoun === undefined ? word : word.slice(0, pronoun);
    const isPast =
      word === 'a' && /(?:é|i|u|is|it|ert)e?s?$/.test(row[at + 1] ?? '') && /^[a-zà-ÿ]{4,}$/.test(row[at + 1] ?? '');
    const does = DOES.has(word) && OBJECT.has(row[at + 1] ?? '') && !DETERMINER.has(parted) && parted !== 'le';
    if (!isPast && !does && !isFinite(form, list)) continue;
    // "l’est a la neige": a point of the compass.
    if (parted === 'l') return false;
    return !row.slice(0, at).some((other) => RELATIVES.has(other));
  }
  return false;
}

/** Several things alone, which take no singular verb: "les inscriptions a l’atelier". */
const PLURAL_SUBJECT = lazy(() => /^\s*(?:les|nos|vos|ces|mes) [a-zà-ÿœ-]+[sx][ \u00a0]$/i);

/** Whether an "a" stands right behind the subject of its clause, several things, and before no participle. */
const isBehindPlural = (clause: string, next: string): boolean =>
  next !== 'un' && next !== 'une' && PLURAL_SUBJECT().test(clause);

function missingGraves(text: string, list: WordList): Confusion[] {
  return [...text.matchAll(A())].flatMap((match) => {
    const [, before = '', next = '', elided = '', further = ''] = match;
    const previous = before.toLowerCase();
    const wantsIt = WANTS_INFINITIVE.test(previous);
    if (!wantsIt && BEFORE_VERB.has(previous)) return [];
    const verbBehind = PRONOUN.has(next) ? further : next;
    const isBeforeInfinitive = elided === '' && isInfinitive(verbBehind, list);
    const isPlace = /^[A-ZÀ-Þ][a-zà-ÿœ]{2,}/.test(next);
    if (!isBeforeInfinitive && !isPlace && !DETERMINER.has(next)) return [];
    const opening = text.slice(0, match.index);
    const clause = CLAUSE_START.exec(opening)?.[0].slice(1) ?? opening;
    const isSure = (isBeforeInfinitive && wantsIt) || hasVerb(clause, list) || isBehindPlural(clause, next);
    if (!isSure) return [];
    const span = { start: match.index, end: match.index + 2 + next.length + elided.length };
    return [{ span, meant: `à${text.slice(span.start + 1, span.end)}` }];
  });
}

/** Where something takes place: "Dimanche, expo a Limoges". It has nothing, so that "a" cannot be its verb. */
const HELD_AT = lazy(
  () =>
    /(?<=(?:^|[.!?…:;,\n][ \u00a0]{0,2}|(?<![A-Za-zÀ-ÿŒœ])(?:une?|des|grande?|belle|prochaine?|\d{1,2}) )(?:expos?|expositions?|concerts?|vernissages?|festivals?|stages?|ateliers?|conférences?|rencontres?|balades?|randonnées?|visites?|brocantes?|vide-greniers?|dédicaces?|projections?|tournois?|matchs?|formations?|journées?|soirées?|rdv|rendez-vous) )a(?= [A-ZÀ-Þ][a-zß-ÿœ]{2,}(?:-[A-Za-zÀ-ÿœ]+)*(?: (?:le|ce|du|dès|avec|jusqu|pour|de \d|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi)(?![a-zà-ÿ])| ?[.,!:;(]|[ \n]*(?:#|https?:|$)))/gi,
);

/** The "a" of a heading without a verb, before a town. */
const missingAtPlaces = (text: string): Confusion[] =>
  [...text.matchAll(HELD_AT())].flatMap(({ index }) => {
    const place = /^a ([A-ZÀ-Þ]\S*?)(?=[ .,!:;(\n]|$)/.exec(text.slice(index))?.[1];
    return place === undefined ? [] : [{ span: { start: index, end: index + 2 + place.length }, meant: `à ${place}` }];
  });

/** Times and places that a clause may follow. */
const WHERE =
  'jours?|moments?|instants?|endroits?|lieux?|époques?|années?|mois|semaines?|périodes?|soirs?|soirées?|nuits?|journées?|matins?|heures?|villes?|villages?|pays|quartiers?|maisons?|rues?|places?|réunions?|ateliers?|salles?|écoles?|régions?|mondes?|pages?|musées?|jardins?|parcs?|cafés?|forêts?|plages?|ports?|îles?|vallées?|gares?|bâtiments?|usines?|pièces?|spectacles?|conférences?|assemblées?|étapes?|négociations?';
const PREPOSITION =
  "(?:dans|après|avant|pendant|depuis|dès|vers|sur|en|lors d[eu]|près d[eu]|autour d[eu]|c[’']est|voici|voilà|il y a|au|aux|à)";
const ARTICLE =
  "(?:le |la |l[’']|les |un |une |des |du |ce |cet |cette |ces |cinq |deux |trois |\\d{1,3}e? |notre |votre |nos |vos |nombreux |nombreuses )";
const OU = lazy(
  () =>
    new RegExp(
      `(?<![A-Za-zÀ-ÿŒœ-])${PREPOSITION} (?:${ARTICLE}){0,2}(?:\\d{1,3}e |[a-zà-ÿœ]{4,} )?(?:${WHERE})(?: d(?:e |u |es |[’'])[a-zà-ÿœ]{3,})? (ou)(?= (?:${ARTICLE})(?!autre)([a-zà-ÿœ-]{3,})(?: (?:d(?:e |u |es |[’'])[a-zà-ÿœ-]{3,}))? (n[e’']|s[e’']|y|vous|nous)? ?([a-zà-ÿœ]+)(?![A-Za-zÀ-ÿŒœ]))`,
      'gi',
    ),
);
const FINITE = wordSet(
  'est sont a ont sera seront va vont peut peuvent doit doivent fait font vient viennent reste restent',
);

/** A verb behind a noun, be it a noun as well: "le jour où la mer monte". */
const isVerbHere = (form: string, list: WordList): boolean => {
  const classes = list.lookUp(form) ?? 0;
  return (
    FINITE.has(form) ||
    (/[^érs]$/.test(form) && (classes & verb) !== 0 && (classes & (adjective | plain | plural)) === 0)
  );
};

function missingPlaces(text: string, list: WordList): Confusion[] {
  return [...text.matchAll(OU())].flatMap((match) => {
    const [written, ou = '', subject = '', , form = ''] = match;
    const head = list.lookUp(subject.toLowerCase()) ?? 0;
    if ((head & (noun | plural)) === 0 || !isVerbHere(form, list)) return [];
    const start = match.index + written.length - ou.length;
    return [{ span: { start, end: start + ou.length }, meant: ou === 'OU' ? 'OÙ' : 'où' }];
  });
}

/** Where an accent that makes another word is surely missing in a French text. */
export const missingAccents = (text: string, list: WordList): Confusion[] => [
  ...missingGraves(text, list),
  ...missingAtPlaces(text),
  ...missingPlaces(text, list),
];
