import { besideContract } from './contract/beside.js';
import { claimsContract } from './contract/claims.js';
import { itemsContract } from './contract/items.js';
import type { OpenEmpty } from './contract/setup.js';

/** All that the queue relies on, for any place that keeps it. Two handles on one queue stand for two processes. */
export function storeContract(open: OpenEmpty): void {
  itemsContract(open);
  claimsContract(open);
  besideContract(open);
}
