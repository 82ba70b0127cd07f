// The database behind the history: a file of its own beside the program, loaded when there is one to open.
export { ownPostOf } from '../history/own-post.js';
export { backUp } from '../store/backup.js';
export { asStoreError } from '../store/errors.js';
export { contentsFault, probeEngine, versionIn } from '../store/health.js';
export { createHistoryWriter } from '../store/history.js';
export { takeDaemonLock } from '../store/daemon-lock.js';
export { PRESENT_VERSION } from '../store/migrations.js';
export { openDatabase } from '../store/open.js';
export { createQueueHistory } from '../store/queue-history.js';
export { createSpendingReader } from '../store/queue-spendings.js';
export { createQueueStore } from '../store/queue.js';
export { createContactWriter, createHistoryReader, createKeywordWriter } from '../store/reader.js';
export { createTimingReader } from '../store/timing.js';
