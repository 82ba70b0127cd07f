import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { COLORS, drawTerminal, pictures } from './pictures.js';

const FOLDER = 'docs/pictures';
const drawn = await pictures();

if (process.env['UPDATE_PICTURES'] === '1') {
  mkdirSync(FOLDER, { recursive: true });
  for (const [path, content] of drawn) writeFileSync(path, content);
}

describe('the pictures of the README (npm run pictures draws them anew)', () => {
  it.each([...drawn])('%s shows what the program prints', (path, content) => {
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('there are no others, and each is shown with a text in its place', () => {
    expect(readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`)).toEqual([...drawn.keys()].sort());
    for (const path of drawn.keys()) {
      const page = path.includes('.fr.') ? 'README.fr.md' : 'README.md';
      const { 1: alt = '' } = new RegExp(`!\\[([^\\]]*)\\]\\(${path}\\)`).exec(readFileSync(page, 'utf8')) ?? [];
      expect(alt.length, path).toBeGreaterThan(40);
    }
  });

  it.each([...drawn])('%s has its words as text and loads nothing', (_, content) => {
    const { document } = parseHTML(content);
    expect(document.querySelectorAll('text').length).toBeGreaterThan(10);
    // oxlint-disable-next-line no-control-regex -- an escape must not be left
    expect(content).not.toMatch(/\u001B|<image|<script|href|url\(/);
  });
});

it('bold, dim and colors become classes, each piece in its column', () => {
  const svg = drawTerminal('a & b', '\u001B[1mbold\u001B[22m plain \u001B[31m<red>\u001B[39m\n');
  expect(svg).toContain('<title id="title">a &amp; b</title>');
  expect(svg).toContain('<text x="16" y="29" textLength="32" class="bold">bold</text>');
  expect(svg).toContain('<text x="104" y="29" textLength="40" class="red">&lt;red&gt;</text>');
});

/** Relative luminance of a color, WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each(Object.entries(COLORS))('every color is legible on the %s ground', (_, { ground, ...colors }) => {
  for (const [name, color] of Object.entries(colors)) {
    const [low = 0, high = 0] = [luminance(ground), luminance(color)].sort((a, b) => a - b);
    expect((high + 0.05) / (low + 0.05), name).toBeGreaterThanOrEqual(4.5);
  }
});
