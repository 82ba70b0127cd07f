import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lint/edits.js';
import { prepare } from '#lint/subject.js';
import { typographySlips } from '#lint/typography.js';
import { lexicons } from '#rules/lexicon/index.js';

const setRight = (text: string): string => {
  const slips = typographySlips(prepare({ text }, { lexicons, language: 'fr', facts: {} }));
  return applyEdits(
    text,
    slips.flatMap(({ kind, edits }) => (kind === 'spaces' || kind === 'narrow' ? [] : edits)),
  );
};

describe('French typography', () => {
  it.each([
    ['A saisir : un four à pain.', 'À saisir : un four à pain.'],
    ['Le four est en panne. A vendre au plus vite.', 'Le four est en panne. À vendre au plus vite.'],
    ['La 1ère fournée et les 1ères tartes.', 'La 1re fournée et les 1res tartes.'],
    ['La 1ere fournée.', 'La 1re fournée.'],
    ["« C'est l'heure », dit-elle d'une voix claire.", '« C’est l’heure », dit-elle d’une voix claire.'],
  ])('%s', (text, put) => {
    expect(setRight(text)).toBe(put);
  });

  it.each(['A est la première lettre.', 'La 11ère page n’existe pas.', "Il a dit « c'est l'heure » hier."])(
    'leaves alone: %s',
    (text) => {
      expect(setRight(text)).toBe(text);
    },
  );
});
