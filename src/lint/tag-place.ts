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

/**
 * Whether nothing but links and tags follows a tag, and no small word leads to it ("à #Lyon"): it tags the post and says
 * nothing in it.
 */
export function isTrailing(subject: Subject, tag: Entity): boolean {
  const { text, entities, words } = subject;
  const before = words.findLast(({ span }) => span.end <= tag.span.start);
  const isLedTo = before?.kind === 'stop' && !before.inTag && BLANKS.test(text.slice(before.span.end, tag.span.start));
  if (isLedTo) return false;
  let at = meantSpan(subject, tag).end;
  for (const entity of entities) {
    if (entity.span.start < at) continue;
    // "cc @someone" behind the tags is no more of a sentence than they are.
    if (entity.type === 'mention' && COPIED.test(text.slice(at, entity.span.start))) {
      at = entity.span.end;
      continue;
    }
    if (!BETWEEN_TAGS.test(text.slice(at, entity.span.start))) return false;
    if (entity.type !== 'hashtag' && entity.type !== 'link') return false;
    at = entity.type === 'hashtag' ? meantSpan(subject, entity).end : entity.span.end;
  }
  return BETWEEN_TAGS.test(text.slice(at));
}

/** Whether a trailing tag comes right after another tag or a link: it needs no article. */
export function isStacked(subject: Subject, tag: Entity): boolean {
  const before = subject.entities.findLast(({ span }) => span.end <= tag.span.start);
  if (before === undefined || (before.type !== 'hashtag' && before.type !== 'link')) return false;
  const { end } = before.type === 'hashtag' ? meantSpan(subject, before) : before.span;
  return BETWEEN_TAGS.test(subject.text.slice(end, tag.span.start)) && isTrailing(subject, tag);
}

/** The tags that stand before the first word. */
export function tagsInFront({ text, hashtags: tags }: Subject): Entity[] {
  const stack: Entity[] = [];
  let at = 0;
  for (const tag of tags) {
    if (!BLANKS.test(text.slice(at, tag.span.start))) break;
    stack.push(tag);
    at = tag.span.end;
  }
  return stack;
}

// Three rules ask it of the same tags; an entity belongs to one subject only.
const spoken = new WeakMap<Entity, boolean>();

/** Whether a tag is read as a word of a sentence: neither trailing behind it nor stacked in front of it. */
export function isSpoken(subject: Subject, tag: Entity): boolean {
  const known = spoken.get(tag);
  if (known !== undefined) return known;
  const inFront = tagsInFront(subject);
  const answer = !isTrailing(subject, tag) && !(inFront.length >= 2 && inFront.includes(tag));
  spoken.set(tag, answer);
  return answer;
}
