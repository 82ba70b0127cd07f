import { replace } from '#lint/edits.js';
import type { DemandSource } from '#lint/facts.js';
import type { Edit } from '#lint/finding.js';
import { asksShortly, countTelling, shareBetween } from '#lint/measures.js';
import { defineRule, type Judgeable } from '#lint/rule.js';
import { classifyWord, type Subject, type Word } from '#lint/subject.js';
import { countSubstance } from '#lint/wording.js';
import { matchCase } from '#words/characters.js';
import { agree, changesSound, hasDependants, hasGenders, pluralize } from '#words/grammar.js';
import type { Synonym } from '#words/lexicon.js';
import { haveSameStem } from '#words/stems.js';
import { splitTag, tokenize } from '#words/tokens.js';
import { findSynonyms } from './keywords/synonyms.js';

/** 3: keywords. The words that people search: "logement", not "habitation". */
export const keywords = defineRule({
  id: 'keywords',
  number: 3,
  title: 'Keywords',
  summary: 'The text uses the words that people search for and that the page is about.',
  lever: 'search',
  weight: 10,
  evidence: {
    grade: 'advice',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 3; demand figures come from your own sources, each named with its figure',
  },
  options: {
    demandRatio: {
      type: 'number',
      default: 1.5,
      minimum: 1,
      maximum: 100,
      description: 'How many times more searched a synonym must be before it is suggested.',
    },
  },
  messages: {
    fewSubjects: {
      severity: 'info',
      penalty: 5,
      text: '{count|no word says|word says|words say} what it is about; {enough} give searches more to find',
    },
    noKeyword: { severity: 'warning', penalty: 2, text: 'no word that people would search for; name the subject' },
    missingKeyword: { severity: 'warning', penalty: 5, text: 'your keyword “{keyword}” is not in the text' },
    titleWord: {
      severity: 'warning',
      penalty: 4,
      text: 'the text uses no word of the page’s title, not even “{word}”',
    },
    synonymMoreSearched: {
      severity: 'warning',
      penalty: 3,
      text: '“{synonym}” is searched more than “{word}”: {more} to {less} ({source})',
    },
    synonymMoreFrequent: {
      severity: 'info',
      text: '“{synonym}” is a more common word than “{word}”: {more} to {less} ({source}; word frequency, not searches)',
    },
  },
  fixes: {
    swap: { safe: false, text: 'write “{synonym}”' },
  },
  reasons: {
    noLexicon: 'keywords are not checked in this language ({language}) unless the draft lists them',
    noLanguage: 'the language of the text is not recognized; set lang: in the front matter',
    textOnly: 'only half of it is judged, the words of the text: no keywords, title or figures to compare them with',
    demandOnly: 'only half of it is judged, your keywords: the words are not known in this language ({language})',
    noDemand: 'search demand is not checked: no figures for these words',
  },
  examples: {
    good: [{ draft: 'Kubernetes costs explained for small teams https://example.org/kubernetes' }],
    bad: [
      {
        draft: '---\nkeywords: [logement]\n---\nNos conseils pour bien choisir votre maison https://example.org/guide',
        finding: 'missingKeyword',
      },
      { draft: 'Read our new article, it is really great https://example.org/a', finding: 'noKeyword' },
    ],
  },

  check(subject, report, options): Judgeable {
    const { draft, lexicon } = subject;
    const spoken = spokenWords(subject);
    const has = (term: string): boolean => isSpoken(term, spoken, subject);
    const requested = draft.keywords ?? [];
    if (lexicon === undefined && requested.length === 0) {
      return subject.language === undefined
        ? report.cannotJudge('noLanguage', {})
        : report.cannotJudge('noLexicon', { language: subject.language });
    }
    if (lexicon !== undefined) judgeWords(subject, report);
    const missing = requested.filter((keyword) => !has(keyword));
    for (const keyword of missing) report.find('missingKeyword', { keyword }, { share: 1 / requested.length });
    const knowsTitle = requested.length === 0 && judgeTitle(subject, has, report);
    if (lexicon === undefined) {
      report.cannotJudge('demandOnly', { language: subject.language ?? '?' });
      return HALF;
    }
    const knowsDemand = judgeDemand(subject, options.demandRatio, report);
    const compares = requested.length > 0 || knowsTitle || knowsDemand;
    if (!compares) report.cannotJudge('textOnly', {});
    else if (!knowsDemand) report.cannotJudge('noDemand', {});
    return compares ? 1 : HALF;
  },
});

