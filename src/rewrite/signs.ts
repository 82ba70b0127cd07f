// Emoji that stand twice, and tags in front of a text.
import { lazy } from '#base/lazy.js';
import { insert } from '#lint/edits.js';
import type { Subject } from '#lint/subject.js';
import { isTrailing, tagsInFront } from '#lint/tag-place.js';
import { findEmoji } from '#tweet/weight.js';
import type { Proposal } from './operations.js';

/** "👇👇" → "👇": two of the same are no more than one; three are a heap. */
export function doubledEmoji({ text }: Subject): Proposal[] {
  if (!/[\u203c-\u3299\ud83c-\udbff]/.test(text)) return [];
  const edits = [];
  let doubled = '';
  let [last, from, count] = [{ start: -1, end: -1 }, -1, 0];
  for (const span of [...findEmoji(text), { start: text.length, end: text.length }]) {
    const isSame =
      text.slice(last.end, span.start).trim() === '' &&
      text.slice(last.start, last.end) === text.slice(span.start, span.end);
    if (count > 0 && isSame && span.start < span.end) count += 1;
    else {
      if (count === 2) {
        edits.push({ span: { start: from, end: last.end }, text: '' });
        doubled = text.slice(last.start, last.end);
      }
      [from, count] = [span.end, 1];
    }
    last = span;
  }
  return edits.length === 0 ? [] : [{ operation: 'one-emoji', data: { what: doubled }, edits }];
}

/** What opens a sentence, so that the tag in front stands apart from it. */
const OPENS = lazy(
  () =>
    /^(?:[LJCD][’']\p{L}|(?:Les?|La|Une?|Des|Du|Notre|Nos|Votre|Vos|Mon|Ma|Mes|Cette|Cet|Ces?|Nous|Vous|On|Je|Il|Elle|Ils|Dans|En|Pour|Avec|Après|Avant|Depuis|Dès|Sur|À|Au|Aux|Lors|Selon|Face|Suite|Comment|Pourquoi|Quand|Tous|Toutes|Plus|Près|Hier|Demain|Aujourd[’']hui|Ce|The|An?|Our|My|Your|We|I|You|It|This|These|There|Here|In|On|At|From|After|Before|How|Why|What|When|All|Every|Two|Three|Today|Tomorrow|Last|Next|More|Over|Nearly) |[«“"]|\d)/u,
);
/** Least letters behind the tags. */
const LEAST_BEHIND = 40;
/** Most tags that go behind a text. */
const MOST = 2;

/** "#Logement Lors de son intervention, …" → "Lors de son intervention, … #Logement". */
export function tagsLast(subject: Subject): Proposal[] {
  const { text, hashtags, links } = subject;
  const front = tagsInFront(subject);
  const end = front.at(-1)?.span.end ?? 0;
  const gap = /^[ \u00a0]?[:|–—-]?\s+/.exec(text.slice(end))?.[0].length ?? 0;
  const rest = text.slice(end + gap);
  if (front.length === 0 || front.length > MOST || gap === 0 || !OPENS().test(rest)) return [];
  if ((links[0]?.span.start ?? text.length) - end < LEAST_BEHIND) return [];
  // Where tags end the text already, one more stands among its like.
  const isListed = hashtags.every((tag) => front.includes(tag) || isTrailing(subject, tag));
  if (!isListed) return [];
  const put = front.map((tag) => ` ${text.slice(tag.span.start, tag.span.end)}`).join('');
  const start = front[0]?.span.start ?? 0;
  const edits = [{ span: { start, end: end + gap }, text: '' }, insert(text.trimEnd().length, put)];
  return [{ operation: 'tags-last', data: { what: put.trim() }, edits }];
}
