// What is wrong with a file or with the database, in English.
import type { RefusalData } from '#history/refusal.js';
import type { StoreProblemData } from '#store/errors.js';
import { count, listed, plural } from '../format.js';

type Problems = RefusalData & StoreProblemData;

/** A sentence for each problem, made from its data. */
export type ProblemSentences = { readonly [Code in keyof Problems]: (data: Problems[Code]) => string };

const figure = (value: number): string => count(value, 'en');
const posts = (many: number): string => plural(many, 'post', 'posts', 'en');
const quoted = (names: readonly string[]): string => listed(names.map((name) => `"${name}"`));

/** What helps where no SQLite engine works. */
const engineAdvice =
  'use Node 22.16 or later, which includes SQLite, or install Python, make and a C++ compiler ' +
  'and reinstall tweetspan (in a checkout: npm ci)';

const files: { readonly [Code in keyof RefusalData]: (data: RefusalData[Code]) => string } = {
  missing: ({ path }) => `${path} cannot be read: check the path and its permissions`,
  empty: () => 'this file is empty: export it again',
  'no-posts': ({ name }) => `${name} holds no export: name an X archive (zip or folder) or a CSV file of posts`,
  'not-text': () => 'this is not text, a zip or a folder: exports of X are zips, scripts or CSV tables',
  encoding: () => 'this file is not in UTF-8: save it again as "CSV UTF-8"',
  'script-encoding': ({ name }) => `${name} is not in UTF-8: it was changed, download the archive again`,
  'no-header': () => 'this table has no header row: export it again, or add the header of the export',
  'zip-in-zip': ({ name }) => `${name} is a zip inside a zip and is not read: unpack it and import it separately`,
  'web-page': () => 'this is a web page saved under the name of a table: use the download button of the page instead',
  'unknown-json': () =>
    'this JSON is not a timeline from X and its lines have no id and text: see tweetspan import --help',
  'unknown-columns': ({ columns }) =>
    `no column holds a post id and a counter (unknown: ${quoted(columns)}): name them as in X's export, or id, text, at, likes …`,
  'no-terms': () =>
    'no row has a term and a figure: use an export of Search Console, Trends or Keyword Planner, or lines term,figure',
  'other-code': () => 'this script is not part of an X archive: it is not read, and never run',
  'trailing-code': () => 'there is other code after the list of posts: this file is not read, and never run',
  'daily-totals': () => 'these are totals by day, without posts: export "By Tweet" instead of "By day"',
  overview: () => 'this is the account overview, with totals by day and no posts: export "Content" instead',
  video: () => 'this is the video report, without posts: export "Content" instead',
  followers: () => 'this is a table of followers, without posts: export "Content" instead',
  private: ({ part }) =>
    `this part of an archive (${part}) holds no posts and is not read: name the whole archive, zip or folder`,
  'several-accounts': ({ accounts }) =>
    `this file mixes posts of ${accounts.join(' and ')}: split it, one account each`,
  'newer-export': ({ schema, known }) => `this file is ${schema}, this program reads ${known}: update tweetspan`,
  'zip-damaged': () => 'this zip is cut or damaged: download it again, or unpack it and name the folder',
  'zip-locked': () => 'this zip has a password: unpack it and name the folder',
  'zip-unsafe': () => 'this zip names files outside of itself: X never does that, so it is not read',
  'zip-too-many-files': ({ files: many }) =>
    `this zip holds ${figure(many)} files: X never does that, so it is not read`,
  'zip-entry-too-large': ({ name, bytes }) =>
    `${name} would unpack to ${figure(bytes)} bytes: X never does that, so it is not read`,
  'folder-too-many-files': ({ most }) =>
    `this folder holds more than ${figure(most)} files: name the folder of the export`,
  'file-too-large': ({ name, megabytes }) => `${name} has more than ${figure(megabytes)} MB: it is not read`,
  'too-many-rows': ({ most }) => `this file has more than ${figure(most)} rows: name a list of keywords`,
  'manifest-damaged': () => 'data/manifest.js does not list an archive: download the archive again',
  'manifest-unsafe': ({ name }) => `data/manifest.js names "${name}", outside of the archive: it is not read`,
  'json-damaged': () => 'this JSON is cut or damaged: save the answer of X again',
  'line-damaged': ({ line }) => `line ${line} is not a JSON object: the file was cut or changed, export it again`,
  'row-damaged': ({ row }) => `row ${row} has a broken list: the table was changed, export it again`,
  'row-too-long': ({ row, cells }) => `row ${row} has ${figure(cells)} cells: this is not an export`,
  'cut-in-text': () => 'this file ends inside a text: it was cut, export it again',
  'entry-damaged': ({ entry }) => `post ${entry} is not valid JSON: the file was cut or changed, download it again`,
  'entry-too-large': ({ entry }) => `post ${entry} is larger than any post: this file is not read`,
  'list-broken': ({ entries }) => `the list breaks off after ${posts(entries)}: download the file again`,
  'list-cut': ({ entries }) => `this file is cut after ${posts(entries)}: download it again`,
};

