import { expect, it } from 'vitest';
import { isCapitalized, isLatin, isOneWord } from '#words/characters.js';

const letters = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));

it('a capital is what Unicode calls one', () => {
  expect(letters.filter((letter) => isCapitalized(letter) !== /^\p{Lu}/u.test(letter))).toEqual([]);
});

it('one word is letters, marks and digits alone', () => {
  expect(letters.filter((letter) => isOneWord(letter) !== /^[\p{L}\p{M}\p{N}]+$/u.test(letter))).toEqual([]);
});

it('a text is Latin only when all its letters and digits are', () => {
  const all = Array.from({ length: 0x1fbff }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  const wrong = all.filter((code) => {
    const sign = String.fromCodePoint(code);
    return code > 0x24f && isLatin(sign) && /[\p{L}\p{M}\p{N}]/u.test(sign);
  });
  expect(wrong.map((code) => code.toString(16))).toEqual([]);
});
