import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser } from '../../outreach/browser.js';
import { runInProcess } from '../run.js';
import { NOW, writeHistory } from '../timing-history.js';
import { writeAccount } from './account.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromium = findChromium();
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

describe.skipIf(chromium === undefined)(
  `a report in a browser (${chromium ?? 'skipped: no Chromium on this machine; install one or set TWEETSPAN_CHROMIUM'})`,
  () => {
    let folder = '';
    let browser: Browser;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'tweetspan-report-page-'));
      await writeAccount(join(folder, 'account.db'));
      await writeHistory(join(folder, 'empty.db'), []);
      for (const db of ['account', 'empty']) {
        for (const locale of ['en', 'fr']) {
          await runInProcess({
            argv: ['report', '--html', '-o', `${db}-${locale}.html`, '--db', `${db}.db`, '--locale', locale],
            cwd: folder,
            now: NOW,
            env: { TZ: 'Europe/Paris' },
          });
        }
      }
      browser = await openBrowser(chromium ?? '');
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    /** A page; what it requests besides itself and what it complains of are collected. */
    async function open(name: string, options: BrowserContextOptions = {}) {
      const context = await browser.newContext({ javaScriptEnabled: false, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('request', (request) => {
        if (!request.url().endsWith(`${name}.html`)) faults.push(request.url());
      });
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      return { page, context, faults };
    }

    const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
      ['light', {}],
      ['dark', { colorScheme: 'dark' }],
      ['on a phone', PHONE],
    ];
    test.each(LOOKS)(
      'axe finds no fault with it, %s',
      async (_, options) => {
        for (const name of ['account-en', 'account-fr', 'empty-fr']) {
          const { page, context, faults } = await open(name, { ...options, bypassCSP: true, javaScriptEnabled: true });
          const violations =
            await page.evaluate(`${AXE}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
          id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' ')))`);
          expect(violations).toEqual([]);
          expect(faults).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(page.viewportSize()?.width);
          await context.close();
        }
      },
      60_000,
    );

    test.each(['account-en', 'account-fr', 'empty-en', 'empty-fr'])(
      'what a screen reader finds in %s, with no script, is as it was',
      async (name) => {
        const { page, context, faults } = await open(name);
        const tree = await page.locator('body').ariaSnapshot();
        await expect(`${tree}\n`).toMatchFileSnapshot(`../../../fixtures/report/${name}.aria.txt`);
        expect(faults).toEqual([]);
        await context.close();
      },
    );

    test('on paper all its tables are open', async () => {
      const { page, context } = await open('account-en', { javaScriptEnabled: true, bypassCSP: true });
      await page.emulateMedia({ media: 'print' });
      const hidden = await page.evaluate(
        `[...document.querySelectorAll('details table')].filter((table) => table.getBoundingClientRect().height === 0).length`,
      );
      expect(hidden).toBe(0);
      await context.close();
    });
  },
);