const database: { readonly [Code in keyof StoreProblemData]: (data: StoreProblemData[Code]) => string } = {
  'no-native-part': ({ nodeVersion, why }) =>
    `no database engine works on Node ${nodeVersion} (${why}): ${engineAdvice}`,
  newer: ({ file, version, known }) =>
    `${file} has version ${version}, this program reads up to ${known}: update tweetspan, or name another file with --db`,
  older: ({ file, version, known }) =>
    `${file} has version ${version}, this program needs ${known} and may not write it: give yourself write permission`,
  'not-ours': ({ file }) => `${file} is a database of another program: name another file with --db`,
  locked: ({ file }) => `another program is writing to ${file}: wait until it is done, then try again`,
  'read-only': ({ file }) =>
    `${file} cannot be written: give yourself write permission for it and its folder, or name another file with --db`,
  full: ({ file }) => `no space left for ${file}: free some space, then try again; nothing was changed`,
  corrupt: ({ file }) => `${file} is damaged or not a database: restore a backup, or move it away and import again`,
  unreachable: ({ file }) => `${file} cannot be opened: check that its folder exists and is on a local disk`,
  'no-folder': ({ file }) => `the folder of ${file} does not exist: create it first`,
  'no-history': ({ file }) => `no history yet (${file}): run tweetspan import <archive or export> first`,
  'folder-not-made': ({ folder, code }) =>
    `${folder} cannot be created (${code}): name a file in another folder with --db`,
  'wrong-lock-wait': ({ value }) => `TWEETSPAN_LOCK_WAIT is "${value}": use whole milliseconds, from 0 to 3600000`,
  'file-exists': ({ file }) => `${file} exists: name a new file, a backup overwrites nothing`,
  'other-account': ({ file, received, present }) =>
    `this is an export of ${listed(received)}, but ${file} holds ${listed(present)}: name another file with --db, ` +
    'or pass --also-known-as if the account was renamed',
  'post-taken': ({ postId }) => `post ${postId} belongs to another item: name another post`,
  'slot-taken': ({ link, requestedTime, zone }) =>
    `${link} already has a post at ${requestedTime.replace('T', ' ')} (${zone}): choose another time`,
};

export const en = {
  engineAdvice,
  /** At the end of `npm ci`, where none works. */
  noEngine: (nodeVersion: string, why: string): string =>
    `no database engine works on Node ${nodeVersion} (${why}); linting works, the history and the queue do not: ${engineAdvice}`,
  problems: { ...files, ...database } as ProblemSentences,
  notWritten: (file: string, code: string): string =>
    `${file} cannot be written (${code}): name a file in a folder you can write to`,
};

/** The shape of the section in any language. */
export type StoreSentences = typeof en;