const HALF = 0.5;
/** Words that say something between which the points of `fewSubjects` lie; below the first the text hardly names a subject. */
const [FEW, ENOUGH] = [3, 8];

type Report = Parameters<typeof keywords.check>[1];

function judgeWords(subject: Subject, report: Report): void {
  const count = countSubstance(subject);
  const share = 1 - shareBetween(count, FEW, ENOUGH);
  if (share > 0) {
    const quiet = countTelling(subject) >= FEW || asksShortly(subject);
    report.find('fewSubjects', { count, enough: ENOUGH }, { share, quiet });
  }
  if (!subject.words.some(({ kind }) => kind === 'subject')) report.find('noKeyword', {});
}

/** All words, joined ones by their parts as well: `#LogementSocial` and `logement-social` say both. */
function spokenWords({ words }: Subject): string[] {
  return words.flatMap(({ inTag, text, word }) => {
    if (inTag) return [...splitTag(text), text];
    return word.includes('-') ? [word, ...word.split('-'), word.replaceAll('-', '')] : [word];
  });
}

function isSpoken(term: string, spoken: readonly string[], { language }: Subject): boolean {
  const words = tokenize(term).map(({ word }) => word);
  // All in one: #logementsocial, ecommerce.
  const joined = words.join('').replaceAll('-', '');
  const stands = (isSame: (found: string, word: string) => boolean): boolean => {
    const isAt = (word: string, index: number): boolean => {
      const found = spoken[index];
      return found !== undefined && isSame(found, word);
    };
    return spoken.some((_, start) => words.every((word, index) => isAt(word, start + index)) || isAt(joined, start));
  };
  // As written first: most words need no stem to be found.
  const isForm = (found: string, word: string): boolean => haveSameStem(found, word, language);
  // "mediatheque" in a list of keywords is "médiathèque".
  return stands((found, word) => found === word) || stands(isForm) || stands((a, b) => isForm(plain(a), plain(b)));
}

const plain = (word: string): string => word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** Whether there is a title to compare with; a text that shares no subject with it is reported. */
function judgeTitle(subject: Subject, has: (term: string) => boolean, report: Report): boolean {
  const { draft, lexicon } = subject;
  if (draft.title === undefined || lexicon === undefined) return false;
  const titleWords = tokenize(draft.title).map(({ word }) => word);
  const subjects = titleWords.filter((word) => classifyWord(word, lexicon) === 'subject');
  const [first] = subjects;
  if (first === undefined) return false;
  if (!subjects.some(has)) report.find('titleWord', { word: first });
  return true;
}

/** A synonym with the figures by which it is more wanted. */
interface Wanted {
  readonly synonym: Synonym;
  readonly more: number;
  readonly less: number;
  readonly source: DemandSource;
}

/** What a source says of a word: a synonym is more wanted, none is (undefined), or it has no figures for both. */
type Verdict = Wanted | 'unknown' | undefined;

