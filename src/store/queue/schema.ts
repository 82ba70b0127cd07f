/** The third version: the queue. Text of a migration is never changed once it was released. */
export const QUEUE_SCHEMA = `
-- Numbers are never given twice: logs and people name items by them.
CREATE TABLE queue_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN
    ('planned', 'claimed', 'sending', 'reminded', 'posted', 'refused', 'unknown', 'missed', 'cancelled')),
  mode TEXT NOT NULL CHECK (mode IN ('api', 'remind')),
  link TEXT NOT NULL,
  text TEXT NOT NULL,
  media TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  wish TEXT NOT NULL,
  zone TEXT NOT NULL,
  missed TEXT NOT NULL CHECK (missed IN ('skip', 'next-slot', 'within')),
  missed_within INTEGER CHECK ((missed_within IS NOT NULL) = (missed = 'within')),
  gap INTEGER NOT NULL,
  until INTEGER,
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  price INTEGER NOT NULL,
  draft TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  not_before INTEGER,
  effective_at INTEGER NOT NULL GENERATED ALWAYS AS (max(due_at, coalesce(not_before, due_at))) VIRTUAL,
  claim_owner TEXT CHECK ((claim_owner IS NULL) = (claim_token IS NULL)),
  claim_token TEXT CHECK ((claim_token IS NOT NULL) = (state IN ('claimed', 'sending'))),
  claim_until INTEGER CHECK ((claim_until IS NULL) = (claim_token IS NULL)),
  reason TEXT,
  post_id TEXT UNIQUE CHECK (post_id IS NOT NULL OR state <> 'posted'),
  posted_at INTEGER CHECK ((posted_at IS NOT NULL) = (state = 'posted')),
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0,
  checks INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX queue_items_slot ON queue_items (link, due_at)
  WHERE state NOT IN ('refused', 'missed', 'cancelled');
CREATE INDEX queue_items_link ON queue_items (link, due_at);
CREATE INDEX queue_items_state ON queue_items (state, due_at);
-- One for each question of a tick: it reads what is due, however many items there are.
CREATE INDEX queue_items_due ON queue_items (effective_at) WHERE state = 'planned' AND review = 0;
CREATE INDEX queue_items_leased ON queue_items (claim_until) WHERE state IN ('claimed', 'sending');
CREATE INDEX queue_items_unchecked ON queue_items (not_before) WHERE state = 'unknown';
CREATE INDEX queue_items_reminded ON queue_items (changed_at) WHERE state = 'reminded';
CREATE INDEX queue_items_unsettled ON queue_items (posted_at) WHERE state = 'posted' AND settled = 0;

-- Written before anything is sent. number counts the attempts of an item from 1: only the last one may end it.
CREATE TABLE queue_attempts (
  id TEXT PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES queue_items (id),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  price INTEGER NOT NULL,
  outcome TEXT,
  ended_at INTEGER,
  UNIQUE (item, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  item INTEGER REFERENCES queue_items (id),
  reason TEXT,
  data TEXT
) STRICT;
CREATE INDEX queue_events_item ON queue_events (item, id) WHERE item IS NOT NULL;
CREATE INDEX queue_events_at ON queue_events (at);

-- A cost with an attempt is reserved before it is known whether X takes it.
CREATE TABLE queue_spendings (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  amount INTEGER NOT NULL,
  item INTEGER REFERENCES queue_items (id),
  attempt TEXT REFERENCES queue_attempts (id)
) STRICT;
CREATE INDEX queue_spendings_at ON queue_spendings (at, amount);
CREATE INDEX queue_spendings_attempt ON queue_spendings (attempt) WHERE attempt IS NOT NULL;

-- Thousandths of a US dollar: $1 a day, $10 a month, until the user says otherwise.
CREATE TABLE queue_caps (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  day INTEGER NOT NULL,
  month INTEGER NOT NULL
) STRICT;
INSERT INTO queue_caps VALUES (1, 1000, 10000);

CREATE TABLE queue_paid_reads (
  day INTEGER NOT NULL,
  post_id TEXT NOT NULL,
  PRIMARY KEY (day, post_id)
) STRICT, WITHOUT ROWID;

-- A post whose readings have ended has no step: it is kept, so that it does not begin anew.
CREATE TABLE queue_watched (
  post_id TEXT PRIMARY KEY,
  posted_at INTEGER NOT NULL,
  step INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_watched_open ON queue_watched (posted_at) WHERE step IS NOT NULL;

CREATE TABLE queue_pause (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

CREATE TABLE queue_workers (
  owner TEXT PRIMARY KEY,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  version TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  beat_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/**
 * The eighth version: each row names the account that it is of, by X's id; empty while nobody has signed in. Workers and
 * facts are of the file. One item of an account at a time is claimed or being sent: an index guarantees it.
 */
export const QUEUE_ACCOUNTS = `
ALTER TABLE queue_items ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_attempts ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_events ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_spendings ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_caps ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_paid_reads ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_watched ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_pause ADD COLUMN account TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX queue_items_at_work ON queue_items (account) WHERE state IN ('claimed', 'sending');

