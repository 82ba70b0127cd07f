// The message that asks people for help: what it must hold, and groups that X takes.

/** Others in a group message besides oneself. @source docs.x.com, create a DM conversation: 50 people with oneself */
export const MAX_GROUP = 49;
/** People from which rule 8 calls a message bulk mail; groups stay below it. */
export const USUAL_GROUP = 9;

/** Divides people into as few groups as hold `most` each, all of nearly one size, in their order. */
export function splitIntoGroups<Person>(people: readonly Person[], most = USUAL_GROUP): readonly (readonly Person[])[] {
  const groups = Math.ceil(people.length / Math.max(1, Math.min(most, MAX_GROUP)));
  return Array.from({ length: groups }, (_, index) =>
    people.slice(Math.floor((index * people.length) / groups), Math.floor(((index + 1) * people.length) / groups)),
  );
}

/** What a message still needed, and got. */
export type AddedPart = 'post' | 'thanks';

/** Where the address of the post will stand. */
const POST_SIGN = '{post}';

const THANKS = /\b(?:thank|thanks|merci|remerci\w*|grazie|gracias|danke|obrigad[oa]|bedankt)\b/iu;

/**
 * A message with the post's address and a thank-you; what it lacks is added at its end.
 * @param post the address; undefined while the post is to come: then its sign stays.
 * @param thanks in the language of the message.
 */
export function completeMessage(
  text: string,
  { post, thanks }: { readonly post: string | undefined; readonly thanks: string },
): { readonly text: string; readonly added: readonly AddedPart[] } {
  const plain = text.trim();
  const hasPost = plain.includes(POST_SIGN) || /(?:x|twitter)\.com\/\w+\/status\/\d+/i.test(plain);
  const hasThanks = THANKS.test(plain);
  const parts = [plain, ...(hasPost ? [] : [POST_SIGN]), ...(hasThanks ? [] : [thanks])];
  const whole = parts.join('\n\n');
  return {
    text: post === undefined ? whole : whole.replaceAll(POST_SIGN, post),
    added: [...(hasPost ? [] : (['post'] as const)), ...(hasThanks ? [] : (['thanks'] as const))],
  };
}
