import type { Locale } from '#base/locale.js';
import { systemSentences } from '#locale/system.js';
import type { ItemMedia } from '#queue/item.js';

/** A file to add by hand, with its alt text and the people to tag in it: `/a/photo.jpg (alt text: …; tag: @example)`. */
export function mediaText({ file, alt, tag = [] }: ItemMedia, locale: Locale): string {
  const sentences = systemSentences(locale).reminder;
  const more = [
    ...(alt === undefined ? [] : [sentences.alt(alt)]),
    ...(tag.length === 0 ? [] : [sentences.tag(tag.map((handle) => `@${handle}`).join(', '))]),
  ];
  return `${file}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}
