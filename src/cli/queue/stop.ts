import type { QueueEvent } from '#queue/ports.js';
import { EXIT, type ExitCode } from '../user-error.js';
import type { Shell } from '../shell.js';
import type { QueueFlags } from '../options/queue.js';
import { withQueue } from './open.js';
import { QUEUE_MESSAGES } from '#report/queue-answers.js';
import { reasonText } from '#report/queue-words.js';

/** `queue pause`: nothing is sent by the program until somebody says so. One that is stopped stays as it is. */
export const pauseQueue = (shell: Shell, flags: QueueFlags): Promise<ExitCode> =>
  withQueue(shell, flags, 'change', ({ store, locale, now }) => {
    const words = QUEUE_MESSAGES[locale];
    const known = store.pause();
    // A stop that ends by itself gives way to one that does not.
    if (known !== undefined && known.until === undefined) {
      shell.stdout.write(`${words.wasPaused(reasonText(known, locale))}\n`);
      return EXIT.done;
    }
    const message: QueueEvent = { at: now, name: 'paused', reason: { code: 'by-hand' } };
    store.setPause({ code: 'by-hand', detail: '', since: now }, message);
    shell.stdout.write(`${words.paused}\n`);
    return EXIT.done;
  });

/** `queue resume`: ends a stop, and says what it was for. */
export const resumeQueue = (shell: Shell, flags: QueueFlags): Promise<ExitCode> =>
  withQueue(shell, flags, 'change', ({ store, locale, now }) => {
    const words = QUEUE_MESSAGES[locale];
    const known = store.pause();
    if (known === undefined) {
      shell.stdout.write(`${words.wasRunning}\n`);
      return EXIT.done;
    }
    const { code, detail } = known;
    store.setPause(undefined, { at: now, name: 'resumed', reason: { code, ...(detail !== '' && { detail }) } });
    shell.stdout.write(`${words.resumed(reasonText(known, locale, true))}\n`);
    return EXIT.done;
  });
