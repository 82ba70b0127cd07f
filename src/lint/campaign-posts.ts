import { isSameLink } from '#tweet/link.js';
import type { Subject } from './subject.js';

/** What another text of the campaign weighs as it will be posted: with the link, which is added where it is missing. */
export function weightWithLink(text: string, { link, measure, linkOptions }: Subject): number {
  const parsed = measure(text);
  const holds = parsed.entities.some(
    ({ type, value }) => type === 'link' && link !== undefined && isSameLink(value, link, linkOptions),
  );
  return link === undefined || holds ? parsed.weightedLength : measure(`${text} ${link}`).weightedLength;
}

/** How a post of the campaign is named, in the word that every language of the program has for it: 1 is the draft. */
export const postName = (index: number): string => `post ${index + 1}`;
