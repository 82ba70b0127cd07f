const SHORT_LINK = /https?:\/\/t\.co\/\w+/gi;

/** A text as a search index takes it: X's short links stand for nothing, and each would be a word of its own. */
export const searchableText = (text: string): string =>
  text.includes('://t.co/') ? text.replace(SHORT_LINK, '') : text;
