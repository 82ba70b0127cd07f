import { describe, expect, it } from 'vitest';
import { findExpiry } from '#campaign/expiry.js';
import en from '#rules/lexicon/en.json' with { type: 'json' };
import fr from '#rules/lexicon/fr.json' with { type: 'json' };
import type { Lexicon } from '#words/lexicon.js';

/** Sunday, 29 November 2026, 13:00 in Paris. */
const NOW = Date.parse('2026-11-29T12:00Z');
const lexicons = [en, fr] as unknown as readonly Lexicon[];
const expiryOf = (text: string): string | undefined => {
  const found = findExpiry(text, { lexicons, zone: 'Europe/Paris', now: NOW });
  return found && new Date(found.at).toISOString();
};

describe('a text is out of date', () => {
  it.each([
    ['Join us tonight at 7pm for our webinar', '2026-11-29T18:00:00.000Z'],
    ['Rendez-vous ce soir à 19 h 30', '2026-11-29T18:30:00.000Z'],
    ['Registration closes tomorrow', '2026-11-30T23:00:00.000Z'],
    ['On en parle demain', '2026-11-30T23:00:00.000Z'],
    ['Our webinar is on Thursday at 5pm', '2026-12-03T16:00:00.000Z'],
    ['Rencontre ce jeudi', '2026-12-03T23:00:00.000Z'],
    ['Register before 4 December 2026', '2026-12-04T23:00:00.000Z'],
    ['Inscriptions avant le 12 mars 2027 à 18h', '2027-03-12T17:00:00.000Z'],
    ['Both 2026-12-20 and 2026-12-10 are open days', '2026-12-10T23:00:00.000Z'],
  ])('%s: at %s', (text, at) => {
    expect(expiryOf(text)).toBe(at);
  });

  it.each([
    'How a library cut its heating bill by 40 %',
    'Our Monday letter: what we learned',
    'What the law of 12 March 2019 changed',
    'Version 2.10.2026 is out',
    'Un guide en 7 étapes',
  ])('%s: never', (text) => {
    expect(expiryOf(text)).toBeUndefined();
  });
});
