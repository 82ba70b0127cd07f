import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decayPage } from '#report/html/decay.js';
import { hoursPage } from '#report/html/hours.js';
import { type Browser, chromiumFile, startBrowser } from './browser.js';
import { buildDecay, HOSTILE, buildHours } from './documents.js';

const file = chromiumFile(process.env);
const why = file === undefined ? ' (left out: no Chromium; name one with CHROMIUM=/path)' : '';

const PAGES: Readonly<Record<string, () => string>> = {
  'hours-best': () => hoursPage(buildHours(400, 0.8), 'en'),
  'hours-typical': () => hoursPage(buildHours(12, 0, HOSTILE), 'fr'),
  'decay-one': () => decayPage(buildDecay({ detail: true }, HOSTILE, HOSTILE), 'en'),
  'decay-all': () => decayPage(buildDecay({ detail: false }), 'fr'),
};

/** What the browser laid out: pictures with their sizes and fills, and whether the page itself scrolls sideways. */
const MEASURE = `(() => {
  const pictures = [...document.querySelectorAll('svg[role=img]')].map((svg) => {
    const { width, height } = svg.getBoundingClientRect();
    const fills = new Set([...svg.querySelectorAll('rect, path, circle')].map((mark) => getComputedStyle(mark).fill));
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().width > 0).length;
    return { width, height, fills: fills.size, texts };
  });
  return {
    pictures,
    ground: getComputedStyle(document.body).backgroundColor,
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    title: document.title,
  };
})()`;

interface Measured {
  readonly pictures: readonly { width: number; height: number; fills: number; texts: number }[];
  readonly ground: string;
  readonly sideways: boolean;
  readonly title: string;
}

describe.skipIf(file === undefined)(`pages in a real browser${why}`, () => {
  let folder = '';
  let browser: Browser;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-pages-'));
    for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), page());
    browser = startBrowser(file ?? '');
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.keys(PAGES))('%s is drawn, complains of nothing and asks for nothing', async (name) => {
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    for (const look of [{}, { dark: true }, { width: 420 }]) {
      const { complaints, requests, value } = await browser.visit({ url, expression: MEASURE, ...look });
      expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
      const { pictures, ground, sideways, title } = value as Measured;
      expect(title).toMatch(/^(?:Best hours|Meilleures heures|Link decay|Durée de vie)/);
      expect(pictures.length).toBeGreaterThan(0);
      for (const picture of pictures) {
        expect(picture.width).toBeGreaterThanOrEqual(640);
        expect(picture.height).toBeGreaterThan(50);
        expect(picture.fills).toBeGreaterThan(1);
        expect(picture.texts).toBeGreaterThan(3);
      }
      // A wide picture scrolls in its own box.
      expect(sideways).toBe(false);
      expect(ground).toBe('dark' in look ? 'rgb(22, 24, 28)' : 'rgb(255, 255, 255)');
    }
  });

  it('would tell of a page that complains, or asks for something', async () => {
    const path = join(folder, 'bad.html');
    writeFileSync(path, '<img src="http://127.0.0.1:9/a.png"><script>console.error("no")</script>');
    const { complaints, requests } = await browser.visit({ url: pathToFileURL(path).href, expression: '0' });
    expect(complaints.join('\n')).toContain('no');
    expect(requests).toEqual(['http://127.0.0.1:9/a.png']);
  });
});
