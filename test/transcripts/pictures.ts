// The pictures of the README: what the program prints in a terminal, as SVG with text in it. Made from real runs in the
// worlds of the golden transcripts, so that a picture changes when the program does.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInProcess } from '../cli/run.js';
import { TEMPLATES } from './worlds.js';

interface Picture {
  readonly file: string;
  readonly title: string;
  /** Words without quotes, `tweetspan` left out. */
  readonly line: string;
}

/** The three jobs, in English and French. */
const PICTURES: readonly Picture[] = [
  { file: 'lint', title: 'tweetspan lint', line: 'lint fixtures/drafts/en-museum-middling.txt' },
  { file: 'schedule', title: 'tweetspan schedule', line: 'schedule guide.md --dry-run' },
  { file: 'decay', title: 'tweetspan decay', line: 'decay --db links.db -n 2' },
  { file: 'lint.fr', title: 'tweetspan lint', line: 'lint fixtures/drafts/fr-townhall-middling.md --locale fr' },
  { file: 'schedule.fr', title: 'tweetspan schedule', line: 'schedule guide.md --dry-run --locale fr' },
  { file: 'decay.fr', title: 'tweetspan decay', line: 'decay --db links.db -n 2 --locale fr' },
];

/** Colors by what the terminal calls them; each is legible on its ground (WCAG AA, held by a test). */
export const COLORS = {
  light: {
    ground: '#ffffff',
    text: '#1f2328',
    dim: '#59636e',
    red: '#b3202c',
    green: '#116329',
    yellow: '#7d4e00',
    blue: '#0550ae',
    magenta: '#6639ba',
    cyan: '#0b6470',
  },
  dark: {
    ground: '#0d1117',
    text: '#e6edf3',
    dim: '#9198a1',
    red: '#ff8d85',
    green: '#4cc25f',
    yellow: '#dba93a',
    blue: '#79c0ff',
    magenta: '#d2a8ff',
    cyan: '#56d4dd',
  },
} as const;

/** Of SGR codes, the class each one stands for. */
const CLASSES: Readonly<Record<number, string>> = {
  1: 'bold',
  2: 'dim',
  4: 'line',
  31: 'red',
  32: 'green',
  33: 'yellow',
  34: 'blue',
  35: 'magenta',
  36: 'cyan',
  90: 'dim',
};
/** What an SGR code ends. */
const ENDS: Readonly<Record<number, readonly string[]>> = {
  22: ['bold', 'dim'],
  24: ['line'],
  39: ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'dim'],
};

const CHARACTER = 8;
const LINE = 18;
const MARGIN = 16;
const COLUMNS = 80;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A line of a terminal as pieces of one look each, at their columns. */
function drawLine(line: string, y: number): string {
  let [looks, column, svg]: [ReadonlySet<string>, number, string] = [new Set(), 0, ''];
  // oxlint-disable-next-line no-control-regex -- the colors of a terminal are control characters
  for (const { 1: codes, 2: text = '' } of line.matchAll(/\u001B\[([\d;]*)m|([^\u001B]+)/g)) {
    for (const code of codes === undefined ? [] : codes.split(';').map(Number)) {
      const added = CLASSES[code];
      const kept = code === 0 ? [] : [...looks].filter((look) => !ENDS[code]?.includes(look));
      looks = new Set(added === undefined ? kept : [...kept, added]);
    }
    if (text.trim() !== '') {
      const shown = text.trim();
      const [x, width] = [MARGIN + (column + text.indexOf(shown)) * CHARACTER, [...shown].length * CHARACTER];
      const look = looks.size === 0 ? '' : ` class="${[...looks].join(' ')}"`;
      svg += `<text x="${x}" y="${y}" textLength="${width}"${look}>${escape(shown)}</text>`;
    }
    column += [...text].length;
  }
  return svg;
}

const sheet = (colors: Readonly<Record<string, string>>): string =>
  Object.entries(colors)
    .map(([name, color]) =>
      name === 'ground' ? `rect{fill:${color}}` : name === 'text' ? `text{fill:${color}}` : `.${name}{fill:${color}}`,
    )
    .join('');

/** The picture of a terminal's output; it follows the reader's choice of light or dark. */
export function drawTerminal(title: string, output: string): string {
  const lines = output.trimEnd().split('\n');
  const [width, height] = [COLUMNS * CHARACTER + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  const rows = lines.map((line, index) => drawLine(line, MARGIN + LINE * index + 13)).filter((row) => row !== '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(title)}</title>`,
    `<style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.bold{font-weight:bold}.line{text-decoration:underline}${sheet(COLORS.light)}@media(prefers-color-scheme:dark){${sheet(COLORS.dark)}}</style>`,
    `<rect width="${width}" height="${height}" rx="8" stroke="#8c959f"/>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

/** All pictures by their path. */
export async function pictures(): Promise<ReadonlyMap<string, string>> {
  const root = mkdtempSync(join(tmpdir(), 'tweetspan-pictures-'));
  try {
    const world = join(root, 'world');
    mkdirSync(world);
    await TEMPLATES['histories']?.(world);
    const files = new Map<string, string>();
    for (const { file, title, line } of PICTURES) {
      const cwd = join(root, file);
      cpSync(world, cwd, { recursive: true });
      symlinkSync(resolve('fixtures'), join(cwd, 'fixtures'));
      const env = {
        TZ: 'Europe/Paris',
        HOME: cwd,
        TWEETSPAN_DB: 'history.db',
        COLUMNS: String(COLUMNS),
        FORCE_COLOR: '1',
      };
      const { stdout, stderr } = await runInProcess({ argv: line.split(' '), cwd, env, columns: COLUMNS });
      if (stdout === '') throw new Error(`${line}: ${stderr}`);
      files.set(`docs/pictures/${file}.svg`, drawTerminal(title, `$ tweetspan ${line}\n\n${stdout}`));
    }
    return files;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
