import { bulkSentences } from '#locale/bulk.js';
import { asJson } from '#report/documents/json.js';
import type { QueueImportDocument } from '#report/documents/queue-schema.js';
import { reasonRecord } from '#report/documents/queue.js';
import type { Registration } from '../command.js';
import { newCommand, withDataOptions } from '../options/common.js';
import { withQueue } from '../queue/open.js';
import { EXIT } from '../user-error.js';

/** `queue import`: the whole queue of another database, which is paused here until a person resumes it. */
export const registerQueueImport: Registration = (queue, { shell, locale, finish }) => {
  const { copy: sentences } = bulkSentences(locale);
  const command = newCommand(queue, 'import', sentences.import).argument('<file>', sentences.file);
  withDataOptions(command, locale).action(async (file, flags) => {
    const { importQueue, readCopyFile } = await import('../queue/copy.js');
    // Before a database is made for it.
    const read = await readCopyFile(shell, file);
    await withQueue(shell, flags, 'make', async ({ opened, store }) => {
      const counts = await importQueue(shell, opened, read);
      const pause = await store.pause();
      const document: QueueImportDocument = {
        schema: 'tweetspan/queue-import@1',
        ...counts,
        renumbered: counts.renumbered.map(([from, to]) => ({ from, to })),
        media: read.media.length,
        stopped:
          pause === undefined
            ? null
            : {
                ...reasonRecord(pause),
                since: new Date(pause.since).toISOString(),
                until: pause.until === undefined ? null : new Date(pause.until).toISOString(),
              },
      };
      const isNew = counts.added + counts.updated + counts.steps > 0;
      const lines = [
        isNew ? sentences.imported(counts) : sentences.nothingNew(counts.known),
        ...(counts.renumbered.length > 0 ? [sentences.renumbered(counts.renumbered)] : []),
        ...(isNew ? [read.copy.isHandedOver ? sentences.thenResume : sentences.thenAdopt] : []),
      ];
      const shown = flags.quiet === true ? lines.slice(0, 1) : lines;
      await shell.writeAll([flags.format === 'json' ? asJson(document) : `${shown.join('\n')}\n`]);
    });
    finish(EXIT.done);
  });
};
