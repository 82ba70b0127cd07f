import { lastEndingBy } from '#tweet/bounds.js';
import type { Entity } from '#tweet/entities.js';
import { tagCut, type TagCut } from '#words/tags.js';
import type { Subject } from './subject.js';

/** What ends a tag although its author went on, where something does. */
export const findCut = ({ text, language }: Subject, { value, span }: Entity): TagCut | undefined =>
  tagCut(value, text.slice(span.end), language);

const BLANKS = /^\s*$/;
/** What may stand between trailing tags: figures that were meant as tags say nothing either. */
const BETWEEN_TAGS = /^\s*(?:[#＃]\d+\s*)*$/;

const COPIED = /^\s*cc\s+$/i;

/** A tag as its author meant it, with what X leaves out of it. */
export const meantSpan = (subject: Subject, tag: Entity): Entity['span'] => ({
  start: tag.span.start,
  end: tag.span.end + (findCut(subject, tag)?.length ?? 0),
});

/** What a tag says: of `#L’été` and `#L’eau` X reads the same, their author does not. */
export const meantName = (subject: Subject, tag: Entity): string => {
  const { start, end } = meantSpan(subject, tag);
  return subject.text.slice(start + 1, end);
};

// Worked out once from the end of the text: looked for behind each tag anew, it took time with the square of their number.
const trailing = new WeakMap<Subject, readonly boolean[]>();

/** For each entity, whether nothing but links and tags follows it to the end of the text. */
function findTrailing(subject: Subject): readonly boolean[] {
  const known = trailing.get(subject);
  if (known !== undefined) return known;
  const { text, entities } = subject;
  const endOf = (entity: Entity): number =>
    entity.type === 'hashtag' ? meantSpan(subject, entity).end : entity.span.end;
  const isLast: boolean[] = [];
  for (let index = entities.length - 1; index >= 0; index -= 1) {
    const entity = entities[index];
    if (entity === undefined) continue;
    const at = endOf(entity);
    let next = index + 1;
    while ((entities[next]?.span.start ?? Infinity) < at) next += 1;
    const follower = entities[next];
    if (follower === undefined) isLast[index] = BETWEEN_TAGS.test(text.slice(at));
    else {
      const between = text.slice(at, follower.span.start);
      // "cc @someone" behind the tags belongs to no sentence, as they do not.
      const isCopy = follower.type === 'mention' && COPIED.test(between);
      const isTagOrLink = follower.type === 'hashtag' || follower.type === 'link';
      isLast[index] = (isCopy || (isTagOrLink && BETWEEN_TAGS.test(between))) && isLast[next] === true;
    }
  }
  trailing.set(subject, isLast);
  return isLast;
}

/**
 * Whether nothing but links and tags follows a tag, and no small word leads to it ("à #Lyon"): it tags the post and says
 * nothing in it.
 */
export function isTrailing(subject: Subject, tag: Entity): boolean {
  const { text, entities, words } = subject;
  const before = words[lastEndingBy(words, tag.span.start)];
  const isLedTo = before?.kind === 'stop' && !before.inTag && BLANKS.test(text.slice(before.span.end, tag.span.start));
  return !isLedTo && findTrailing(subject)[lastEndingBy(entities, tag.span.end)] === true;
}

/** Whether a trailing tag comes right after another tag or a link: it needs no article. */
export function isStacked(subject: Subject, tag: Entity): boolean {
  const before = subject.entities[lastEndingBy(subject.entities, tag.span.start)];
  if (before === undefined || (before.type !== 'hashtag' && before.type !== 'link')) return false;
  const { end } = before.type === 'hashtag' ? meantSpan(subject, before) : before.span;
  return BETWEEN_TAGS.test(subject.text.slice(end, tag.span.start)) && isTrailing(subject, tag);
}

const inFront = new WeakMap<Subject, readonly Entity[]>();

/** The tags that stand before the first word. */
export function tagsInFront(subject: Subject): readonly Entity[] {
  const known = inFront.get(subject);
  if (known !== undefined) return known;
  const { text, hashtags: tags } = subject;
  const stack: Entity[] = [];
  let at = 0;
  for (const tag of tags) {
    if (!BLANKS.test(text.slice(at, tag.span.start))) break;
    stack.push(tag);
    at = tag.span.end;
  }
  inFront.set(subject, stack);
  return stack;
}

// Three rules ask it of the same tags; an entity belongs to one subject only.
const spoken = new WeakMap<Entity, boolean>();

/** Whether a tag is read as a word of a sentence: neither trailing behind it nor stacked in front of it. */
export function isSpoken(subject: Subject, tag: Entity): boolean {
  const known = spoken.get(tag);
  if (known !== undefined) return known;
  const stack = tagsInFront(subject);
  const isStackedInFront = stack.length >= 2 && tag.span.start <= (stack.at(-1)?.span.start ?? -1);
  const answer = !isStackedInFront && !isTrailing(subject, tag);
  spoken.set(tag, answer);
  return answer;
}
