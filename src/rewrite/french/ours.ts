// French announcements of what "nous" do, said by a noun: they do it.
import { phrase } from '../phrase.js';
import { GLAD } from './senders.js';
import type { Operation } from '../wording.js';

const TO = '(?= (?:à|au|aux|dans|sur|en|le|ce|du) )';
const DONE: readonly (readonly [noun: string, put: string])[] = [
  ['fusion avec', 'Nous fusionnons avec'],
  [`déménagement${TO}`, 'Nous déménageons'],
  ['participation(?= (?:à|au|aux) )', 'Nous participons'],
  [`retour${TO}`, 'Nous revenons'],
  [`arrivée${TO}`, 'Nous arrivons'],
  ['ouverture(?= (?:le|ce) )', 'Nous ouvrons'],
  ['réouverture(?= (?:le|ce) )', 'Nous rouvrons'],
];
/** "Nous sommes fiers d’annoncer notre participation au salon" → "Nous participons au salon". */
export const ours: readonly Operation[] = DONE.map(([noun, put]) =>
  phrase(
    'announcement',
    String.raw`^(?:(?:Nous (?:sommes|avons) (?:donc |aussi )?)?${GLAD} (?:de |d[’'])(?:pouvoir )?(?:enfin )?(?:vous )?(?:annoncer|confirmer)|Nous vous annonçons) notre ${noun}(?= )`,
    put,
  ),
);
