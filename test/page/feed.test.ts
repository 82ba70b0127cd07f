import { expect, it } from 'vitest';
import { FeedError, readFeed } from '#page/feed.js';

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title><link>https://example.org</link>
<item><title>A &amp; B</title><link>https://example.org/a</link><guid isPermaLink="false">17</guid><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate><category>rent</category><description>&lt;p&gt;Short &lt;b&gt;summary&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Without a link</title></item></channel></rss>`;
const ATOM = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
<entry><title>Entry</title><id>tag:example.org,2026:1</id><link rel="edit" href="https://example.org/edit/1"/><link href="/posts/1"/><published>2026-03-02T23:30:00+01:00</published><category term="maps"/><summary>What it says.</summary></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Blog',
  items: [
    { id: '1', url: 'https://example.org/1', title: 'One', date_published: '2026-03-02T10:00:00Z', tags: ['x', 'y'] },
    { id: '2', url: 'javascript:alert(1)', title: 'Two' },
  ],
});

it('RSS: entries with a link, their text without tags', () => {
  expect(readFeed(RSS)).toEqual([
    {
      id: '17',
      link: 'https://example.org/a',
      title: 'A & B',
      summary: 'Short summary.',
      published: '2026-03-02',
      keywords: ['rent'],
    },
  ]);
});

it('Atom: the link to read, absolute by the address of the feed', () => {
  expect(readFeed(ATOM, { url: 'https://example.org/feed' })).toEqual([
    {
      id: 'tag:example.org,2026:1',
      link: 'https://example.org/posts/1',
      title: 'Entry',
      summary: 'What it says.',
      published: '2026-03-02',
      keywords: ['maps'],
    },
  ]);
});

it('JSON Feed: what leads to no page is left out', () => {
  expect(readFeed(JSON_FEED)).toEqual([
    { id: '1', link: 'https://example.org/1', title: 'One', published: '2026-03-02', keywords: ['x', 'y'] },
  ]);
});

/** What is read from a text; nothing where it is refused as no feed. */
function entriesOrNone(text: string): readonly unknown[] {
  try {
    return readFeed(text);
  } catch (error) {
    if (error instanceof FeedError) return [];
    throw error;
  }
}

it.each([
  ['a page', '<html><body>Hello</body></html>'],
  ['nothing', ''],
  ['XML cut short', RSS.slice(0, 60)],
  ['JSON of something else', '{"a": 1}'],
  ['entities that grow', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item>&b;'],
])('%s is no feed', (_, text) => {
  expect(entriesOrNone(text)).toEqual([]);
});
