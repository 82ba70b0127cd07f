import { describe } from 'vitest';
import { storeContract } from './store-contract.js';
import { openInFile, openInMaps, openInMemory } from './stores.js';

describe.each([
  ['plain maps', openInMaps],
  ['a database in memory', openInMemory],
  ['a file with two connections', openInFile],
] as const)('the queue in %s', (_, open) => {
  storeContract(open);
});
