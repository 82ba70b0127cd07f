import { describe, expect, it } from 'vitest';
import { editsBetween, placeRewrite } from '#rewrite/edits.js';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';

const reread = (source: string) => readDraft(source, parseFrontMatter);
const place = (source: string, text: string) => {
  const file = reread(source);
  return placeRewrite(file, { text, edits: editsBetween(file.draft.text, text) }, reread);
};
const LINK = 'https://example.org/guide';
const FRONT = `---\nlink: ${LINK}\n---\n`;

describe('a rewrite in its file', () => {
  it('takes the place of the text alone', () => {
    expect(place(`---\nlang: fr\n---\n\nUn guide ${LINK}\n\n`, `Le guide ${LINK}`)).toEqual({
      source: `---\nlang: fr\n---\n\nLe guide ${LINK}\n\n`,
      linkWrittenOut: false,
    });
  });

  it('leaves a link in the front matter where nothing comes after it', () => {
    expect(place(`${FRONT}Un guide\n`, `Le guide ${LINK}`)).toEqual({
      source: `${FRONT}Le guide\n`,
      linkWrittenOut: false,
    });
  });

  it('writes the link out where something does', () => {
    expect(place(`${FRONT}Un guide\n`, `Un guide ${LINK} #Lyon`)).toEqual({
      source: `${FRONT}Un guide ${LINK} #Lyon\n`,
      linkWrittenOut: true,
    });
  });

  it('goes around a directive', () => {
    const source = `Un guide\n<!-- tweetspan-disable pin -->\npour Lyon ${LINK}\n`;
    expect(place(source, `Le guide\npour Lyon ${LINK}`)?.source).toBe(source.replace('Un', 'Le'));
  });

  it.each([
    ['an edit reaches over a directive', `Un guide\n<!-- tweetspan-disable pin -->\npour Lyon ${LINK}`, `Lyon ${LINK}`],
    ['it would be read as a directive', `Un guide ${LINK}`, `<!-- tweetspan-disable pin -->\nUn guide ${LINK}`],
    ['it would be read as a front matter', `Un guide ${LINK}`, `---\nUn guide ${LINK}`],
    ['it would be read without its last blank', `Un guide ${LINK}`, `Un guide ${LINK} `],
  ])('has no place when %s', (_, source, text) => {
    expect(place(source, text)).toBeUndefined();
  });
});
