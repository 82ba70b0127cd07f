import { describe, expect, it } from 'vitest';
import { readCampaignTag, tagLink, tagText } from '#tweet/campaign-tag.js';
import { isSameLink } from '#tweet/link.js';
import { parseTweet } from '#tweet/parse.js';

const PARAMETERS = { source: 'x', medium: 'social', campaign: 'guide', content: '202603051800' };
const ALL = 'utm_source=x&utm_medium=social&utm_campaign=guide&utm_content=202603051800';

describe('UTM parameters', () => {
  it.each([
    ['https://blog.example/guide', `https://blog.example/guide?${ALL}`],
    ['https://blog.example/guide?a=1#top', `https://blog.example/guide?a=1&${ALL}#top`],
    ['blog.example', `blog.example?${ALL}`],
    [
      'https://blog.example/?utm_source=mail',
      'https://blog.example/?utm_source=mail&utm_medium=social&utm_campaign=guide&utm_content=202603051800',
    ],
  ])('are added to %s', (link, expected) => {
    expect(tagLink(link, PARAMETERS)).toBe(expected);
    expect(isSameLink(link, expected)).toBe(true);
    expect(readCampaignTag(expected)).toEqual({ campaign: 'guide', content: '202603051800' });
  });

  it('go to the links of the page alone, and weigh nothing', () => {
    const text =
      'The guide https://example.org/guide and https://example.org/other, again: https://www.example.org/guide/';
    const tagged = tagText(text, { identity: 'example.org/guide' }, PARAMETERS);
    expect(tagged).toBe(
      `The guide https://example.org/guide?${ALL} and https://example.org/other, again: https://www.example.org/guide/?${ALL}`,
    );
    expect(parseTweet(tagged).weightedLength).toBe(parseTweet(text).weightedLength);
  });
});
