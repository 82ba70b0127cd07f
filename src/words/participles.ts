// Participles of French that surely do not agree: behind "être" with its subject, behind "avoir" without an object before it.
import { wordSet } from '#base/word-set.js';
import type { Disagreement } from './english-agreement.js';
import type { Token } from './tokens.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const { noun, adjective, verb } = WORD_CLASS;

const FEMININE = wordSet('la une cette sa ma ta');
const MASCULINE = wordSet('le un ce cet');
const IS = wordSet('est sera était serait reste restera');
/** A clause begins behind these: its first noun is the subject. */
const OPENS_CLAUSE = wordSet('que car mais quand lorsque où donc si puisque comme');
/** What is no participle behind "est", and what is written "c’est signé". */
const NO_PARTICIPLE = wordSet(
  'côté signé été thé blé pré gré gué café marché pavé fossé degré congé beauté gaîté comité invité député carré blessé',
);
/** Subjects whose complement may rule the agreement, and those that name either sex. */
const COLLECTIVE = wordSet(
  'plupart majorité moitié centaine dizaine douzaine vingtaine trentaine quinzaine série foule partie poignée multitude totalité infinité minorité quantité troupe bande paire sorte espèce rue gens façon tour mode poste livre voile page manche mémoire',
);
const HAVE = wordSet('ai as a avons avez ont avais avait avaient aurai aura aurons aurez auront aurait auraient ayant');
/** What may be the object of a participle in front of it. */
const OBJECT_BEFORE = /^(?:que|qu'|qu|quels?|quelles?|combien|lesquels|lesquelles|laquelle|lequel|dont|autant|tant)$/;
const CLITIC = /^(?:l'|les|la|le|m'|t'|s'|se|nous|vous|en|me|te)$/;
const ADVERB =
  /(?:ment)$|^(?:déjà|bien|mal|tous|toutes|tout|enfin|aussi|encore|toujours|jamais|pas|plus|souvent|beaucoup|longtemps|hier|ensemble)$/;

interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly list: WordList;
}

const isNextTo = ({ text, tokens }: Place, index: number): boolean => {
  const [one, next] = [tokens[index], tokens[index + 1]];
  if (one === undefined || next === undefined) return false;
  const gap = text.slice(one.span.end, next.span.start);
  return /^[ \u00a0\u202f]$/.test(gap) || (gap === '' && one.word.endsWith("'"));
};
const isLower = ({ text }: Token): boolean => text === text.toLowerCase();

