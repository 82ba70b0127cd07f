import fc from 'fast-check';

/** Pieces that texts of posts are made of, rich in what makes a text hard to read for a machine. */
const PIECES: readonly string[] = [
  "# @ $ . , ! / : - _ ' ’ ( ) ＃ ＠ … € ™ → ½",
  'été L’été e\u0301te\u0301 cœur straße İstanbul lyon Logement C 2026 1er a la et',
  'https:// http:// www. example.org example.org/a_(b) ex.fr .com .fr ?x=é /été #ancre',
  '日本 カタカナ 한국 المغرب דוגמה ไทย \u200b \u200d \ufe0f \u20e3',
  '@alice_example #LogementSocial $EXMP @example_team/press',
]
  .flatMap((line) => line.split(' '))
  // Two plain blanks, so that more of the pieces stand apart.
  .concat([' ', ' ', '\n', '\u00a0', '\u202f', '\ufeff']);
/** Emoji of 2018 and before, which twitter-text knows. */
const OLD_EMOJI = [
  '\u{1f44b}',
  '\u{1f44d}\u{1f3fd}',
  '\u{1f1eb}\u{1f1f7}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '1\ufe0f\u20e3',
  '\u2764\ufe0f',
  '\u2764',
];
const YOUNG_EMOJI = [
  '\u{1f426}\u200d\u{1f525}',
  '\u{1fae9}',
  '\u{1faf1}\u{1f3fb}\u200d\u{1faf2}\u{1f3ff}',
  '\u{1f9d1}\u200d\u{1f527}',
];

const joined = (pieces: readonly string[]): fc.Arbitrary<string> => {
  const piece = { weight: 6, arbitrary: fc.constantFrom(...pieces) };
  const noise = { weight: 1, arbitrary: fc.string({ maxLength: 4 }) };
  return fc.array(fc.oneof(piece, noise), { maxLength: 30 }).map((parts) => parts.join(''));
};

/** Texts whose emoji twitter-text knows. */
export const textsOfOldEmoji = joined([...PIECES, ...OLD_EMOJI]);

/** Texts of anything: emoji of today and stray halves of characters too. */
export const anyTexts = fc.oneof(
  joined([...PIECES, ...OLD_EMOJI, ...YOUNG_EMOJI, 'foo.music', 'foo.ישראל', 'foo.amazon']),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);
