// Tags that fit a text: subjects that it names, the field that they belong to, and the places where it happens.
import { wordSet } from '#base/word-set.js';
import { sameKey } from './characters.js';
import type { Lexicon } from './lexicon.js';
import { haveSameStem } from './stems.js';
import type { TagInput } from './tag-evidence.js';
import { rankTags, type Ranked } from './tag-ranking.js';
import { meaningsOf } from './tag-relations.js';

const MOST = 2;
/** The least log-odds of the first tag of a draft and of its second: lower ones are right too seldom. */
const LEAST = [1, 1.2];
/**
 * What a second subject loses that has nothing in common with the first and is named once: two of three are right, of others
 * nearly nine of ten.
 */
const UNRELATED = 0.8;
/**
 * Wider tags of which the narrower ones are kinds: a goat is always an animal. Others are neighbours (roadworks and traffic,
 * a bakery and bread) and need another sign in the text: without one, one of four was right.
 */
const KINDS = wordSet(
  'animaux biodiversité animals wildlife birds pollinators parentalité parenting enfants kids école éducation education teaching livres books littérature artisanat crafts yarn spectacle théâtre theatre theater musique music fiscalité inclusion santé health jeux tabletop boardgames sport patrimoine heritage',
);
/** The log-odds from which what is wider than a tag is as good as what is wider than the author's own. */
const SURE = 1.8;

/**
 * At most two tags that fit a text and that it does not have, the surest first, without their sign: what the author wants to
 * be found by, then tags of its own, subjects that text and address name, their field, the place. None that is not sure.
 */
export function proposedTags(input: TagInput, lexicon: Lexicon): string[] {
  const { language } = lexicon;
  const { ranked, rankWider } = rankTags(input, lexicon);
  const taken = new Set(input.tags.flatMap((tag) => meaningsOf(tag, lexicon)));
  const chosen: Ranked[] = [];
  const isFree = ({ tag }: Ranked): boolean => {
    // "roof" beside "roofing" is one subject, too.
    const isSame = (other: string): boolean => haveSameStem(tag.toLowerCase(), other.toLowerCase(), language);
    if (tag.length < 2 || tag.length > 30 || meaningsOf(tag, lexicon).some((meaning) => taken.has(meaning)))
      return false;
    return ![...input.tags, ...chosen.map((other) => other.tag)].some(isSame);
  };
  const strength = ({ rank, field, isStressed }: Ranked): number =>
    chosen.length === 0 || field === undefined || isStressed === true || chosen.some((other) => other.field === field)
      ? rank
      : rank - UNRELATED;
  const leadsTo = (tag: string): boolean => ranked.some((other) => sameKey(other.tag) === sameKey(tag));
  let candidates: readonly Ranked[] = ranked;
  while (chosen.length < MOST) {
    candidates = candidates.filter(isFree);
    const best = candidates.reduce<Ranked | undefined>(
      (first, other) => (first === undefined || strength(other) > strength(first) ? other : first),
      undefined,
    );
    if (best === undefined || strength(best) < (LEAST[chosen.length] ?? 0)) break;
    for (const meaning of meaningsOf(best.tag, lexicon)) taken.add(meaning);
    chosen.push(best);
    if (best.kind !== 'place' && best.kind !== 'name') {
      // What is wider than a doubtful tag is more doubtful.
      const doubt = Math.min(0, best.rank - SURE);
      const wider = rankWider(best.tag).filter(({ tag }) => KINDS.has(tag) || leadsTo(tag));
      candidates = [...candidates, ...wider.map((each) => ({ ...each, rank: each.rank + doubt }))];
    }
  }
  return chosen.map(({ tag }) => tag);
}
