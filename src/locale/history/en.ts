// What is said of the history: its commands, what `import` reads, what is wrong with a file or the database, in English.
import type { SkipReason } from '#history/collector.js';
import type { Format, Remark } from '#history/formats/reader.js';
import type { KeywordFile } from '#history/keywords.js';
import type { PostKind, UsableCount } from '#history/ports.js';
import type { RefusalData } from '#history/refusal.js';
import type { StoreProblemData } from '#store/errors.js';
import { count, date, decimal, list, listed, plural, pluralForm, time } from '../format.js';

const keywordFormats: Readonly<Record<KeywordFile['format'], string>> = {
  'search-console': 'Google Search Console',
  trends: 'Google Trends',
  'keyword-planner': 'Google Keyword Planner',
  plain: 'list of terms',
};

/** The kind of a post in a list; originals need no word. */
const kinds: Readonly<Record<PostKind, string>> = { original: '', thread: 'thread', reply: 'reply', repost: 'repost' };

/** A sentence for each remark about a file, made from its data. */
export type RemarkSentences = { readonly [Id in Remark['id']]: (remark: Extract<Remark, { id: Id }>) => string };

/** `2 posts` from a number. */
export type Counted = (many: number) => string;

const counted =
  (one: string, other: string): Counted =>
  (many) =>
    plural(many, one, other, 'en');

const day = (instant: number): string => date(new Date(instant).toISOString(), 'en');

const posts = counted('post', 'posts');

const formats: Readonly<Record<Format, string>> = {
  archive: 'X archive',
  'archive-part': 'part of an X archive',
  grailbird: 'old archive',
  'grailbird-csv': 'table of an old archive',
  analytics: 'analytics',
  'analytics-old': 'old analytics',
  api: 'timeline from the API',
  table: 'table of posts',
  history: 'tweetspan history',
  matomo: 'web statistics (Matomo)',
  plausible: 'web statistics (Plausible)',
  ga4: 'web statistics (GA4)',
  visits: 'table of visits',
};

const skipped: Readonly<Record<SkipReason, Counted>> = {
  ghost: counted('row without a post', 'rows without a post'),
  'damaged-id': counted('row with a damaged id', 'rows with a damaged id'),
  'before-post': counted('set of counters older than its post', 'sets of counters older than their post'),
  'short-row': counted('row that is cut (too few cells)', 'rows that are cut (too few cells)'),
  'not-a-post': counted('row that is not a post', 'rows that are not posts'),
  'not-a-visit': counted('row without a page, time or visits', 'rows without a page, time or visits'),
  'note-without-post': counted('long text without its post', 'long texts without their post'),
};

const remarks: RemarkSentences = {
  'observed-unknown': () => 'it does not say when its counters were read: add --observed-at 2026-01-31',
  'observed-bounded': ({ from }) =>
    `going by its name, its counters were read on ${day(from)} or later: add --observed-at to be exact`,
  'observed-on': ({ day: last }) => `going by its name, its counters were read by ${day(last)} at the latest`,
  'count-mismatch': ({ part, declaredCount, read }) =>
    `${part} holds ${posts(read)}, its archive declares ${count(declaredCount, 'en')}`,
  'part-unlisted': ({ part }) => `${part} is not in the archive's own list: not read`,
  'part-missing': ({ part }) => `${part} is missing: the archive is incomplete`,
  'partial-archive': () => 'X marks this archive as partial: posts that it lacks are kept',
  'no-manifest': () => 'data/manifest.js is missing: the archive counts as incomplete',
  'columns-by-order': () => 'its headers are in an unknown language: columns were read by their order',
  'no-header': () => 'it has no header row: columns were read by their order',
  'counters-unreadable': ({ cells }) =>
    `${plural(cells, 'counter', 'counters', 'en')} could not be read: not a number, or negative`,
  'columns-unknown': ({ columns }) => `columns not read: ${list(columns, 'en')}`,
  'no-posts': () => 'no posts in it',
};

type Problems = RefusalData & StoreProblemData;

