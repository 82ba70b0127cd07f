import { Option } from 'commander';
import { withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import { readItem } from '../options/queue.js';
import type { RecordFlags } from '../queue/record.js';

/** `record`: a post made by hand. */
export const registerRecord: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('record'))
    .summary('tell of a post that you made by hand')
    .description('Tells the queue and the history of a post that you made by hand; its counters are read from then on.')
    .argument('<address>', 'address of the post, such as https://x.com/example/status/123')
    .addOption(
      new Option('--item <item>', 'the item that it is (default: the only one that waits for it)').argParser(readItem),
    )
    .addOption(new Option('--text <text>', 'its text, where no item has it').conflicts(['file', 'item']))
    .addOption(new Option('--file <file>', 'file with its text; - reads standard input').conflicts(['text', 'item']))
    .action(async (address: string, flags: RecordFlags) => {
      const { recordCommand } = await import('../queue/record.js');
      finish(await recordCommand(shell, address, flags));
    });
};
