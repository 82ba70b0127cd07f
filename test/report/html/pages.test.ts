import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { decayPage } from '#report/html/decay.js';
import { hoursPage } from '#report/html/hours.js';
import { buildDecay, HOSTILE, buildHours } from './documents.js';

const PAGES: readonly [name: string, page: string, pictures: number][] = [
  ['hours with best hours', hoursPage(buildHours(400, 0.8), 'en'), 1],
  ['hours without', hoursPage(buildHours(120), 'fr'), 1],
  ['hours of few posts', hoursPage(buildHours(12), 'en'), 1],
  ['hours of no post', hoursPage(buildHours(0), 'fr'), 1],
  ['decay of a link', decayPage(buildDecay({ detail: true }), 'en'), 2],
  ['decay of all links', decayPage(buildDecay({ detail: false }), 'fr'), 1],
  ['decay of nothing', decayPage({ ...buildDecay({ detail: false }), links: [], known: 0 }, 'en'), 0],
];

/** Pictures of a page; the swatches of legends are hidden from readers. */
const findCharts = (page: string) => [...parseHTML(page).document.querySelectorAll('svg[role=img]')];

describe.each(PAGES)('the page of %s', (_, page, pictures) => {
  const { document } = parseHTML(page);

  it('says its language and title, and forbids all that comes from elsewhere', () => {
    expect(document.documentElement.getAttribute('lang')).toMatch(/^(?:en|fr)$/);
    expect(document.querySelector('title')?.textContent).toMatch(/example/);
    const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content');
    expect(policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
    );
  });

  it('has no script, no address to load and no handler', () => {
    expect(document.querySelectorAll('script, link, iframe, object, embed, img, image, use').length).toBe(0);
    expect(page).not.toMatch(/\son\w+\s*=|javascript:|@import|url\(["']?(?!#)/i);
    expect(page.match(/https?:\/\/(?!www\.w3\.org\/)/g)).toBeNull();
  });

  it('has pictures with title, description and role, wide enough to be read', () => {
    const found = findCharts(page);
    expect(found).toHaveLength(pictures);
    for (const svg of found) {
      const [title, desc] = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
      expect(svg.querySelector(`#${title}`)?.textContent).toBeTruthy();
      expect(svg.querySelector(`#${desc}`)?.textContent).toBeTruthy();
      expect(svg.parentElement?.className).toBe('wide');
      expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(page).toContain('min-width: 640px');
    expect(page).toContain('overflow-x: auto');
  });

  it('is drawn for a dark ground too, and prints on A4', () => {
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('size: A4');
    expect(page).toContain('print-color-adjust: exact');
  });
});

describe('the picture of hours', () => {
  const page = hoursPage(buildHours(400, 0.8), 'en');
  const { document } = parseHTML(page);

  it('has a cell for each hour of the week and hatches those of few posts, with no opacity', () => {
    const fills = [...document.querySelectorAll('svg[role=img] rect')].map((cell) => cell.getAttribute('fill'));
    expect(fills.filter((fill) => fill?.startsWith('var(--step'))).toHaveLength(168);
    const [picture] = findCharts(page);
    expect(picture?.querySelector('pattern#few')).toBeTruthy();
    expect(page).toContain('fill="url(#few)"');
    expect(page).not.toMatch(/fill-opacity="0\.[0-4]/);
  });

  it('stands before a table of the same figures', () => {
    const rows = document.querySelectorAll('details table tbody tr');
    expect(rows).toHaveLength(24);
    expect(rows[0]?.querySelectorAll('td')).toHaveLength(7);
  });

  it('shows no week for an account with few posts: it would look like its own', () => {
    const few = hoursPage(buildHours(12), 'en');
    expect(few).not.toContain('var(--step0)"');
    expect(few).toContain('typical curve of public accounts (2010–2021), not yours');
  });

  it.each([12, 120])(
    'shows neither curve nor empty table where nothing is known, as of clicks with %i posts',
    (posts) => {
      const clicks = hoursPage(buildHours(posts, 0, 'example', 'clicks'), 'en');
      expect(clicks).toContain('typical hours were measured for reactions only, not for link clicks');
      expect(clicks).not.toMatch(/<svg|<table|typical curve/);
    },
  );
});

describe('the pictures of decay', () => {
  it('draw the curve with its band, numbered posts and the present', () => {
    const { document } = parseHTML(decayPage(buildDecay({ detail: true }), 'en'));
    const svg = document.querySelector('svg[role=img]');
    expect(svg?.querySelector('path[fill="var(--band)"], g[fill="var(--band)"] path')).toBeTruthy();
    expect(svg?.textContent).toContain('now');
    expect(document.querySelectorAll('details table tbody tr')).toHaveLength(2);
  });

  it('dash what is typical and not told by the post', () => {
    expect(decayPage(buildDecay({ detail: false }), 'en')).toContain('dashed: typical');
    expect(decayPage(buildDecay({ detail: true }), 'en')).not.toContain('dashed: typical');
  });
});

describe('hostile text', () => {
  it.each([
    ['a handle', hoursPage(buildHours(120, 0, HOSTILE), 'en')],
    ['a link', decayPage(buildDecay({ detail: false }, HOSTILE), 'en')],
    ['the link asked for, and its posts', decayPage(buildDecay({ detail: true }, HOSTILE, HOSTILE), 'fr')],
  ])('as %s stays text', (_, page) => {
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, img').length).toBe(0);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('\u202E');
    expect(document.body.textContent).toContain('<script>alert(1)</script>');
  });
});
