import type { Database } from 'better-sqlite3';
import type { QueueHistory } from '../queue/ports.js';
export function createQueueHistory(_database: Database): QueueHistory {
  return {
    textsFor: () => [],
    lastPostAt: () => undefined,
    optedOut: () => [],
    knows: () => false,
    addPosted: () => undefined,
  };
}
