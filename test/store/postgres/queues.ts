// Queues on a server of the test, whose clock is what the test says.
import type { Client } from 'pg';
import type { QueueStore } from '#queue/ports.js';
import { parseServerAddress } from '#store/postgres/address.js';
import { createServerConnection, type ServerConnection } from '#store/postgres/connection.js';
import { createServerStore } from '#store/postgres/store.js';
import type { OpenStore } from '../../queue/contract/setup.js';
import { startServer, type TestServer } from './server.js';

/** Nobody in particular: what several share names the person, the contract does not. */
const NOBODY = { person: '', host: '' };

/** The server's clock as a test sets it: an instant that stands still, or ms that it is ahead. */
export const SETTABLE_CLOCK = `
CREATE TABLE IF NOT EXISTS tweetspan.test_clock (at bigint, ahead bigint NOT NULL DEFAULT 0);
DELETE FROM tweetspan.test_clock;
INSERT INTO tweetspan.test_clock DEFAULT VALUES;
CREATE OR REPLACE FUNCTION tweetspan.now_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $f$
  SELECT coalesce(at, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + ahead) FROM tweetspan.test_clock $f$;
GRANT SELECT ON tweetspan.test_clock TO PUBLIC;`;

export async function connect(address: string): Promise<Client> {
  const { Client: Connection } = (await import('pg')).default;
  const client = new Connection({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The instant that a call of a store is about. */
function instantOf(values: readonly unknown[], name: string): number | undefined {
  for (const value of values) {
    const event = typeof value === 'object' && value !== null && 'event' in value ? value.event : value;
    if (typeof event === 'object' && event !== null && 'at' in event && typeof event.at === 'number') return event.at;
  }
  const place = { add: 1, due: 0, unchecked: 0, remindedFor: 1, expire: 0, heartbeat: 1, workers: 0, prune: 1 }[name];
  const value = place === undefined ? undefined : values[place];
  return typeof value === 'number' ? value : undefined;
}

/** A store whose server has, at each call, the time that the call is made at. */
function atInstants(store: QueueStore, clock: Client): QueueStore {
  const calls = Object.entries(store).map(([name, call]) => [
    name,
    async (...values: never[]) => {
      const at = instantOf(values, name);
      if (at !== undefined) await clock.query('UPDATE tweetspan.test_clock SET at = $1', [at]);
      return (call as (...values: never[]) => unknown)(...values);
    },
  ]);
  return Object.fromEntries(calls) as QueueStore;
}

let opened: Promise<Shared> | undefined;

interface Shared {
  readonly server: TestServer;
  readonly clock: Client;
  readonly connections: readonly [ServerConnection, ServerConnection];
}

const open = (address: string): ServerConnection =>
  createServerConnection(parseServerAddress(address, 'postgres'), { now: Date.now, migrates: true });

async function openShared(): Promise<Shared> {
  // Nobody cuts the power here: what the kernel has, it keeps.
  const server = await startServer({ settings: ['fsync=off'] });
  const address = server.address('postgres');
  const connections = [open(address), open(address)] as const;
  await connections[0].aheadBy();
  const clock = await connect(address);
  await clock.query(SETTABLE_CLOCK);
  return { server, clock, connections };
}

/** Tables with rows of a queue, those that name others first. */
const TABLES = [
  'queue_attempts',
  'queue_events',
  'queue_items',
  'queue_spendings',
  'queue_paid_reads',
  'queue_watched',
  'queue_pause',
  'queue_workers',
  'queue_lead',
  'queue_facts',
  'person_steps',
  'post_links',
  'posts',
  'opt_outs',
  'outreach',
  'media',
  'account',
];
/** Takes all out of a queue. To delete is faster here than to truncate. */
export const EMPTY_QUEUE = `
${TABLES.map((table) => `DELETE FROM tweetspan.${table};`).join('\n')}
UPDATE tweetspan.queue_numbers SET last = 0;
UPDATE tweetspan.queue_caps SET day = 1000, month = 10000;`;
const EMPTY = `${EMPTY_QUEUE}
UPDATE tweetspan.test_clock SET at = NULL, ahead = 0;`;

/** A queue on a server, with two connections as two machines have them. One server serves all tests of a file. */
export async function openOnServer(): Promise<OpenStore> {
  opened ??= openShared();
  const { clock, connections } = await opened;
  await clock.query(EMPTY);
  const [store, other] = connections.map((connection) => atInstants(createServerStore(connection, NOBODY), clock));
  if (store === undefined || other === undefined) throw new Error('two connections make two stores');
  return { store, other, close: () => undefined };
}

/** Stops the server that `openOnServer` started, if it did. */
export async function closeServer(): Promise<void> {
  if (opened === undefined) return;
  const { server, clock, connections } = await opened;
  opened = undefined;
  for (const connection of connections) await connection.close();
  await clock.end();
  await server.remove();
}