/** What may follow an apostrophe, a hyphen or an inclusive sign is part of more. */
const goesOn = (text: string, { span }: Token): boolean =>
  /^(?:[-·•(/'’.][A-Za-zÀ-ÿŒœ]|\(e)/.test(text.slice(span.end, span.end + 2));

/** The infinitive of a participle in -é, where the dictionary has it. */
const infinitiveOf = (word: string, list: WordList): string | undefined => {
  const infinitive = `${word.replace(/ée?s?$/, '')}er`;
  return ((list.lookUp(infinitive) ?? 0) & verb) !== 0 ? infinitive : undefined;
};

/** Where the sentence of a token starts, as an index of tokens. */
function sentenceStart({ text, tokens }: Place, index: number): number {
  let at = index;
  while (at > 0 && !/[.!?…:;\n«»]/.test(text.slice(tokens[at - 1]?.span.end, tokens[at]?.span.start))) at -= 1;
  return at;
}

/** "la boulangerie sera fermé", "elle est resté", "le musée sera fermée". */
function behindBe(place: Place, start: number): Disagreement[] {
  const { text, tokens, list } = place;
  const opening = tokens[start];
  if (opening === undefined) return [];
  const before = start > 0 && isNextTo(place, start - 1) ? tokens[start - 1]?.word : undefined;
  const isPronoun = opening.word === 'elle' || opening.word === 'elles';
  const isFeminine = FEMININE.has(opening.word) || isPronoun;
  if (!isFeminine && !MASCULINE.has(opening.word)) return [];
  // Elsewhere the noun may belong to another: "si un élément de la pile est indiqué".
  if (!isPronoun && before !== undefined && !OPENS_CLAUSE.has(before)) return [];
  let at = start + 1;
  if (!isPronoun) {
    const head = tokens[at];
    if (head === undefined || !isNextTo(place, start) || COLLECTIVE.has(head.word)) return [];
    if (((list.lookUp(head.word) ?? 0) & noun) === 0 || /[sx]$/.test(head.word) || !isLower(head)) return [];
    at += 1;
  }
  if (!isNextTo(place, at - 1)) return [];
  const [verbToken, further] = [tokens[at], tokens[at + 1]];
  if (verbToken === undefined || further === undefined || !isNextTo(place, at)) return [];
  let participle = further;
  if (/^(?:a|avait|aura)$/.test(verbToken.word) && further.word === 'été') {
    const third = tokens[at + 2];
    if (third === undefined || !isNextTo(place, at + 1)) return [];
    participle = third;
  } else if (
    opening.word === 'elles'
      ? !/^(?:sont|seront|étaient|restent|resteront)$/.test(verbToken.word)
      : !IS.has(verbToken.word)
  )
    return [];
  const { word } = participle;
  if (!isLower(participle) || goesOn(text, participle) || NO_PARTICIPLE.has(word)) return [];
  const wrong = opening.word === 'elles' ? /é(?:e|s)?$/ : isFeminine ? /és?$/ : /ée$/;
  if (!wrong.test(word) || infinitiveOf(word, list) === undefined) return [];
  const stem = word.replace(/ée?s?$/, 'é');
  const form = opening.word === 'elles' ? `${stem}es` : isFeminine ? `${stem}e` : stem;
  if (list.lookUp(form) === undefined) return [];
  const span = { start: opening.span.start, end: participle.span.end };
  return [{ span, meant: text.slice(span.start, participle.span.start) + form }];
}

/** "ont réalisés un journal", "nous avons mangés". */
function behindHave(place: Place, at: number): Disagreement[] {
  const { text, tokens, list } = place;
  const have = tokens[at];
  if (have === undefined || !HAVE.has(have.word) || !isLower(have) || !isNextTo(place, at)) return [];
  let index = at + 1;
  while (ADVERB.test(tokens[index]?.word ?? '') && isNextTo(place, index)) index += 1;
  const participle = tokens[index];
  if (participle === undefined || !isLower(participle) || goesOn(text, participle)) return [];
  const { word } = participle;
  // Verbs without an object have one form in the dictionary: "participé".
  const stem = word.replace(/ée?s?$/, 'é');
  const classes = list.lookUp(word) ?? list.lookUp(stem);
  if (!/ée?s$|ée$/.test(word) || classes === undefined || infinitiveOf(word, list) === undefined) return [];
  // "a idée": a noun without its article.
  if ((classes & noun) !== 0 && (classes & adjective) === 0) return [];
  const first = sentenceStart(place, at);
  const [before, further] = [tokens[at - 1], tokens[at - 2]];
  const isSubject =
    (have.word === 'avons' && before?.word === 'nous') || (have.word === 'avez' && before?.word === 'vous');
  // "nous vous avons invités": the pronoun next to the verb is the object, the one before it the subject.
  const object = isSubject && !/^(?:nous|vous|qui)$/.test(further?.word ?? '') ? undefined : before;
  if (object !== undefined && CLITIC.test(object.word)) return [];
  if (further !== undefined && CLITIC.test(further.word) && /^(?:y|lui|leur|n'|ne|en)$/.test(before?.word ?? ''))
    return [];
  if (tokens.slice(first, at).some((token) => OBJECT_BEFORE.test(token.word))) return [];
  // "ai-je aimés": what is asked or put in may have its object anywhere before.
  if (/-/.test(text.slice(have.span.end, have.span.end + 1)) || text.charAt(have.span.start - 1) === '-') return [];
  const next = tokens[index + 1];
  if (next !== undefined && isNextTo(place, index) && /^(?:par)$/.test(next.word)) return [];
  const span = { start: have.span.start, end: participle.span.end };
  return [{ span, meant: text.slice(span.start, participle.span.start) + stem }];
}

/** The participles of a French text that surely do not agree. */
export function wrongParticiples(text: string, tokens: readonly Token[], list: WordList): Disagreement[] {
  const place = { text, tokens, list };
  return tokens.flatMap((_, index) => [...behindBe(place, index), ...behindHave(place, index)]);
}
