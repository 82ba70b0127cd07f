import fc from 'fast-check';
import extractHashtags from 'twitter-text/dist/extractHashtagsWithIndices.js';
import extractMentionsOrLists from 'twitter-text/dist/extractMentionsOrListsWithIndices.js';
import { describe, expect, it } from 'vitest';
import { findPlainMentions, findPlainTags } from '#tweet/entities.js';

interface Found {
  readonly indices: [number, number];
}
const toSpan = ({ indices: [start, end] }: Found) => ({ start, end });

/** Texts full of what begins, ends and joins tags and names. */
const text = fc
  .array(
    fc.constantFrom(
      ...'# ＃ @ ＠ #été #Lyon @example_dev @example_dev/press #2026 #a1 _ a é œ ª × · 7 RT rt : :// / . , ! ? … ( ) « » " \' ’ - & ! % $'
        .split(' ')
        .concat([' ', ' ', ' ', '\n', '\u00a0', '\u202f', '\ufe0f', '\u200d', '日本', 'а', '\u0301', '\u{1f642}']),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));

describe('plain tags and mentions', () => {
  it('are where twitter-text finds them, or left to it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const tags = extractHashtags(written, { checkUrlOverlap: false }).map(toSpan);
        expect(findPlainTags(written) ?? tags).toEqual(tags);
        const mentions = extractMentionsOrLists(written).map(toSpan);
        expect(findPlainMentions(written) ?? mentions).toEqual(mentions);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['How we cut the bill #libraries', [[20, 30]]],
    ['Un #logement économe, à #Lyon : 7 points', [[3, 12], [24, 29]]], // prettier-ignore
    ['«#été» (#hiver)', [[1, 5], [8, 14]]], // prettier-ignore
    ['no tag at all', []],
  ])('are found without it: %s', (written, spans) => {
    expect(findPlainTags(written)).toEqual(spans.map(([start, end]) => ({ start, end })));
  });

  it.each(['#L’été#', 'a#b', '#été://', '#2026', '#日本', '# alone', '#a·b'])(
    'leave to it what is odd: %s',
    (written) => {
      expect(findPlainTags(written)).toBeUndefined();
    },
  );

  it('find a name before a possessive, and leave lists and long names to it', () => {
    expect(findPlainMentions('with @example_dev’s help')).toEqual([{ start: 5, end: 17 }]);
    expect(findPlainMentions('with @example_team/press')).toBeUndefined();
    expect(findPlainMentions('@a_name_of_more_than_twenty')).toBeUndefined();
  });
});