/** Whether figures are known for a word of the text; what is more wanted is reported. */
function judgeDemand(subject: Subject, ratio: number, report: Report): boolean {
  const { words, facts, language } = subject;
  const sources = facts.demand ?? [];
  if (sources.length === 0) return false;
  // Plain frequency would call nearly every word of a thesaurus the better one.
  const searchSources = sources.filter(({ kind }) => kind !== 'frequency');
  let judged = false;
  for (const word of words) {
    if (word.kind === 'stop') continue;
    const own = findSynonyms(word.word, subject);
    if (own === undefined) continue;
    const known = moreWanted(own.word, own.group, sources, ratio);
    const byThesaurusDemand = moreWanted(own.word, own.fromThesaurus, searchSources, ratio);
    judged ||= known !== 'unknown' || byThesaurusDemand !== 'unknown';
    // The lexicon is read over by people, a thesaurus only asks; but a wish is worth more than a frequency.
    const byThesaurus = isWanted(byThesaurusDemand) && !(isWanted(known) && known.source.kind !== 'frequency');
    const wanted = byThesaurus ? byThesaurusDemand : known;
    if (!isWanted(wanted)) continue;
    const { synonym, more, less, source } = wanted;
    const searched = source.kind !== 'frequency';
    const data = { synonym: synonym.word, word: word.text, more, less, source: source.name };
    // A thesaurus knows no genders: in French the words around may have to change.
    const edit = byThesaurus && hasGenders(language) ? undefined : buildSwap(word, own.word, synonym, subject);
    const suggestions = edit === undefined ? [] : [report.suggest('swap', { synonym: edit.text }, [edit])];
    report.find(searched ? 'synonymMoreSearched' : 'synonymMoreFrequent', data, { span: word.span, suggestions });
  }
  return judged;
}

const isWanted = (verdict: Verdict): verdict is Wanted => typeof verdict === 'object';

/** Own keys only: "constructor" is a word that people search, and a property of every object. */
const lookUpFigure = ({ figures }: DemandSource, word: string): number | undefined =>
  Object.hasOwn(figures, word) ? figures[word] : undefined;

/** The most wanted synonym by the best source that has figures for both; `unknown` when none has. */
function moreWanted(
  word: Synonym,
  group: readonly Synonym[],
  sources: readonly DemandSource[],
  ratio: number,
): Verdict {
  for (const source of sources) {
    const less = lookUpFigure(source, word.word);
    const others = group.filter((other) => other !== word && lookUpFigure(source, other.word) !== undefined);
    if (less === undefined || others.length === 0) continue;
    const ranked = others
      .map((synonym) => ({ synonym, more: lookUpFigure(source, synonym.word) ?? 0, less, source }))
      .sort((a, b) => b.more - a.more);
    const best = ranked[0];
    return best !== undefined && best.more > 0 && best.more >= ratio * less ? best : undefined;
  }
  return 'unknown';
}

/** The edit that puts a synonym in a word's place, its determiner with it; undefined when more would have to change. */
function buildSwap(word: Word, own: Synonym, synonym: Synonym, subject: Subject): Edit | undefined {
  const { text, words, language } = subject;
  if (word.inTag) return undefined;
  const index = words.indexOf(word);
  const before = text.slice(0, word.span.start);
  if (isInFixedPhrase(words, index, before)) return undefined;
  const form = word.word === own.word ? synonym.word : pluralize(synonym.word, language);
  if (form === undefined) return undefined;
  const from = { word: word.word, gender: own.gender };
  const to = { word: form, gender: synonym.gender };
  const agreement = agree(before, from, to, language);
  const changesGender = own.gender !== synonym.gender;
  if (agreement === undefined) return undefined;
  if (changesGender && hasDependants(text, words, index, language)) return undefined;
  // "Un nouvel appartement": before a consonant the adjective changes as well.
  const beside = words[index - 1];
  if (
    changesSound(from.word, to.word, language) &&
    beside !== undefined &&
    beside.kind !== 'stop' &&
    /^\s*$/.test(text.slice(beside.span.end, word.span.start))
  ) {
    return undefined;
  }
  const span = { start: word.span.start - agreement.taken, end: word.span.end };
  const written = matchCase(text.slice(word.span.start, word.span.end), form);
  return replace(span, `${agreement.put}${written}`);
}

/** A noun behind a bare "de" is part of a name of its own: "taxe d'habitation" is no "taxe de logement". */
function isInFixedPhrase(words: readonly Word[], index: number, before: string): boolean {
  const head = index >= 2 ? words[index - 2] : undefined;
  return head !== undefined && head.kind !== 'stop' && /(?:^|\s)(?:de\s+|d['’])$/i.test(before);
}
