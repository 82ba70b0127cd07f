import { describe, expect, it } from 'vitest';
import { checkPage } from '#web/page-check.js';

/** A site by its paths: a status, or a URL that it leads to. */
const check = (link: string, site: Readonly<Record<string, number | string>>): Promise<string | undefined> =>
  checkPage(link, async () => async (input) => {
    const answer = site[String(input)];
    if (answer === undefined) throw new TypeError('fetch failed');
    return typeof answer === 'number'
      ? new Response(null, { status: answer })
      : new Response(null, { status: 301, headers: { location: answer } });
  });

const GUIDE = 'https://example.org/guide';

describe('the page of a link', () => {
  it.each([
    ['stands', { [GUIDE]: 200 }, undefined],
    ['is gone', { [GUIDE]: 404 }, 'page-gone'],
    ['is gone for good', { [GUIDE]: 410 }, 'page-gone'],
    ['wants a sign-in', { [GUIDE]: 401 }, 'page-login'],
    [
      'leads to a login form',
      { [GUIDE]: '/login?next=guide', 'https://example.org/login?next=guide': 200 },
      'page-login',
    ],
    ['leads to the home page', { [GUIDE]: '/', 'https://example.org/': 200 }, 'page-moved'],
    ['leads to another page', { [GUIDE]: '/other', 'https://example.org/other': 200 }, 'page-moved'],
    ['has a slash more', { [GUIDE]: '/guide/', 'https://example.org/guide/': 200 }, undefined],
    ['has a language in front', { [GUIDE]: '/fr/guide', 'https://example.org/fr/guide': 200 }, undefined],
    ['moved to another site', { [GUIDE]: 'https://example.com/guide', 'https://example.com/guide': 200 }, undefined],
    ['is on a server that does not answer', {}, undefined],
    ['is on a server with an error', { [GUIDE]: 503 }, undefined],
    ['is refused to programs', { [GUIDE]: 403 }, undefined],
    ['leads in circles', { [GUIDE]: GUIDE }, undefined],
  ] as const)('%s', async (_, site, fault) => {
    expect(await check(GUIDE, site)).toBe(fault);
  });

  it('behind a short link is that of its target', async () => {
    const short = 'https://s.example/x';
    expect(await check(short, { [short]: 'https://example.org/guide', [GUIDE]: 200 })).toBeUndefined();
    expect(await check(short, { [short]: 'https://example.org/guide', [GUIDE]: 404 })).toBe('page-gone');
  });
});
