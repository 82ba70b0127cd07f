/** The first version of the database. Text of a migration is never changed once it was released. */
export const INITIAL_SCHEMA = `
-- X forbids coordinated accounts: one database serves one account.
CREATE TABLE account (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT
) STRICT;
CREATE TABLE account_handles (handle TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  digest TEXT NOT NULL,
  format TEXT NOT NULL,
  name TEXT NOT NULL,
  generated_at INTEGER,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  rows INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  PRIMARY KEY (digest, format)
) STRICT, WITHOUT ROWID;

-- The key is the id as a 64-bit integer, so that the order of keys is the order of time, whatever the order of imports:
-- a search for the newest posts need not sort. It does not fit a JavaScript number: programs read and bind \`id\`.
CREATE TABLE posts (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL GENERATED ALWAYS AS (CAST(key AS TEXT)) VIRTUAL,
  at INTEGER,
  precision TEXT NOT NULL CHECK (precision IN ('ms', 'second', 'minute', 'day')),
  time_rank INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('original', 'thread', 'reply', 'repost')),
  quote INTEGER NOT NULL CHECK (quote IN (0, 1)),
  language TEXT NOT NULL,
  media INTEGER NOT NULL,
  first_version INTEGER NOT NULL,
  facts_rank INTEGER NOT NULL,
  text TEXT NOT NULL,
  text_rank INTEGER NOT NULL,
  links_hash INTEGER NOT NULL,
  links_rank INTEGER NOT NULL,
  -- What follows is computed from the observations and from the other versions of an edited post.
  superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
  seen_at INTEGER NOT NULL DEFAULT 0,
  likes INTEGER, reposts INTEGER, replies INTEGER, quotes INTEGER, bookmarks INTEGER, impressions INTEGER,
  engagements INTEGER, link_clicks INTEGER, profile_clicks INTEGER, detail_expands INTEGER, follows INTEGER
) STRICT;
CREATE INDEX posts_edited ON posts (first_version) WHERE first_version <> 0;

-- Counters as sources told them, never overwritten. certainty, what is known of the instant: 2 exact, 1 the end of its day,
-- 0 a lower bound, -1 nothing (instant 0).
CREATE TABLE observations (
  post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
  instant INTEGER NOT NULL,
  certainty INTEGER NOT NULL CHECK (certainty BETWEEN -1 AND 2),
  source TEXT NOT NULL,
  fingerprint INTEGER NOT NULL,
  likes INTEGER, reposts INTEGER, replies INTEGER, quotes INTEGER, bookmarks INTEGER, impressions INTEGER,
  engagements INTEGER, link_clicks INTEGER, profile_clicks INTEGER, detail_expands INTEGER, follows INTEGER,
  more TEXT,
  PRIMARY KEY (post, instant, certainty, source, fingerprint)
) STRICT, WITHOUT ROWID;

-- Posts that X said are gone.
CREATE TABLE absences (
  post INTEGER NOT NULL,
  instant INTEGER NOT NULL,
  PRIMARY KEY (post, instant)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  key INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  posts INTEGER NOT NULL DEFAULT 0,
  first_at INTEGER,
  last_at INTEGER,
  likes INTEGER, reposts INTEGER, replies INTEGER, impressions INTEGER, link_clicks INTEGER
) STRICT;
CREATE INDEX links_by_posts ON links (posts DESC, identity);
CREATE INDEX links_by_last ON links (last_at DESC, identity);

-- grade, how the link is known: 3 its target was told, 2 its short form was told elsewhere, 1 another post has the same text, 0 not.
CREATE TABLE post_links (
  post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  short TEXT,
  target TEXT,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 3),
  link INTEGER REFERENCES links (key),
  PRIMARY KEY (post, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_links_by_link ON post_links (link, post) WHERE link IS NOT NULL;
CREATE INDEX post_links_weak ON post_links (post, position) WHERE grade < 3;

CREATE TABLE contacts (
  key INTEGER PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE,
  mentions INTEGER NOT NULL DEFAULT 0,
  replies INTEGER NOT NULL DEFAULT 0,
  reposts INTEGER NOT NULL DEFAULT 0,
  first_at INTEGER,
  last_at INTEGER
) STRICT;
CREATE TABLE post_contacts (
  post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
  contact INTEGER NOT NULL REFERENCES contacts (key),
  how TEXT NOT NULL CHECK (how IN ('mention', 'reply', 'repost')),
  PRIMARY KEY (post, contact, how)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_contacts_by_contact ON post_contacts (contact, post);

CREATE TABLE keywords (
  term TEXT NOT NULL,
  language TEXT NOT NULL,
  source TEXT NOT NULL,
  measure TEXT NOT NULL,
  told_at INTEGER NOT NULL,
  figure REAL NOT NULL,
  PRIMARY KEY (term, language, source, measure, told_at)
) STRICT, WITHOUT ROWID;

-- Kept by the merge, in the order of keys: triggers on posts would double the time of an import.
CREATE VIRTUAL TABLE posts_text USING fts5 (
  text, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE posts_terms USING fts5vocab (posts_text, row);
INSERT INTO posts_text (posts_text, rank) VALUES ('hashsize', 16777216);
`;

