import { describe, expect, it } from 'vitest';
import { whenReader } from '#cli/options/queue.js';

const HOUR = 3_600_000;

describe('a time for an item is read as either language writes it', () => {
  it.each([
    ['2026-03-05T09:00', { kind: 'local', text: '2026-03-05T09:00' }],
    ['05/03/2026 9h', { kind: 'local', text: '2026-03-05T09:00' }],
    ['+2h', { kind: 'later', unit: 'time', amount: 2 * HOUR }],
    ['+90 minutes', { kind: 'later', unit: 'time', amount: 1.5 * HOUR }],
    ['+1 jour', { kind: 'later', unit: 'days', amount: 1 }],
    ['+2d', { kind: 'later', unit: 'days', amount: 2 }],
    ['+1 semaine', { kind: 'later', unit: 'days', amount: 7 }],
    ['+1w', { kind: 'later', unit: 'days', amount: 7 }],
  ])('%s', (text, when) => {
    expect(whenReader('fr')(text)).toEqual(when);
  });

  it.each(['2026-03-05', '05/03/2026', '+0h', '2h', '+2s', '+h', 'demain'])('%s is not one', (text) => {
    expect(() => whenReader('fr')(text)).toThrow('donnez une date et une heure');
  });
});
