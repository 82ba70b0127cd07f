import { afterAll, describe } from 'vitest';
import { findPostgres } from '../store/postgres/server.js';
import { closeServer, openOnServer } from '../store/postgres/queues.js';
import { storeContract } from './store-contract.js';

const postgres = findPostgres();

afterAll(closeServer);

describe.skipIf('missing' in postgres)(
  `the queue on a server${'missing' in postgres ? ` (${postgres.missing})` : ''}`,
  () => {
    storeContract(openOnServer);
  },
);