/** A sentence for each problem, made from its data. */
export type ProblemSentences = { readonly [Code in keyof Problems]: (data: Problems[Code]) => string };

const figure = (value: number): string => count(value, 'en');

const quoted = (names: readonly string[]): string => listed(names.map((name) => `"${name}"`));

/** What helps where no SQLite engine works. */
const engineAdvice =
  'use Node 22.16 or later, which includes SQLite, or install Python, make and a C++ compiler ' +
  'and reinstall tweetspan (in a checkout: npm ci)';

const files: { readonly [Code in keyof RefusalData]: (data: RefusalData[Code]) => string } = {
  missing: ({ path }) => `${path} does not exist: check the path`,
  unreadable: ({ path }) => `${path} cannot be read: check its permissions`,
  'not-regular': ({ name }) => `${name} is not a regular file: write what it gives into a file and import that`,
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
  'queue-copy': () => 'this is a queue, not posts: bring it in with tweetspan queue import',
  'json-cut': () => 'this JSON breaks off before its end: download or export it again',
  'unknown-columns': ({ columns }) =>
    `no column holds a post id and a counter (unknown: ${quoted(columns)}): name them as in X's export, or id, text, at, likes …`,
  'no-site': () =>
    'it names pages by their paths and not their site: add --site blog.example with the name of your site',
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
  'too-many-archives': ({ archives, most }) =>
    `${figure(archives)} archives in one place: put at most ${figure(most)} of them into a folder, and import that`,
  'too-many-exports': ({ files: many, most }) =>
    `${figure(many)} files that could be exports: put at most ${figure(most)} of them into a folder, and import that`,
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
  full: ({ file }) => `no space left for ${file}: free some space, then try again`,
  corrupt: ({ file }) =>
    `${file} is damaged or not a database: put a backup in its place with tweetspan restore <backup>, or move it away and import again`,
  unreachable: ({ file }) => `${file} cannot be opened: check that its folder exists and is on a local disk`,
  'no-folder': ({ file }) => `the folder of ${file} does not exist: create it first`,
  'no-history': ({ file }) => `no history yet (${file}): run tweetspan import <archive or export> first`,
  'folder-not-made': ({ folder, code }) =>
    `${folder} cannot be created (${code}): name a file in another folder with --db`,
  'wrong-lock-wait': ({ value }) => `TWEETSPAN_LOCK_WAIT is "${value}": use whole milliseconds, from 0 to 3600000`,
  'file-exists': ({ file }) => `${file} exists: name a new file, a backup overwrites nothing`,
  'other-account': ({ file, received, present, decidedBy }) => {
    const differs = `this is an export of ${listed(received)}, but ${file} holds ${listed(present)}`;
    return decidedBy === 'id'
      ? `${differs}: their ids differ, so these are two accounts; name another file with --db`
      : `${differs}: name another file with --db, or pass --also-known-as if the account was renamed`;
  },
  'post-taken': ({ postId }) => `post ${postId} belongs to another item: name another post`,
  'item-changed': ({ id }) => `item ${id} was changed meanwhile; nothing was queued: plan again`,
  'planned-meanwhile': ({ id, link, planner }) => {
    const who = planner === undefined ? 'another command' : `${planner.name} (${planner.host})`;
    return `${who} has just planned ${link} (item ${id}); nothing of yours was queued: look at tweetspan queue, then plan again`;
  },
  'wrong-server-address': ({ why, name }) =>
    ({
      form: 'the address of the server cannot be read: use postgresql://<user>@<host>/<database>',
      option: `the address of the server has an unknown option "${name}": sslmode, sslrootcert and host are allowed`,
      tls: 'sslmode in the address of the server must be disable, require or verify-full',
      several: 'the address names several servers: name one, such as a host name that moves with the server',
    })[why],
  'no-server-client': () =>
    'a queue on a server needs the package pg, which is not installed: npm install -g pg (or beside tweetspan: npm install pg)',
  'no-root-certificate': ({ file }) => `${file} cannot be read: name the certificate file in sslrootcert`,
  'server-unreachable': ({ place }) =>
    `${place} does not answer: nothing was planned or posted from here; check the network and that the server runs, then try again`,
  'server-unknown-host': ({ place }) =>
    `${place} cannot be found: nothing was planned or posted from here; check the network and the host name`,
  'server-no-entry': ({ place }) =>
    `${place} refuses the sign-in: check the user and put its password into ~/.pgpass (or PGPASSFILE)`,
  'server-no-database': ({ place }) => `${place} has no such database: create it, see docs/team.md`,
  'server-no-rights': ({ place }) =>
    `${place} does not allow this user to do that: ask for the worker role, see docs/team.md`,
  'server-no-tls': ({ place }) =>
    `${place} does not offer TLS: turn it on there, or on a private network add ?sslmode=disable to the address`,
  'server-bad-certificate': ({ place }) =>
    `the certificate of ${place} is not trusted: name its authority with ?sslrootcert=<file>, or check the host name`,
  'server-read-only': ({ place }) => `${place} is a read-only copy: name the server that takes writes`,
  'server-full': ({ place }) => `${place} has no space left: free some on the server, then try again`,
  'server-busy': ({ place }) => `${place} is busy with another program: try again in a moment`,
  'server-crowded': ({ place }) =>
    `${place} takes no more connections: end some, or raise max_connections there, then try again`,
  'server-older': ({ place, version, known }) =>
    version === 0
      ? `${place} has no queue yet and this user may not create one: run tweetspan queue once as its owner`
      : `the queue on ${place} has version ${version}, this program needs ${known}: run tweetspan queue once as its owner`,
  'media-too-large': ({ file, bytes, allowed }) =>
    `${file} has ${figure(bytes)} bytes, a queue on a server takes up to ${figure(allowed)} per file: use a smaller one`,
  'items-at-work': ({ ids }) =>
    `${pluralForm(ids.length, 'item', 'items', 'en')} ${list(ids.map(String), 'en')} ${pluralForm(ids.length, 'is', 'are', 'en')} being sent right now: stop tweetspan run, or try again in a few minutes`,
  'copy-diverged': ({ ids }) =>
    `nothing was imported: ${pluralForm(ids.length, 'item', 'items', 'en')} ${list(ids.map(String), 'en')} changed both here and in the other queue; import into a new database`,
  'slot-taken': ({ link, requestedTime, zone }) =>
    `${link} already has a post at ${requestedTime.replace('T', ' ')} (${zone}): choose another time`,
};

