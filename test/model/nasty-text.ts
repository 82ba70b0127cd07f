import fc from 'fast-check';

const NASTY = ['\u001b', '\u0000', '\r\n', '\u2028', '\u202e', '\ud83d', '<', '>', '"', '{"texts":', '```', '…'];

/** Text of all scripts with what breaks terminals, quotations and parsers. */
export const nastyText = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom(...NASTY)))
  .map((parts) => parts.join(''));
