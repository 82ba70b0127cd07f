// What the program itself draws and sets, for terminals that the locale says know ASCII only.

const SIGNS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '·': '-',
  '→': '->',
  '✓': '+',
  '✗': 'x',
  '█': '#',
  '░': '.',
};
/** Blocks of eighths, rules and braille patterns, of which charts are drawn. */
const DRAWN = /[\u00a0\u202f“”«»‘’…–—−×·→✓✗█░]|[\u2581-\u2587\u2591-\u2593\u2801-\u28ff]|[\u2500-\u257f]|\u2800/g;

function drawn(sign: string): string {
  if (sign === '\u2800') return ' ';
  return sign >= '\u2500' && sign <= '\u257f' ? '-' : '#';
}

/** A text with the program's own signs in ASCII. Letters and emoji of posts stay: they are data. */
export const toAscii = (text: string): string => text.replace(DRAWN, (sign) => SIGNS[sign] ?? drawn(sign));

/** Whether the locale names no character set but ASCII: `C` and `POSIX` do, an unset one does not. */
export function isAsciiOnly(env: Readonly<Record<string, string | undefined>>): boolean {
  // The first that is set wins, as in POSIX; an empty one counts as unset.
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === 'C' || locale === 'POSIX';
}