export const en = {
  backup: {
    help: {
      summary: 'copy the history to a file',
      description: 'Copy the history to a new file, whole and consistent, even while another program writes to it.',
      examples: ['tweetspan backup history-2026-03.db'],
    },
    file: 'a file that does not exist yet',
    done: (file: string): string => `Copied the history to ${file}`,
  },
  restore: {
    help: {
      summary: 'put a backup in place of the history',
      description:
        'Put a backup in place of the history. Nothing is sent until your posts on X have been read: what was published since is not sent again.',
      examples: ['tweetspan restore history-2026-03.db'],
    },
    file: 'a file that tweetspan backup wrote',
    done: (backup: string, target: string): string => `Restored ${backup} to ${target}`,
    aside: (file: string): string => `The previous history is kept: ${file}`,
    thenRead: 'Nothing is sent until tweetspan run has read your posts on X; then it resumes automatically.',
    thenAdopt:
      'This machine has never worked on this history: stop the scheduler on the other machine, then run tweetspan queue adopt.',
    sameFile: (file: string): string => `${file} is the history itself: name a backup of it`,
    noFile: (file: string): string => `${file} does not exist: name a backup, as tweetspan backup writes it`,
    notABackup: (file: string): string => `${file} is damaged or not a backup: name one that tweetspan backup wrote`,
    isRunning: (file: string): string => `tweetspan run is working on ${file}: stop it, then try again`,
  },
  export: {
    help: {
      summary: 'write the whole history as text',
      description:
        'Write the whole history as JSON lines, or its posts with all observations as CSV. tweetspan import reads both back without loss.',
      examples: ['tweetspan export > history.jsonl', 'tweetspan export --format csv -o posts.csv'],
    },
    output: 'write to this file instead of standard output; it is replaced only once complete',
    interrupted: 'interrupted; the file was not changed',
  },
  lists: {
    more: (limit: number): string => `more than ${count(limit, 'en')}; -n 0 shows all`,
    zone: 'time zone (default: the one of this computer)',
    unknownCounter: '–',
    day: (localTime: string): string => date(localTime, 'en'),
    when: (localTime: string): string => `${date(localTime, 'en')} ${time(localTime.slice(11, 16), 'en')}`,
    count: (value: number): string => count(value, 'en'),
    likes: 'likes',
    reposts: 'reposts',
    replies: 'replies',
    impressions: 'impressions',
    clicks: 'clicks',
    visits: 'visits',
    first: 'first',
    last: 'last',
  },
  links: {
    help: {
      summary: 'list the links you posted',
      description: 'List the links you posted: how often, first and last, and what all their posts brought.',
      examples: [
        'tweetspan links',
        'tweetspan links --search blog.example --min-posts 2',
        'tweetspan links --sort last -n 0',
      ],
    },
    search: 'only links whose URL contains this',
    minPosts: 'only links posted at least this often',
    sort: 'order: by number of posts, by last post or by visits',
    metric: 'only links with this figure, the highest first',
    link: 'link',
    posts: 'posts',
    byText: (text: string): string => `“${text}”`,
    none: 'no links',
  },
  posts: {
    help: {
      summary: 'search and list your posts',
      description: 'Search and list your posts.',
      examples: [
        'tweetspan posts --search "guide logement"',
        'tweetspan posts --link https://blog.example/guide --sort likes',
        'tweetspan posts --since 2025-09-01 --until 2025-09-30',
      ],
    },
    search: 'only posts with all these words, emoji or #tags; "in this order", begin*, -without',
    noWord: (search: string): string =>
      `--search "${search}" has nothing to find: give a word, an emoji or a #tag; -word only leaves posts out`,
    kind: 'only posts of this kind (repeatable)',
    link: 'only posts of this link',
    since: 'from this day or instant on',
    until: 'up to the end of this day, or before this instant',
    onlyGone: 'only posts that are gone from X',
    sort: 'what comes first',
    whenIn: (zone: string): string => `when (${zone})`,
    kindTitle: 'kind',
    text: 'text',
    gone: 'gone',
    kinds,
    none: 'no posts',
  },
  contacts: {
    help: {
      summary: 'list the people you met, and who opted out',
      description: 'List the people you mentioned, replied to or reposted, and record who wants none of it.',
      examples: [
        'tweetspan contacts',
        'tweetspan contacts opt-out @example_name',
        'tweetspan contacts opt-in @example_name',
        'tweetspan contacts forget @example_name',
      ],
    },
    list: {
      summary: 'list the people you met',
      description: 'List the people you mentioned, replied to or reposted.',
    },
    optOut: {
      summary: 'record that a person opted out',
      description: 'Record that a person does not want to be mentioned or contacted; lint then reports it.',
    },
    forget: {
      summary: 'remove a person from the history',
      description:
        'Remove a person from texts, links and contacts, also of later imports. Only the opt-out is kept, so that they are not contacted again; tweetspan contacts opt-in ends that too.',
      examples: ['tweetspan contacts forget @example_name'],
    },
    forgotten: (handle: string, many: number): string =>
      `@${handle} is removed from ${posts(many)} and from your contacts; only the opt-out is kept`,
    itemsCancelled: (many: number): string =>
      `${plural(many, 'planned post', 'planned posts', 'en')} that named them: cancelled; give another text with tweetspan queue edit`,
    itemsUnderWay: (many: number): string =>
      `${plural(many, 'item', 'items', 'en')} of the queue under way: still naming them; run this again once they are done`,
    neverMet: (handle: string): string => `@${handle} is not in your history; the opt-out is recorded`,
    optIn: { summary: 'remove an opt-out', description: 'Remove an opt-out.' },
    sort: 'order: by how often or by how recently you met',
    handle: 'with or without @',
    optedOut: (handle: string): string => `@${handle} opted out`,
    alreadyOut: (handle: string): string => `@${handle} had already opted out`,
    optedIn: (handle: string): string => `@${handle} may be mentioned again`,
    neverOut: (handle: string): string => `@${handle} had not opted out`,
    person: 'handle',
    mentions: 'mentions',
    out: 'opted out',
    asked: 'asked',
    kit: 'kit',
    yes: 'yes',
    none: 'no contacts',
  },
  keywords: {
    help: {
      summary: 'import and list search volumes of words',
      description: 'Import and list how much words are searched, from your own exports.',
      examples: [
        'tweetspan keywords import Queries.csv --language fr',
        'tweetspan keywords count logement habitation',
        'tweetspan keywords -n 50',
      ],
    },
    list: {
      summary: 'list the latest figures',
      description: 'List the latest figure of each term and source, the largest first.',
    },
    importing: {
      help: {
        summary: 'import search volumes',
        description: 'Import exports of Google Search Console, Trends or Keyword Planner, or plain lists term,figure.',
        examples: [
          'tweetspan keywords import Queries.csv --language fr',
          'tweetspan keywords import survey.csv --source Survey --as-of 2026-02-01',
        ],
      },
      files: 'CSV files',
      language: 'language of the terms, if the file does not say',
      source: 'name of the source of a plain list (default: the file name)',
      asOf: 'date of the figures, if the file does not say (default: now)',
      formats: keywordFormats,
      figures: (many: number): string => plural(many, 'figure', 'figures', 'en'),
      added: (many: number): string => `${count(many, 'en')} new`,
      skipped: (many: number): string => plural(many, 'row skipped', 'rows skipped', 'en'),
      refused: 'not imported',
    },
    term: 'term',
    language: 'lang',
    figure: 'figure',
    measure: 'measure',
    source: 'source',
    asOf: 'as of',
    figureOf: (value: number): string =>
      value < 100 && !Number.isInteger(value) ? decimal(value, 'en') : count(value, 'en'),
    /** Measures are kept in the words of the program that first read them. */
    measureOf: (measure: string): string => measure,
    none: 'no keywords: add some with tweetspan keywords import <csv>',
  },
  values: {
    since: 'use a day such as 2026-01-31, or a time such as 2026-01-31T18:00Z',
    count: 'use a whole number from 1 up',
    site: 'use the name of a site such as blog.example',
    handle: 'use a handle: unaccented letters, digits and _, with or without @',
    language: 'use a two-letter code such as fr or en (ISO 639-1)',
  },
  import: {
    help: {
      summary: 'read your posts from exports of X',
      description:
        'Read archives, analytics exports and tables of posts into your history. Importing the same file again changes nothing.',
      examples: [
        'tweetspan import twitter-2026-01-31.zip       # an X archive',
        'tweetspan import account_analytics_*.csv      # analytics exports',
        'tweetspan import posts.csv --observed-at 2026-01-31',
      ],
      after: `Files it reads: an X archive (zip or folder; a part such as data/tweets.js is
enough), an archive from 2012 to 2019, the "By Tweet" and "Content" exports of
analytics, timelines from the API, what tweetspan export writes, and tables or
JSON lines with id and text. Visits of your pages: exports of Matomo, Plausible
and GA4, or a table with page, time and visits. Other columns of posts: at (2026-01-31T18:00Z), kind,
language, links, likes, reposts, replies, quotes, impressions …, observedAt.`,
    },
    paths: 'archives (zip or folder), CSV, JSON or JSON lines',
    observedAt: 'when the counters were read, for files that do not say',
    alsoKnownAs: 'another handle of the account, if it was renamed (repeatable)',
    inFuture: '--observed-at is in the future: use the day on which the counters were read',
    interrupted: (imported: number): string =>
      imported === 0
        ? 'interrupted: nothing was imported'
        : `interrupted: ${plural(imported, 'file is', 'files are', 'en')} imported, nothing of the next one`,
    formats,
    posts,
    read: (many: number): string => `read ${posts(many)}`,
    readVisits: (many: number): string => `read ${plural(many, 'visit', 'visits', 'en')}`,
    visits: counted('count new or higher', 'counts new or higher'),
    site: 'site of web statistics that name pages by their paths',
    zone: 'time zone of web statistics (default: the one of this computer)',
    added: (many: number): string => `${count(many, 'en')} new`,
    updated: (many: number): string => `${count(many, 'en')} updated`,
    observations: counted('observation', 'observations'),
    nothingNew: 'nothing new',
    including: (parts: string): string => `including ${parts}`,
    skippedRows: (parts: string): string => `skipped ${parts}`,
    originals: counted('original', 'originals'),
    threads: counted('in a thread', 'in threads'),
    replies: counted('reply', 'replies'),
    reposts: counted('repost', 'reposts'),
    quotes: counted('quote', 'quotes'),
    edited: counted('version of an edited post', 'versions of edited posts'),
    hourUnknown: counted('without its hour', 'without their hour'),
    gone: counted('gone from X', 'gone from X'),
    skipped,
    remarks,
    refused: 'not imported',
    moreRefused: (many: number) =>
      `and ${plural(many, 'more file', 'more files', 'en')} for the same reason: --format json names each`,
    stopped: 'the files after it were not tried',
    history: 'Your history',
    empty: 'no posts yet',
    period: (first: number, last: number): string => `${day(first)} to ${day(last)}`,
    shares: {
      hour: 'hour known',
      counters: 'with counters',
      impressions: 'with impressions',
      link: 'with a link',
      twice: 'observed twice',
    },
    ofOriginals: (part: number, whole: number): string =>
      `${count(part, 'en')} of ${plural(whole, 'original', 'originals', 'en')}`,
    capabilities: 'What you can do with it',
    capabilityNames: { hours: 'best hours', decay: 'decay', links: 'links' },
    hoursFrom: {
      impressions: (many: number): string => `yes, from impressions (${posts(many)})`,
      reactions: (many: number): string => `yes, from likes and reposts (${posts(many)})`,
      clicks: (many: number): string => `yes, from link clicks (${posts(many)})`,
    },
    hoursTooFew: (usable: UsableCount, needed: UsableCount): string =>
      `not enough data: ${posts(usable.posts)} on ${plural(usable.days, 'day', 'days', 'en')} ` +
      `(need ${count(needed.posts, 'en')} on ${count(needed.days, 'en')})`,
    hoursMissing: {
      posts: 'no: import posts of your own',
      hours: 'no: the hours of your posts are missing; import an X archive',
      counters: 'no: counters are missing; import an X archive or an analytics export',
      age: 'not yet: all counters were read within 72 h of their post; import a later export',
    },
    decayFor: (many: number): string => `yes, for ${posts(many)}`,
    decayTooFew: (many: number, needed: number): string =>
      `not yet: ${posts(many)} with reactions read in the first 7 days and after (need ${count(needed, 'en')}); ` +
      'export again within 3 days of a post and a week later',
    noDecay: "not yet: import again later; it takes one observation in a post's first 7 days and one after",
    linksIn: (many: number): string => `${posts(many)} with a link`,
    noLinks: 'no post has a link',
  },
  engineAdvice,
  /** At the end of `npm ci`, where none works. */
  noEngine: (nodeVersion: string, why: string): string =>
    `no database engine works on Node ${nodeVersion} (${why}); linting works, the history and the queue do not: ${engineAdvice}`,
  problems: { ...files, ...database } as ProblemSentences,
  notWritten: (file: string, code: string): string =>
    `${file} cannot be written (${code}): name a file in a folder you can write to`,
};

/** The shape of the section in any language. */
export type HistorySentences = typeof en;
