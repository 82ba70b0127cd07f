// What `new` says, and what is wrong with a page that is to be read, in English.
import type { NoPage } from '#page/decode.js';
import type { FetchFault } from '#web/fetch-page.js';
import { plural } from '../format.js';

const kinds: Readonly<Record<NoPage, string>> = {
  pdf: 'a PDF',
  zip: 'a zip archive',
  image: 'an image',
  binary: 'a binary file',
};

const faults: Readonly<Record<FetchFault, (detail: string) => string>> = {
  status: (status) => `HTTP ${status}: check the URL, or save the page and name the file`,
  login: (status) => `HTTP ${status}: the page asks for a sign-in; save it in your browser and name the file`,
  type: (type) => `not a web page but ${type}: name the page that leads to it`,
  packed: (encoding) => `the server compresses its answer (${encoding}); save the page and name the file`,
  large: (most) => `larger than ${most} MiB; save the part you need and name the file`,
  timeout: (seconds) => `no complete answer within ${seconds} s; try again later, or save the page and name the file`,
  certificate: (code) =>
    `its certificate cannot be trusted (${code}); check the URL, or save the page and name the file`,
  'no-host': (host) => `no such host (${host}); check the URL and your network`,
  refused: (host) => `connection refused (${host}); check the URL`,
  connection: (code) => `the connection failed (${code}); try again later`,
  proxy: (detail) => `the proxy made no connection (${detail})`,
  redirects: (most) => `more than ${most} redirects; open the page in your browser and copy its final URL`,
  scheme: (protocol) => `redirects to ${protocol}, and only http and https are followed`,
  'own-network': (host) => `redirects into your own network (${host}), which a public page may not do`,
};

export const en = {
  help: {
    summary: 'write a draft from a page, or from each new entry of a feed',
    description:
      'Write a draft from a page: its link, title, keywords, image and text to start from. A saved file is read without a network.',
    examples: [
      'tweetspan new https://example.org/guide         # writes guide.md',
      'tweetspan new saved.html --output posts/guide.md',
      'tweetspan new --feed https://example.org/feed.xml --output posts',
    ],
  },
  page: 'URL of the page, or a saved HTML file',
  feed: 'URL or file of a feed (RSS, Atom, JSON Feed): one draft for each new entry',
  noPages: 'with --feed: do not read the pages of the entries',
  output: 'file to write; with --feed a folder (default: the current folder)',
  needsPage: 'name a page, or a feed with --feed',
  onlyOne: 'name a page or a feed, not both',
  fetchFault: (fault: FetchFault, detail: string): string => faults[fault](detail),
  kind: (kind: NoPage): string => `not a web page but ${kinds[kind]}: name the page that leads to it`,
  loginForm: 'this page is a sign-in form; sign in with your browser, save the page and name the file',
  noWords: 'the page has no title and no text; scripts are not run: save it in your browser and name the file',
  noFeed: 'not a feed (RSS, Atom or JSON Feed); check the URL, sites name it under "feed" or "RSS"',
  noLink: 'the page does not say its own URL: add it to the draft as link:',
  robots: (words: string): string => `the page asks robots not to use it (${words})`,
  exists: (file: string): string => `${file} exists and is not overwritten; choose another name with --output`,
  noFile: 'no such file; check the name, or write the URL with its https://',
  folder: 'this is a folder; name the saved page in it',
  notRegular: 'not a regular file; name a saved page',
  notUrl: 'not a URL; write it as https://example.org/guide',
  notFolder: (file: string): string => `${file} is a file; with --feed, --output names a folder`,
  largeFile: (most: number): string => `larger than ${most} MiB; save the part you need`,
  memory: (file: string): string => `${file} cannot be read; repair or remove it (entries would be drafted again)`,
  written: (file: string): string => `Wrote ${file}`,
  feedDone: (made: number, known: number): string =>
    `${plural(made, 'new draft', 'new drafts', 'en')}, ${plural(known, 'entry', 'entries', 'en')} drafted before`,
  imageRemark: 'to attach the image, save it next to this file',
  campaignRemark: 'plan reposts: remove the # signs',
};

/** The shape of the section in any language. */
export type PageSentences = typeof en;
