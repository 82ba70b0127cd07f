import type { Draft } from '#draft/draft.js';

/** How warnings of the authorities open, in French and English, behind anything but letters. */
const WARNINGS = [
  'vigilance',
  'alerte',
  'alert:',
  'évacuation',
  'boil-water',
  'evacuation',
  'flood warning',
  'storm warning',
  'tornado warning',
  'red warning',
  'amber warning',
  'yellow warning',
  'weather warning',
  'severe weather',
];
const NO_LETTER = /^[^a-zà-ÿœ]*/;
/** What calls for attention before a warning. */
const CALL = /^(?:attention|urgent|danger|important)[^a-zà-ÿœ]+/;
const LETTER = /^[a-zà-ÿœ]/;
const SIGNS = ['⚠', '🚨'];
/** What is said of the dead. */
const CONDOLENCES = [
  'rend hommage à',
  'rendent hommage à',
  'rendons hommage à',
  'nous a quittés',
  'est décédé',
  'avec une immense tristesse',
  'registre de condoléances',
  'drapeaux en berne',
  'avec tristesse la mort',
  'avec tristesse le décès',
  'nos pensées vont à sa famille',
  'passed away',
  'with great sadness',
  'our thoughts are with h',
  'died aged',
  ', has died',
  'rest in peace',
  'book of condolence',
  'flags at half-mast',
];

function opensAsWarning(lower: string): boolean {
  const opening = lower.replace(NO_LETTER, '');
  const warning = WARNINGS.find((words) => opening.startsWith(words));
  if (warning !== undefined && !LETTER.test(opening.slice(warning.length))) return true;
  const start = lower.trimStart();
  return SIGNS.some((sign) => start.startsWith(sign));
}

/** Whether a text warns of this very day, be it behind a call: "ATTENTION !! Vigilance orange". */
export function isWarning(text: string): boolean {
  const lower = text.toLowerCase();
  return opensAsWarning(lower.replace(NO_LETTER, '').replace(CALL, ''));
}

/**
 * What kind of post a draft is: as its front matter says, or as its words show. An alert and a tribute are not there to be
 * found, to mention anybody, or to invite. Undefined for any other post.
 */
export function postType({ type, text }: Draft): 'alert' | 'tribute' | undefined {
  if (type !== undefined) return type;
  const lower = text.toLowerCase();
  if (opensAsWarning(lower)) return 'alert';
  return CONDOLENCES.some((words) => lower.includes(words)) ? 'tribute' : undefined;
}
