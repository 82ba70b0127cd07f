import { lazy, lazyFor } from '#base/lazy.js';
import { isDisruption } from '#lint/disruption.js';
import { mayBeDisruption } from '#lint/disruption-signs.js';
import { insert, replace } from '#lint/edits.js';
import type { Suggestion } from '#lint/finding.js';
import { postType } from '#lint/post-type.js';
import { lostTags } from '#lint/lost-signs.js';
import { countUnspaced } from '#lint/measures.js';
import { defineRule } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import { proposals } from '#lint/tag-proposals.js';
import { isEmptyTag } from '#lint/tag-relevance.js';
import { findCut, isStacked, meantName, meantSpan, tagsInFront } from '#lint/tag-place.js';
import { findEntities, type Entity } from '#tweet/entities.js';
import { isPlural } from '#words/stems.js';
import { meaningsOf } from '#words/tag-relations.js';
import { splitTag } from '#words/tokens.js';
import { mostUseful, untag } from './hashtags/surplus.js';

/** One or two digits are a rank, not a failed tag: "the #1 mistake". */
const DIGITS_ONLY = lazy(() => /(?<![\p{L}\p{M}\p{N}_&/#])[#＃](\d{3,})(?![\p{L}\p{M}\p{N}_])/gu);

/** Cashtags of one post that X takes of a self-serve app (docs.x.com, manage-tweets/integrate, as of 2026-08-28). */
const MAX_CASHTAGS = 1;

/** Points of the first and of the second tag. */
const [FIRST_POINTS, SECOND_POINTS] = [10, 7];
/** Points of a tag that says nothing, and those with what it earned as the first: to leave it out must cost nothing. */
const [EMPTY_POINTS, IDLE_POINTS] = [4, 14];

/** 4: hashtags. Two or three, precise ones; more is clutter. */
export const hashtags = defineRule({
  id: 'hashtags',
  number: 4,
  title: 'Hashtags',
  summary: 'Two or three hashtags, each a subject that people follow, each read by X as intended.',
  lever: 'search',
  weight: 17,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 4; twitter/the-algorithm 72eda9a2 (2023) demotes posts with more than 2 tags, by an unpublished amount; twitter-text 3.1 for what counts as a tag',
  },
  options: {
    min: { type: 'integer', default: 2, minimum: 0, maximum: 10, description: 'Fewest hashtags for full marks.' },
    max: { type: 'integer', default: 3, minimum: 0, maximum: 30, description: 'Most hashtags for full marks.' },
    heapShare: {
      type: 'number',
      default: 0.5,
      minimum: 0.1,
      maximum: 1,
      description: 'Share of tags among all words and tags above which the text is little more than tags.',
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
    // What the first hashtag is worth by itself: the report says both losses once.
    none: { severity: 'info', penalty: FIRST_POINTS, text: 'no hashtags; use {min}' },
    tooFew: { severity: 'warning', penalty: SECOND_POINTS, text: '{count|no hashtags|hashtag|hashtags}; use {min}' },
    tooMany: { severity: 'warning', penalty: 8, text: '{count} hashtags; use {max} at most' },
    cut: { severity: 'warning', penalty: 7, text: 'X links only {tag}: “{sign}” ends a hashtag' },
    digits: { severity: 'warning', penalty: 1, text: '{tag} is not a hashtag: it needs a letter' },
    heap: {
      severity: 'warning',
      penalty: 4,
      text: '{count} of {total} words are hashtags; write a sentence and tag words in it',
    },
    stacked: {
      severity: 'warning',
      penalty: 1,
      text: '{count} hashtags come before the first word; lead with the interesting part',
    },
    unreadable: {
      severity: 'warning',
      penalty: 1,
      text: '{tag} has {length} letters and no capitals; if it joins several words, capitalize each of them',
    },
    twice: { severity: 'warning', penalty: 1, text: '{tag} appears twice' },
    sameMeaning: { severity: 'warning', penalty: EMPTY_POINTS, text: '{tags} mean the same; keep one of them' },
    noSubject: {
      severity: 'warning',
      penalty: IDLE_POINTS,
      text: '{tag} names no subject that people follow; tag what it is about',
    },
    cashtags: {
      severity: 'error',
      penalty: 7,
      text: '{tag} is one cashtag too many: X refuses a second one in a post sent by its API; keep one',
    },
    lost: { severity: 'warning', penalty: 7, text: '{tag} is not a hashtag on X; write {seen}' },
    lostInLink: { severity: 'warning', penalty: 7, text: '“{tag}” is part of the link; put a space before it' },
    lostEmoji: { severity: 'warning', penalty: 1, text: '{tag} is not a hashtag: an emoji cannot be part of one' },
  },
  fixes: {
    // Behind a text with room for it, it takes nothing from it: see `proposals`.
    tag: { safe: false, harmless: true, text: 'tag {tag}' },
    untag: { safe: true, text: 'write “{word}” without #' },
    // Which tags are given up is the author's to say, unless all of them stay as words.
    trim: { safe: false, text: 'keep {kept}' },
    untagOthers: { safe: true, text: 'keep {kept}, turn the others into words' },
    drop: { safe: true, text: 'drop the second one' },
    join: { safe: true, text: 'write {tag}' },
    find: { safe: false, text: 'write {seen}' },
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
      { draft: 'How to choose social housing in Lyon: five points https://example.org/guide', finding: 'tooFew' },
      { draft: 'Profitez de #L’été dans les parcs de #Lyon https://example.org/ete', finding: 'cut' },
      { draft: 'Please #don’t miss the #museums by night https://example.org/night', finding: 'cut' },
      { draft: 'Notre rapport #data #ia #ml #tech #cloud https://example.org/rapport', finding: 'tooMany' },
      { draft: 'Our report #data #ai #ml #tech #cloud https://example.org/report', finding: 'tooMany' },
      { draft: 'Comment comparer $ABCD et $EFGH #bourse #finance https://example.org/actions', finding: 'cashtags' },
      { draft: 'How $ABCD and $EFGH compare #stocks #finance https://example.org/stocks', finding: 'cashtags' },
    ],
  },

  check(subject, report, options) {
    const { text } = subject;
    const tags = subject.hashtags;
    const unique = new Set(tags.map((tag) => meantName(subject, tag).toLowerCase()));
    if (unique.size < options.min && wantsTags(subject)) {
      const suggestions = lazy(() =>
        proposals(subject)
          .slice(0, options.min - unique.size)
          .map((tag) => appendTag(subject, tag, report)),
      );
      // The point is made where a good tag is at hand; without any tag it is a remark, and beside one the score shows it.
      const quiet = suggestions().length === 0;
      if (unique.size === 0) report.find('none', { min: options.min }, { quiet: !quiet });
      report.find('tooFew', { count: unique.size, min: options.min }, { suggestions, quiet });
    } else if (unique.size > options.max) {
      const span = tags.at(-1)?.span;
      const suggestions = (): Suggestion[] => {
        const kept = mostUseful(subject, options.max);
        const edits = tags.filter((tag) => !kept.includes(tag)).map((tag) => untag(subject, tag));
        const names = kept.map((tag) => `#${meantName(subject, tag)}`).join(' ');
        const losesNone = edits.every((edit) => edit.text !== '');
        return [report.suggest(losesNone ? 'untagOthers' : 'trim', { kept: names }, edits)];
      };
      report.find('tooMany', { count: unique.size, max: options.max }, { ...(span && { span }), suggestions });
    }

    for (const tag of tags) {
      const cut = findCut(subject, tag);
      if (cut === undefined) continue;
      const span = meantSpan(subject, tag);
      const joinedTag = cut.joined({ article: !isStacked(subject, tag) });
      const suggestions =
        joinedTag === undefined ? [] : [report.suggest('join', { tag: joinedTag }, [replace(span, joinedTag)])];
      report.find('cut', { tag: tag.text, sign: cut.sign }, { span, suggestions });
    }

    for (const match of /[#＃]\d/.test(text) ? text.matchAll(DIGITS_ONLY()) : []) {
      const span = { start: match.index, end: match.index + match[0].length };
      const word = match[1] ?? '';
      report.find(
        'digits',
        { tag: match[0] },
        { span, suggestions: [report.suggest('untag', { word }, [replace(span, word)])] },
      );
    }

    if (text.includes('$')) {
      const cashtags = findEntities(text).filter(({ type }) => type === 'cashtag');
      for (const { text: tag, span } of cashtags.slice(MAX_CASHTAGS)) report.find('cashtags', { tag }, { span });
    }

    judgeMeanings(subject, options.min, report);
    const named = new Set<string>();
    for (const tag of tags) {
      const name = meantName(subject, tag).toLowerCase();
      if (named.has(name)) {
        report.find(
          'twice',
          { tag: tag.text },
          { span: tag.span, suggestions: [report.suggest('drop', {}, [untag(subject, tag)])] },
        );
      }
      named.add(name);
      const isJoined = tag.value.length >= options.unreadableLength && splitTag(tag.value).length === 1;
      if (isJoined && !isOneWord(tag.value, subject)) {
        report.find('unreadable', { tag: tag.text, length: tag.value.length }, { span: tag.span });
      }
    }

    const signs = text.match(/[#＃]/g)?.length ?? 0;
    for (const { why, span, text: tag, seen = '' } of signs > tags.length ? lostTags(subject) : []) {
      const suggestions = seen === '' ? [] : [report.suggest('find', { seen: seen.trim() }, [replace(span, seen)])];
      if (why === 'inLink') report.find('lostInLink', { tag }, { span, suggestions });
      else if (why === 'emoji') report.find('lostEmoji', { tag }, { span });
      else report.find('lost', { tag, seen: seen.trim() }, { span, suggestions });
    }

    const spoken = subject.words.filter(({ inTag, word }) => !inTag && !word.endsWith("'")).length;
    const total = spoken + countUnspaced(subject) + tags.length;
    const stack = tagsInFront(subject);
    if (tags.length >= 2 && tags.length > options.heapShare * total) {
      report.find('heap', { count: tags.length, total });
    } else if (stack.length >= 2) {
      const [first, last] = [stack[0], stack.at(-1)];
      const span = first && last && { start: first.span.start, end: last.span.end };
      report.find('stacked', { count: stack.length }, { ...(span && { span }) });
    }
    return 1;
  },
});

type Report = Parameters<typeof hashtags.check>[1];

/** Endings of long words that are one. */
const LONG_WORD =
  /(?:ités?|tions?|ments?|iats?|ismes?|istes?|logies?|graphies?|ences?|ances?|eurs?|aires?|iques?|ness|ship|ability)$/i;
/** Letters up to which an ending tells a word; a row of words may end so as well. */
const LONGEST_WORD = 20;

const isOneWord = (tag: string, { proofreader, language }: Subject): boolean =>
  proofreader?.knows(tag.toLowerCase(), language) !== undefined || (tag.length <= LONGEST_WORD && LONG_WORD.test(tag));

/** Tags that say the same, and tags that say nothing; these pay back what they earned beside the tags that do. */
function judgeMeanings(subject: Subject, min: number, report: Report): void {
  const { hashtags: tags, lexicon } = subject;
  if (lexicon === undefined) return;
  const groups = new Map<string, Entity[]>();
  for (const tag of tags) {
    // "#tax #taxes" is one tag in two numbers.
    const isForm = ([, [first]]: [string, Entity[]]): boolean => {
      const [one, other] = [first?.value.toLowerCase() ?? '', tag.value.toLowerCase()];
      return isPlural(one, other) || isPlural(other, one);
    };
    const meaning = [...groups].find(isForm)?.[0] ?? meaningsOf(tag.value, lexicon).join(' ');
    const group = groups.get(meaning) ?? [];
    if (group.every(({ value }) => value.toLowerCase() !== tag.value.toLowerCase()))
      groups.set(meaning, [...group, tag]);
  }
  const isEmpty = ({ value }: Entity): boolean => isEmptyTag(value, subject);
  const wanted = wantsTags(subject) ? min : 0;
  let earning = [...groups.values()].filter(([first]) => first !== undefined && !isEmpty(first)).length;
  const share = (): number => {
    earning += 1;
    const earned = earning > wanted ? 0 : earning === 1 ? FIRST_POINTS : SECOND_POINTS;
    return (EMPTY_POINTS + earned) / IDLE_POINTS;
  };
  for (const group of groups.values()) {
    const [first, last] = [group[0], group.at(-1)];
    if (group.length < 2 || first === undefined || last === undefined) continue;
    const span = { start: first.span.start, end: last.span.end };
    report.find('sameMeaning', { tags: group.map(({ text }) => text).join(' ') }, { span });
  }
  for (const tag of tags)
    if (isEmpty(tag)) report.find('noSubject', { tag: tag.text }, { span: tag.span, share: share() });
}

/** Alerts and tributes want no hashtags, nor do notices of a closure, a delay or a missing person. */
const wantsTags = lazyFor(
  ({ draft, text }: Subject): boolean =>
    postType(draft) === undefined && !(mayBeDisruption(text) && isDisruption(text)),
);

/** A tag behind everything, so that no expression is cut; before a link that the front matter adds. */
function appendTag(subject: Subject, tag: string, report: Report): Suggestion {
  const { text, draft, links } = subject;
  const last = links.at(-1);
  const isAdded = draft.link !== undefined && last !== undefined && last.span.end === text.length;
  const edit = isAdded ? insert(last.span.start, `#${tag} `) : insert(text.trimEnd().length, ` #${tag}`);
  return report.suggest('tag', { tag: `#${tag}` }, [edit]);
}
