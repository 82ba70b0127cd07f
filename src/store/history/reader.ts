import type { Database } from '../driver/port.js';
import type { ContactWriter, HistoryReader, KeywordWriter } from '#history/query-ports.js';
import { readAccount } from './account.js';
import { clearOptOut, findContact, listContacts, noteOptOut } from './contacts.js';
import { listImports, readContents } from './contents.js';
import { readCoverage } from './coverage.js';
import { withStoreErrors } from '../errors.js';
import { findContactsFor, findPastPosts, findTermUse } from './facts.js';
import { addKeywords, findKeywords, listKeywords } from './keywords.js';
import { listLinks, listLinkPosts } from './links.js';
import { listPosts } from './posts.js';

/** The commands' side of a history kept in a database. */
export function createHistoryReader(database: Database): HistoryReader {
  const guarded = <T>(work: () => T): T => withStoreErrors(database.name, work);
  return {
    account: () => guarded(() => readAccount(database)),
    coverage: () => guarded(() => readCoverage(database)),
    imports: () => guarded(() => listImports(database)),
    posts: (...query) => guarded(() => listPosts(database, ...query)),
    links: (...query) => guarded(() => listLinks(database, ...query)),
    postsOfLink: (link) => guarded(() => listLinkPosts(database, link)),
    contacts: (...query) => guarded(() => listContacts(database, ...query)),
    keywords: (limit) => guarded(() => listKeywords(database, limit)),
    contents: () => guarded(() => readContents(database)),
    demand: (term, language) => guarded(() => findKeywords(database, term, language)),
    termUse: (term) => guarded(() => findTermUse(database, term)),
    pastPosts: (link, limit) => guarded(() => findPastPosts(database, link, limit)),
    contactsFor: (draft, limit) => guarded(() => findContactsFor(database, draft, limit)),
    contact: (handle) => guarded(() => findContact(database, handle)),
  };
}

/** The side of a database that takes figures of keywords. */
export const createKeywordWriter = (database: Database): KeywordWriter => ({
  addKeywords: (figures) => withStoreErrors(database.name, () => addKeywords(database, figures)),
});

/** The side of a database that notes who does not want to be mentioned. */
export const createContactWriter = (database: Database): ContactWriter => ({
  optOut: (handle, now) => withStoreErrors(database.name, () => noteOptOut(database, handle, now)),
  optIn: (handle) => withStoreErrors(database.name, () => clearOptOut(database, handle)),
});
