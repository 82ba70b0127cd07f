import { remove, replace } from '../src/lint/edit-builders.js';
import type { Edit } from '../src/lint/finding.js';
import { defineRule } from '../src/lint/rule.js';
import { kindOf, type Subject } from '../src/lint/subject.js';
import type { Entity } from '../src/tweet/entities.js';
import { joinAsTag, tagCandidates } from '../src/words/tag-candidates.js';
import { splitTag } from '../src/words/tokens.js';

/** What ends a tag although its author meant to go on. */
const CUT =
  /^(?:(['’])(\p{L}[\p{L}\p{M}\p{N}]*)|([-‑])([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑][\p{L}\p{N}]+)*)|[.&]\p{L}|[+°]\p{L}?)/u;
/** One or two digits are a rank, not a failed tag: "the #1 mistake". */
const DIGITS_ONLY = /(?<![\p{L}\p{M}\p{N}_&/#])[#＃](\d{3,})(?![\p{L}\p{M}\p{N}_])/gu;
/** An English genitive behind a tag: #Leeds's. What X reads is what was meant. */
const GENITIVE = /^['’]s(?![\p{L}\p{M}\p{N}])/u;
const ELIDED = /^(?:l|d|j|n|c|s|m|t|qu)$/i;

/** 4: hashtags. Two or three, precise ones; more is clutter. */
export const hashtags = defineRule({
  id: 'hashtags',
  number: 4,
  title: { en: 'Hashtags', fr: 'Hashtags' },
  summary: {
    en: 'Two or three hashtags, each a subject that people follow, each read by X as it is meant.',
    fr: 'Deux ou trois hashtags, chacun un sujet que l’on suit, chacun lu par X comme on l’entend.',
  },
  lever: 'search',
  weight: 10,
  evidence: {
    grade: 'published',
    source:
      'The article, advice 4; twitter/the-algorithm 72eda9a2 (2023) damps posts with more than 2 tags, by an unpublished amount; twitter-text 3.1 for what a tag is',
  },
  options: {
    min: { type: 'integer', default: 2, minimum: 0, maximum: 10, description: 'Fewest hashtags with full marks.' },
    max: { type: 'integer', default: 3, minimum: 0, maximum: 30, description: 'Most hashtags with full marks.' },
    heapShare: {
      type: 'number',
      default: 0.5,
      minimum: 0.1,
      maximum: 1,
      description: 'Share of tags among all words and tags from which they are a heap.',
    },
    unreadableLength: {
      type: 'integer',
      default: 15,
      minimum: 5,
      maximum: 100,
      description: 'Letters from which a tag without capitals is hard to read.',
    },
  },
  messages: {
    tooFew: {
      severity: 'warning',
      en: '{count} of {min} hashtags',
      fr: '{count} hashtag sur {min}',
    },
    tooMany: {
      severity: 'warning',
      en: '{count} hashtags, {max} at most are read',
      fr: '{count} hashtags, on n’en lit que {max}',
    },
    cut: {
      severity: 'warning',
      en: 'X reads only {tag}: “{sign}” ends a hashtag',
      fr: 'X ne lit que {tag} : « {sign} » termine un hashtag',
    },
    digits: {
      severity: 'warning',
      en: '{tag} is no hashtag: it needs a letter',
      fr: '{tag} n’est pas un hashtag : il y faut une lettre',
    },
    heap: {
      severity: 'warning',
      en: '{count} of {total} words are hashtags; write a sentence and tag its words',
      fr: '{count} mots sur {total} sont des hashtags ; écrivez une phrase et taguez ses mots',
    },
    stacked: {
      severity: 'warning',
      en: '{count} hashtags stand in front of the first word; open with the interest',
      fr: '{count} hashtags précèdent le premier mot ; commencez par l’intérêt',
    },
    unreadable: {
      severity: 'warning',
      en: '{tag} has {length} letters and no capital to part its words',
      fr: '{tag} a {length} lettres et aucune majuscule pour séparer ses mots',
    },
    twice: { severity: 'warning', en: '{tag} stands twice', fr: '{tag} figure deux fois' },
  },
  fixes: {
    tag: { safe: false, en: 'write {tag}', fr: 'écrire {tag}' },
    untag: { safe: true, en: 'write “{word}” without #', fr: 'écrire « {word} » sans #' },
    trim: { safe: true, en: 'keep {kept}', fr: 'garder {kept}' },
    drop: { safe: true, en: 'drop the second', fr: 'retirer le second' },
    join: { safe: true, en: 'write {tag}', fr: 'écrire {tag}' },
  },
  reasons: {},
  examples: {
    good: [
      { draft: 'Choisir son #LogementSocial à #Lyon : 5 points à vérifier https://example.org/guide' },
      { draft: 'How we cut #Kubernetes costs by half, with figures #DevOps https://example.org/costs' },
    ],
    bad: [
      {
        draft: 'Choisir son logement social à Lyon : 5 points à vérifier https://example.org/guide',
        finding: 'tooFew',
      },
      { draft: 'Profitez de #L’été dans les parcs de #Lyon https://example.org/ete', finding: 'cut' },
      { draft: 'Our report #data #ai #ml #tech #cloud https://example.org/report', finding: 'tooMany' },
    ],
  },

  check(subject, report, options) {
    const { text } = subject;
    const tags = subject.hashtags;
    const unique = new Set(tags.map(({ value }) => value.toLowerCase()));
    let score = countScore(unique.size, options.min, options.max);
    if (unique.size < options.min) {
      const suggestions = tagsInPlace(subject).map(({ tag, edit }) => report.suggest('tag', { tag }, [edit]));
      report.find('tooFew', { count: unique.size, min: options.min }, { suggestions });
    } else if (unique.size > options.max) {
      const kept = mostUseful(subject, options.max);
      const edits = tags.filter((tag) => !kept.includes(tag)).map((tag) => untag(subject, tag));
      const names = kept.map((tag) => tag.text).join(' ');
      const span = tags.at(-1)?.span;
      const suggestions = [report.suggest('trim', { kept: names }, edits)];
      report.find('tooMany', { count: unique.size, max: options.max }, { ...(span && { span }), suggestions });
    }

    for (const tag of tags) {
      const cut = CUT.exec(text.slice(tag.span.end));
      if (cut === null || (GENITIVE.test(cut[0]) && !ELIDED.test(tag.value))) continue;
      const mended = mendCut(subject, tag, cut);
      const suggestions =
        mended === undefined ? [] : [report.suggest('join', { tag: mended.tag }, [replace(mended.span, mended.text)])];
      const end = tag.span.end + cut[0].length;
      report.find(
        'cut',
        { tag: tag.text, sign: cut[0].charAt(0) },
        { span: { start: tag.span.start, end }, suggestions },
      );
      score -= 0.3;
    }

    for (const match of text.matchAll(DIGITS_ONLY)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const word = match[1] ?? '';
      report.find(
        'digits',
        { tag: match[0] },
        { span, suggestions: [report.suggest('untag', { word }, [replace(span, word)])] },
      );
      score -= 0.2;
    }

    const seen = new Set<string>();
    for (const tag of tags) {
      const name = tag.value.toLowerCase();
      if (seen.has(name)) {
        report.find(
          'twice',
          { tag: tag.text },
          { span: tag.span, suggestions: [report.suggest('drop', {}, [untag(subject, tag)])] },
        );
        score -= 0.2;
      }
      seen.add(name);
      if (tag.value.length >= options.unreadableLength && splitTag(tag.value).length === 1) {
        report.find('unreadable', { tag: tag.text, length: tag.value.length }, { span: tag.span });
        score -= 0.1;
      }
    }

    const spoken = subject.words.filter(({ inTag, word }) => !inTag && !word.endsWith("'")).length;
    const total = spoken + tags.length;
    const stack = tagsInFront(subject);
    if (tags.length >= 2 && tags.length > options.heapShare * total) {
      report.find('heap', { count: tags.length, total });
      score -= 0.3;
    } else if (stack.length >= 2) {
      const [first, last] = [stack[0], stack.at(-1)];
      const span = first && last && { start: first.span.start, end: last.span.end };
      report.find('stacked', { count: stack.length }, { ...(span && { span }) });
      score -= 0.2;
    }
    return score;
  },
});

/** Full marks between the bounds; one short is a missed chance, each one beyond is clutter. */
function countScore(count: number, min: number, max: number): number {
  if (count < min) return 0.4 + (0.6 * count) / min;
  return count <= max ? 1 : Math.max(0.1, 1 - 0.25 * (count - max));
}

const BLANKS = /^\s*$/;

/**
 * Whether nothing but links and tags follows a tag, and no small word leads to it ("à #Lyon"): it tags the post and says
 * nothing in it.
 */
function isTrailing({ text, entities, words }: Subject, tag: Entity): boolean {
  const before = words.findLast(({ span }) => span.end <= tag.span.start);
  const isLedTo = before?.kind === 'stop' && !before.inTag && BLANKS.test(text.slice(before.span.end, tag.span.start));
  if (isLedTo) return false;
  let at = tag.span.end;
  for (const { span, type } of entities) {
    if (span.start < tag.span.end) continue;
    if (!BLANKS.test(text.slice(at, span.start)) || (type !== 'hashtag' && type !== 'link')) return false;
    at = span.end;
  }
  return BLANKS.test(text.slice(at));
}

function tagsInFront({ text, hashtags: tags }: Subject): Entity[] {
  const stack: Entity[] = [];
  let at = 0;
  for (const tag of tags) {
    if (!BLANKS.test(text.slice(at, tag.span.start))) break;
    stack.push(tag);
    at = tag.span.end;
  }
  return stack;
}

/** Drops a tag, or keeps it as a word where the sentence needs it. */
function untag(subject: Subject, tag: Entity): Edit {
  const inFront = tagsInFront(subject);
  const isStacked = inFront.length >= 2 && inFront.includes(tag);
  if (isTrailing(subject, tag) || isStacked) return remove(subject.text, tag.span);
  return replace(
    tag.span,
    splitTag(tag.value).length > 1 && /\p{Ll}\p{Lu}/u.test(tag.value) ? spelled(tag.value) : tag.value,
  );
}

/** The words of a CamelCase tag as they are written in a sentence. */
const spelled = (tag: string): string =>
  (tag.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+/gu) ?? [tag])
    .map((part, index) => (index === 0 || /^\p{Lu}+$/u.test(part) ? part : part.toLowerCase()))
    .join(' ');

/** The tags worth keeping: in the sentence before trailing, subjects before generic words, earlier before later. */
function mostUseful(subject: Subject, count: number): Entity[] {
  const wanted = new Set((subject.draft.keywords ?? []).map((keyword) => joinAsTag(keyword.split(' ')).toLowerCase()));
  const usefulness = (tag: Entity): number =>
    (wanted.has(tag.value.toLowerCase()) ? 8 : 0) +
    (kindOf(tag.value.toLowerCase(), subject.lexicon) === 'subject' ? 4 : 0) +
    (splitTag(tag.value).length > 1 ? 1 : 0) +
    (isTrailing(subject, tag) ? 0 : 2);
  const first = subject.hashtags.filter(
    (tag, index, all) => all.findIndex(({ value }) => value.toLowerCase() === tag.value.toLowerCase()) === index,
  );
  const best = [...first].sort((a, b) => usefulness(b) - usefulness(a)).slice(0, count);
  return first.filter((tag) => best.includes(tag));
}

const MAX_PROPOSALS = 3;

/** Words of the text turned into tags where they stand, each one seen by X as a whole. */
function tagsInPlace(subject: Subject): { tag: string; edit: Edit }[] {
  const { text, words, draft, lexicon } = subject;
  if (lexicon === undefined) return [];
  const present = new Set(subject.hashtags.map(({ value }) => value.toLowerCase()));
  const proposals: { tag: string; edit: Edit }[] = [];
  for (const { tag, span } of tagCandidates(text, words, draft.keywords)) {
    if (proposals.length === MAX_PROPOSALS) break;
    const isNew = !present.has(tag.toLowerCase()) && !proposals.some(({ edit }) => overlaps(edit.span, span));
    if (!isNew || !isSeenWhole(subject, tag, span)) continue;
    proposals.push({ tag: `#${tag}`, edit: replace(span, `#${tag}`) });
  }
  return proposals;
}

const overlaps = (a: Entity['span'], b: Entity['span']): boolean => a.start < b.end && b.start < a.end;

function isSeenWhole({ text, parse }: Subject, tag: string, { start, end }: Entity['span']): boolean {
  const after = `${text.slice(0, start)}#${tag}${text.slice(end)}`;
  return parse(after).entities.some(
    ({ type, value, span }) =>
      type === 'hashtag' && span.start === start && value === tag && !CUT.test(after.slice(span.end)),
  );
}

/** The tag that was meant: parts joined in CamelCase, or an elided article left in front of it. */
function mendCut(
  { text }: Subject,
  { value, span }: Entity,
  cut: RegExpExecArray,
): { tag: string; span: Entity['span']; text: string } | undefined {
  const [, apostrophe, word, , rest] = cut;
  const end = span.end + cut[0].length;
  const whole = { start: span.start, end };
  if (apostrophe !== undefined && word !== undefined) {
    if (ELIDED.test(value)) return { tag: `#${word}`, span: whole, text: `${value}${apostrophe}#${word}` };
    const joined = `#${value}${word}`;
    return { tag: joined, span: whole, text: joined };
  }
  if (rest === undefined || /[-'’]/.test(text.charAt(end))) return undefined;
  const joined = `#${joinAsTag([value, ...rest.split(/[-‑]/)])}`;
  return { tag: joined, span: whole, text: joined };
}
