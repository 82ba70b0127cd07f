import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KIT_SCRIPT, KIT_SCRIPT_HASH } from '#report/html/kit.js';
import { measureTweet } from '#tweet/parse.js';
import { NEAR_DUPLICATE, similarity } from '#words/similarity.js';
import { findChromium, openBrowser } from './browser.js';
import { makeKitOfTwelve, readKitFile } from './team-of-twelve.js';

type Made = Awaited<ReturnType<typeof makeKitOfTwelve>>;

/** The size of a small phone. */
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromium = findChromium();

test('the policy of the page lets its own script run, and no other', () => {
  expect(createHash('sha256').update(KIT_SCRIPT).digest('base64')).toBe(KIT_SCRIPT_HASH);
});

describe('the page of a kit for twelve people in two languages', () => {
  let made: Made;
  beforeAll(async () => {
    made = await makeKitOfTwelve();
  });

  test('each text fits, and no two are alike', () => {
    const texts = made.document.posts.map(({ text }) => text);
    expect(texts).toHaveLength(12);
    for (const text of texts) expect(measureTweet(text).weightedLength).toBeLessThanOrEqual(280);
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) expect(similarity(one, other)).toBeLessThan(NEAR_DUPLICATE);
    }
  });

  test('it names no address but those of X’s composer and the page of the link', () => {
    const html = readKitFile(made.folder, 'kit.html').replace(/href="data:[^"]*"|src="data:[^"]*"/g, '');
    const addresses = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(11);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/x\.com\/intent\/tweet\?text=/);
  });
});

describe.skipIf(chromium === undefined)(
  `in a browser (${chromium ?? 'skipped: no Chromium on this machine; install one or set TWEETSPAN_CHROMIUM'})`,
  () => {
    let browser: Browser;
    let made: Made;
    const opened: Page[] = [];
    beforeAll(async () => {
      if (chromium === undefined) return;
      browser = await openBrowser(chromium);
      made = await makeKitOfTwelve();
    }, 60_000);
    afterAll(async () => {
      for (const page of opened) await page.context().close();
      await browser?.close();
    });

    /** A page on a phone; what it requests besides itself is collected and refused. */
    async function openPage(name: string, options: BrowserContextOptions = {}) {
      const context = await browser.newContext({ ...PHONE, ...options });
      const page = await context.newPage();
      opened.push(page);
      const requests: string[] = [];
      const errors: string[] = [];
      const file = pathToFileURL(join(made.folder, name)).href;
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await context.route('**/*', (route) => {
        const url = route.request().url();
        if (url === file || url.startsWith('data:')) return route.continue();
        requests.push(url);
        return route.abort();
      });
      await page.goto(file);
      return { page, requests, errors };
    }

    const findViolations = async (page: Page): Promise<readonly string[]> => {
      // A page that lets no script in is examined from outside of its world.
      const results = await page.evaluate(`${AXE}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
      return results as readonly string[];
    };

    test.each(['kit.html', 'people/example_ada.html', 'people/example_chloe.html'])(
      '%s loads nothing, and every button opens the exact text',
      async (name) => {
        const { page, requests, errors } = await openPage(name);
        const posts =
          name === 'kit.html' ? made.document.posts : made.document.posts.filter(({ handle }) => name.includes(handle));
        const links = await page
          .locator('a.main')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
        expect(links.map((link) => new URL(link).searchParams.get('text'))).toEqual(posts.map(({ text }) => text));
        expect(await page.locator('blockquote').allTextContents()).toEqual(posts.map(({ text }) => text));
        expect(requests).toEqual([]);
        expect(errors).toEqual([]);
      },
    );

    test.each(['light', 'dark'] as const)('nothing is wrong with it for axe, in %s', async (colorScheme) => {
      for (const name of ['kit.html', 'people/example_chloe.html']) {
        const { page } = await openPage(name, { colorScheme, bypassCSP: true });
        expect(await findViolations(page)).toEqual([]);
      }
    });

    test('it fits the width of a phone, and its buttons are large enough for a thumb', async () => {
      const { page } = await openPage('people/example_chloe.html');
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBe(360);
      for (const button of await page.locator('.button').all()) {
        const box = await button.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(48);
        expect(box?.width).toBeGreaterThan(250);
      }
    });

    test('the keyboard reaches the image, the post and the copy in this order, and copies', async () => {
      const { page } = await openPage('people/example_ada.html', {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const reached: string[] = [];
      for (let press = 0; press < 3; press += 1) {
        await page.keyboard.press('Tab');
        reached.push(String(await page.evaluate('document.activeElement.textContent')));
      }
      expect(reached).toEqual(['Save the image (plan.png)', 'Post on X', 'Copy the text']);
      await page.keyboard.press('Enter');
      await page.getByText('Copied.').waitFor();
      const ada = made.document.posts.find(({ handle }) => handle === 'example_ada');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(ada?.text);
    });

    test('the image can be saved under its own name, byte for byte', async () => {
      const { page } = await openPage('people/example_ada.html');
      const link = page.getByRole('link', { name: 'Save the image' });
      expect(await link.getAttribute('download')).toBe('plan.png');
      const base64 = (await link.getAttribute('href'))?.split(',')[1] ?? '';
      const image = readFileSync(new URL('../../fixtures/people/plan.png', import.meta.url));
      expect(Buffer.from(base64, 'base64').equals(image)).toBe(true);
    });

    test.each(['kit.html', 'people/example_chloe.html'])(
      'what a screen reader finds in %s is as it was',
      async (name) => {
        const { page } = await openPage(name);
        const tree = await page.locator('body').ariaSnapshot();
        await expect(`${tree}\n`).toMatchFileSnapshot(
          `../../fixtures/people/${name.replaceAll(/[/.]/g, '-')}.aria.txt`,
        );
      },
    );
  },
);