-- Rows of before the first sign-in get the account with it. A file serves one, whose id never changes.
CREATE TRIGGER queue_account_known AFTER INSERT ON account WHEN new.id IS NOT NULL BEGIN
  INSERT INTO queue_accounts VALUES (new.id);
END;
CREATE TRIGGER queue_account_learned AFTER UPDATE OF id ON account WHEN old.id IS NULL AND new.id IS NOT NULL BEGIN
  INSERT INTO queue_accounts VALUES (new.id);
END;
CREATE VIEW queue_accounts AS SELECT id FROM account;
CREATE TRIGGER queue_account_noted INSTEAD OF INSERT ON queue_accounts BEGIN
  UPDATE queue_items SET account = new.id WHERE account = '';
  UPDATE queue_attempts SET account = new.id WHERE account = '';
  UPDATE queue_events SET account = new.id WHERE account = '';
  UPDATE queue_spendings SET account = new.id WHERE account = '';
  UPDATE queue_caps SET account = new.id WHERE account = '';
  UPDATE queue_paid_reads SET account = new.id WHERE account = '';
  UPDATE queue_watched SET account = new.id WHERE account = '';
  UPDATE queue_pause SET account = new.id WHERE account = '';
END;
INSERT INTO queue_accounts SELECT id FROM account WHERE id IS NOT NULL;
`;

/**
 * The ninth version: what was drawn for an item of an experiment. `experiment_seed` and `experiment_metric` name the
 * experiment, `experiment_pair` is the link in it, from 0; ages in ms, instants in ms UTC. All are NULL for other items.
 */
export const QUEUE_EXPERIMENTS = `
ALTER TABLE queue_items ADD COLUMN experiment_seed INTEGER;
ALTER TABLE queue_items ADD COLUMN experiment_metric TEXT CHECK ((experiment_metric IS NULL) = (experiment_seed IS NULL));
ALTER TABLE queue_items ADD COLUMN experiment_pair INTEGER CHECK ((experiment_pair IS NULL) = (experiment_seed IS NULL));
ALTER TABLE queue_items ADD COLUMN experiment_block INTEGER CHECK ((experiment_block IS NULL) = (experiment_seed IS NULL));
ALTER TABLE queue_items ADD COLUMN experiment_best_first INTEGER CHECK (
  (experiment_best_first IS NULL) = (experiment_seed IS NULL) AND experiment_best_first IN (0, 1));
ALTER TABLE queue_items ADD COLUMN experiment_arm TEXT CHECK (
  (experiment_arm IS NULL) = (experiment_seed IS NULL) AND experiment_arm IN ('best', 'usual'));
ALTER TABLE queue_items ADD COLUMN experiment_arm_probability REAL CHECK (
  (experiment_arm_probability IS NULL) = (experiment_seed IS NULL) AND experiment_arm_probability BETWEEN 0 AND 1);
ALTER TABLE queue_items ADD COLUMN experiment_slot_probability REAL CHECK (
  (experiment_slot_probability IS NULL) = (experiment_seed IS NULL) AND experiment_slot_probability BETWEEN 0 AND 1);
ALTER TABLE queue_items ADD COLUMN experiment_drawn_at INTEGER CHECK (
  (experiment_drawn_at IS NULL) = (experiment_seed IS NULL));
ALTER TABLE queue_items ADD COLUMN experiment_counted_at INTEGER CHECK (
  (experiment_counted_at IS NULL) = (experiment_seed IS NULL));
CREATE UNIQUE INDEX queue_items_experiment ON queue_items
  (experiment_seed, experiment_metric, experiment_pair, experiment_arm) WHERE experiment_seed IS NOT NULL;
`;

/**
 * The eleventh version: the name of an item in every database that it is brought to, and who did what where several shared
 * the queue before it came to this file; empty where nobody said.
 */
export const QUEUE_KEYS = `
ALTER TABLE queue_items ADD COLUMN key TEXT;
UPDATE queue_items SET key = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX queue_items_key ON queue_items (key);
ALTER TABLE queue_items ADD COLUMN planned_by TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_items ADD COLUMN planned_on TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_events ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_events ADD COLUMN host TEXT NOT NULL DEFAULT '';
ALTER TABLE person_steps ADD COLUMN planned_by TEXT NOT NULL DEFAULT '';
ALTER TABLE person_steps ADD COLUMN planned_on TEXT NOT NULL DEFAULT '';
`;
