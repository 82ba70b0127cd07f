// What a reminder says, in English.
export const en = {
  title: 'tweetspan: time to post',
  due: (item: number, slot: string): string => `Time to post item ${item} by hand: ${slot}`,
  open: (url: string): string => `Open: ${url}`,
  media: (file: string): string => `Add by hand: ${file}`,
  alt: (text: string): string => `alt text: ${text}`,
  tag: (handles: string): string => `tag: ${handles}`,
  after: (item: number): string => `Then: tweetspan record <URL of the post> --item ${item}`,
  copied: 'The text is in your clipboard.',
};

/** The shape of the section in any language. */
export type DesktopSentences = typeof en;