/** The second version: people who do not want to be mentioned or contacted, with when they were noted (ms UTC). */
export const OPT_OUTS = `
CREATE TABLE contact_opt_outs (
  handle TEXT PRIMARY KEY,
  noted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** The fourth version: texts of scripts without blanks, emoji and tags stand in the index so that they are found. */
export const SEARCH_OF_SCRIPTS = `
INSERT INTO posts_text (posts_text) VALUES ('delete-all');
INSERT INTO posts_text (rowid, text) SELECT key, searchable(text) FROM posts ORDER BY key;
`;

/** The fifth version: what web statistics count, and from it the visits of each link. Times are ms UTC. */
export const VISITS = `
-- scope: all visits of the page in that time, or a part of them. link is '' where only the campaign is known.
CREATE TABLE visits (
  link TEXT NOT NULL,
  campaign TEXT NOT NULL,
  content TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('all', 'part')),
  start INTEGER NOT NULL,
  span INTEGER NOT NULL,
  day TEXT NOT NULL,
  tool TEXT NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (link, tool, day, start, span, scope, campaign, content)
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_tag ON visits (campaign, content) WHERE campaign <> '' OR content <> '';
CREATE TABLE link_visits (link TEXT PRIMARY KEY, visits INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** The sixth version: people who are to be forgotten keep their opt-out alone. */
export const FORGOTTEN = `
ALTER TABLE contact_opt_outs ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1));
`;

/**
 * The tenth version: who agreed to be given posts, who was asked or given one and what came of it, what was pinned, and the
 * steps that only a person can take. Handles in lower case, instants in ms UTC, `agreed` and days as `YYYY-MM-DD`.
 */
export const OUTREACH = `
CREATE TABLE ambassadors (
  handle TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  agreed TEXT NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- tag: what tells the link of a kit's post apart in web statistics, '' without. The last columns are the post made from it.
CREATE TABLE outreach (
  handle TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('ask', 'kit')),
  at INTEGER NOT NULL,
  link TEXT NOT NULL,
  text TEXT NOT NULL,
  tag TEXT NOT NULL,
  moment INTEGER,
  post_id TEXT,
  posted_at INTEGER CHECK ((posted_at IS NULL) = (post_id IS NULL)),
  likes INTEGER,
  reposts INTEGER,
  PRIMARY KEY (handle, what, at, link)
) STRICT, WITHOUT ROWID;
CREATE INDEX outreach_by_link ON outreach (link, at);

CREATE TABLE pins (
  post_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  link TEXT NOT NULL,
  until INTEGER,
  ended_at INTEGER,
  PRIMARY KEY (since, post_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('kit', 'ask', 'pin', 'unpin')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'reminded', 'done', 'cancelled')),
  link TEXT NOT NULL,
  draft TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  until INTEGER,
  zone TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_steps_open ON person_steps (due_at) WHERE state IN ('planned', 'reminded');
`;
