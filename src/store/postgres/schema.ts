/**
 * The first version of a queue on a server. Columns are those of SQLite, so that rows are read alike; instants are ms UTC,
 * by the server's clock. Text of a migration is never changed once it was released.
 */
export const SERVER_SCHEMA = `
-- The clock that all machines agree on.
CREATE FUNCTION tweetspan.now_ms() RETURNS bigint LANGUAGE sql VOLATILE AS
  $f$ SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint $f$;

-- Names this server and its history: a copy that was put back, or taken over by another server, has another name. Empty
-- where the server does not tell.
CREATE FUNCTION tweetspan.server_name() RETURNS text LANGUAGE plpgsql VOLATILE AS $f$
BEGIN
  RETURN (SELECT system_identifier FROM pg_control_system()) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8);
EXCEPTION WHEN insufficient_privilege OR object_not_in_prerequisite_state THEN
  RETURN '';
END $f$;

CREATE TABLE tweetspan.queue_facts (name text PRIMARY KEY, value text NOT NULL);
INSERT INTO tweetspan.queue_facts VALUES ('identity', gen_random_uuid()::text);

-- The server that this queue was last accepted on.
CREATE TABLE tweetspan.home (one smallint PRIMARY KEY CHECK (one = 1), server text NOT NULL);
INSERT INTO tweetspan.home VALUES (1, tweetspan.server_name());
CREATE FUNCTION tweetspan.is_at_home() RETURNS boolean LANGUAGE sql VOLATILE AS $f$
  SELECT tweetspan.server_name() IN ('', server) OR server = '' FROM tweetspan.home $f$;

-- X forbids coordinated accounts: one database serves one account.
CREATE TABLE tweetspan.account (
  one smallint PRIMARY KEY CHECK (one = 1),
  id text NOT NULL,
  handle text NOT NULL
);
CREATE FUNCTION tweetspan.account_id() RETURNS text LANGUAGE sql STABLE AS
  $f$ SELECT coalesce((SELECT id FROM tweetspan.account), '') $f$;

-- Numbers are never given twice, nor left out: logs and people name items by them. Who adds holds this row until it is done.
CREATE TABLE tweetspan.queue_numbers (one smallint PRIMARY KEY CHECK (one = 1), last bigint NOT NULL);
INSERT INTO tweetspan.queue_numbers VALUES (1, 0);

CREATE TABLE tweetspan.queue_items (
  id bigint PRIMARY KEY,
  account text NOT NULL DEFAULT '',
  state text NOT NULL CHECK (state IN
    ('planned', 'claimed', 'sending', 'reminded', 'posted', 'refused', 'unknown', 'missed', 'cancelled')),
  mode text NOT NULL CHECK (mode IN ('api', 'remind')),
  link text NOT NULL,
  text text NOT NULL,
  media text NOT NULL,
  due_at bigint NOT NULL,
  wish text NOT NULL,
  zone text NOT NULL,
  missed text NOT NULL CHECK (missed IN ('skip', 'next-slot', 'within')),
  missed_within bigint CHECK ((missed_within IS NOT NULL) = (missed = 'within')),
  gap bigint NOT NULL,
  until bigint,
  review smallint NOT NULL CHECK (review IN (0, 1)),
  price integer NOT NULL,
  draft text NOT NULL,
  created_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  not_before bigint,
  effective_at bigint NOT NULL GENERATED ALWAYS AS (greatest(due_at, coalesce(not_before, due_at))) STORED,
  claim_owner text CHECK ((claim_owner IS NULL) = (claim_token IS NULL)),
  claim_token text CHECK ((claim_token IS NOT NULL) = (state IN ('claimed', 'sending'))),
  claim_until bigint CHECK ((claim_until IS NULL) = (claim_token IS NULL)),
  reason text,
  post_id text UNIQUE CHECK (post_id IS NOT NULL OR state <> 'posted'),
  posted_at bigint CHECK ((posted_at IS NOT NULL) = (state = 'posted')),
  settled smallint NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  attempts integer NOT NULL DEFAULT 0,
  checks integer NOT NULL DEFAULT 0,
  experiment_seed bigint,
  experiment_metric text CHECK ((experiment_metric IS NULL) = (experiment_seed IS NULL)),
  experiment_pair integer CHECK ((experiment_pair IS NULL) = (experiment_seed IS NULL)),
  experiment_block integer CHECK ((experiment_block IS NULL) = (experiment_seed IS NULL)),
  experiment_best_first smallint CHECK ((experiment_best_first IS NULL) = (experiment_seed IS NULL)),
  experiment_arm text CHECK ((experiment_arm IS NULL) = (experiment_seed IS NULL)),
  experiment_arm_probability float8 CHECK ((experiment_arm_probability IS NULL) = (experiment_seed IS NULL)),
  experiment_slot_probability float8 CHECK ((experiment_slot_probability IS NULL) = (experiment_seed IS NULL)),
  experiment_drawn_at bigint CHECK ((experiment_drawn_at IS NULL) = (experiment_seed IS NULL)),
  experiment_counted_at bigint CHECK ((experiment_counted_at IS NULL) = (experiment_seed IS NULL)),
  -- Who planned it, and on which machine: empty where nobody said.
  planned_by text NOT NULL DEFAULT '',
  planned_on text NOT NULL DEFAULT ''
);
-- One item of an account at a time is claimed or being sent: this index guarantees it, however many workers there are.
CREATE UNIQUE INDEX queue_items_at_work ON tweetspan.queue_items (account) WHERE state IN ('claimed', 'sending');
CREATE UNIQUE INDEX queue_items_slot ON tweetspan.queue_items (link, due_at)
  WHERE state NOT IN ('refused', 'missed', 'cancelled');
CREATE UNIQUE INDEX queue_items_experiment ON tweetspan.queue_items
  (experiment_seed, experiment_metric, experiment_pair, experiment_arm) WHERE experiment_seed IS NOT NULL;
CREATE INDEX queue_items_link ON tweetspan.queue_items (link, due_at, id);
CREATE INDEX queue_items_by_slot ON tweetspan.queue_items (due_at, id);
-- One for each question of a tick: it reads what is due, however much is kept of what is over.
CREATE INDEX queue_items_due ON tweetspan.queue_items (effective_at, id) WHERE state = 'planned' AND review = 0;
CREATE INDEX queue_items_open ON tweetspan.queue_items (state, due_at, id) WHERE state <> 'posted';
CREATE INDEX queue_items_leased ON tweetspan.queue_items (claim_until) WHERE state IN ('claimed', 'sending');
CREATE INDEX queue_items_unchecked ON tweetspan.queue_items (not_before) WHERE state = 'unknown';
CREATE INDEX queue_items_reminded ON tweetspan.queue_items (changed_at) WHERE state = 'reminded';
CREATE INDEX queue_items_unsettled ON tweetspan.queue_items (posted_at) WHERE state = 'posted' AND settled = 0;

-- Written before anything is sent. number counts the attempts of an item from 1: only the last one may end it.
CREATE TABLE tweetspan.queue_attempts (
  id text PRIMARY KEY,
  item bigint NOT NULL REFERENCES tweetspan.queue_items (id),
  number integer NOT NULL,
  text text NOT NULL,
  started_at bigint NOT NULL,
  price integer NOT NULL,
  outcome text,
  ended_at bigint,
  account text NOT NULL DEFAULT '',
  UNIQUE (item, number)
);
CREATE INDEX queue_attempts_posted ON tweetspan.queue_attempts (started_at) WHERE outcome = 'posted';

CREATE TABLE tweetspan.queue_events (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  name text NOT NULL,
  item bigint REFERENCES tweetspan.queue_items (id),
  reason text,
  data text,
  account text NOT NULL DEFAULT '',
  person text NOT NULL DEFAULT '',
  host text NOT NULL DEFAULT ''
);
CREATE INDEX queue_events_item ON tweetspan.queue_events (item, id) WHERE item IS NOT NULL;
CREATE INDEX queue_events_at ON tweetspan.queue_events (at);

-- A cost with an attempt is reserved before it is known whether X takes it.
CREATE TABLE tweetspan.queue_spendings (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  what text NOT NULL,
  amount integer NOT NULL,
  item bigint,
  attempt text,
  account text NOT NULL DEFAULT ''
);
CREATE INDEX queue_spendings_at ON tweetspan.queue_spendings (at);
CREATE INDEX queue_spendings_attempt ON tweetspan.queue_spendings (attempt) WHERE attempt IS NOT NULL;

CREATE TABLE tweetspan.queue_caps (
  one smallint PRIMARY KEY CHECK (one = 1),
  day integer NOT NULL,
  month integer NOT NULL
);
INSERT INTO tweetspan.queue_caps VALUES (1, 1000, 10000);

CREATE TABLE tweetspan.queue_paid_reads (
  day bigint NOT NULL,
  post_id text NOT NULL,
  PRIMARY KEY (day, post_id)
);

-- A post whose readings have ended has no step: it is kept, so that it does not begin anew.
CREATE TABLE tweetspan.queue_watched (
  post_id text PRIMARY KEY,
  posted_at bigint NOT NULL,
  step integer
);
CREATE INDEX queue_watched_open ON tweetspan.queue_watched (posted_at) WHERE step IS NOT NULL;

CREATE TABLE tweetspan.queue_pause (
  one smallint PRIMARY KEY CHECK (one = 1),
  code text NOT NULL,
  detail text NOT NULL,
  since bigint NOT NULL,
  until bigint
);

CREATE TABLE tweetspan.queue_workers (
  owner text PRIMARY KEY,
  pid integer NOT NULL,
  host text NOT NULL,
  version text NOT NULL,
  started_at bigint NOT NULL,
  beat_at bigint NOT NULL,
  person text NOT NULL DEFAULT ''
);

-- The worker that posts; the others stand by until its word has run out.
CREATE TABLE tweetspan.queue_lead (
  one smallint PRIMARY KEY CHECK (one = 1),
  owner text NOT NULL,
  can_post smallint NOT NULL CHECK (can_post IN (0, 1)),
  since bigint NOT NULL,
  until bigint NOT NULL
);

CREATE TABLE tweetspan.person_steps (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('kit', 'ask', 'pin', 'unpin')),
  state text NOT NULL CHECK (state IN ('planned', 'reminded', 'done', 'cancelled')),
  link text NOT NULL,
  draft text NOT NULL,
  due_at bigint NOT NULL,
  until bigint,
  zone text NOT NULL,
  created_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  planned_by text NOT NULL DEFAULT '',
  planned_on text NOT NULL DEFAULT ''
);
CREATE INDEX person_steps_open ON tweetspan.person_steps (due_at) WHERE state IN ('planned', 'reminded');

-- Own posts, as far as the guard and the distances need them. Imports and analyses stay on each person's machine.
CREATE TABLE tweetspan.posts (
  key bigint PRIMARY KEY,
  id text NOT NULL GENERATED ALWAYS AS (key::text) STORED,
  at bigint,
  has_hour smallint NOT NULL CHECK (has_hour IN (0, 1)),
  text text NOT NULL,
  is_gone smallint NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1))
);
CREATE TABLE tweetspan.post_links (
  post bigint NOT NULL REFERENCES tweetspan.posts (key) ON DELETE CASCADE,
  link text NOT NULL,
  PRIMARY KEY (link, post)
);
CREATE INDEX post_links_post ON tweetspan.post_links (post);

CREATE TABLE tweetspan.opt_outs (
  handle text PRIMARY KEY,
  noted_at bigint NOT NULL,
  forgotten smallint NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1)),
  -- When it was taken back: what another machine noted before then comes to nothing there.
  back_at bigint
);
CREATE TABLE tweetspan.outreach (
  handle text NOT NULL,
  what text NOT NULL CHECK (what IN ('ask', 'kit')),
  at bigint NOT NULL,
  link text NOT NULL,
  text text NOT NULL,
  tag text NOT NULL,
  moment bigint,
  PRIMARY KEY (handle, what, at, link)
);

-- Pictures and films by their content, so that the machine that posts has what was planned.
CREATE TABLE tweetspan.media (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea NOT NULL,
  added_at bigint NOT NULL
);
ALTER TABLE tweetspan.media ALTER COLUMN bytes SET STORAGE EXTERNAL;
`;

/** The second version: what was sent without X's word is found, however much is kept of what is over. */
export const OPEN_ATTEMPTS = `
CREATE INDEX queue_attempts_open ON tweetspan.queue_attempts (item) WHERE outcome IS NULL OR outcome = 'unknown';
`;

/** The third version: the name of an item in every database that it is brought to, and queues that were set aside. */
export const SERVER_KEYS = `
ALTER TABLE tweetspan.queue_items ADD COLUMN key text NOT NULL DEFAULT gen_random_uuid()::text;
CREATE UNIQUE INDEX queue_items_key ON tweetspan.queue_items (key);

-- Whether the queue was handed over to another place, or comes from one. In a function of its own, so that a statement that
-- waited for another transaction sees what that has done.
CREATE FUNCTION tweetspan.is_set_aside() RETURNS boolean LANGUAGE sql VOLATILE AS $f$
  SELECT EXISTS (SELECT 1 FROM tweetspan.queue_pause WHERE code IN ('handed-over', 'imported', 'copied')) $f$;
`;
