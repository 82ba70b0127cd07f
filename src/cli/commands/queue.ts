import { queueSentences } from '#locale/queue.js';
import type { Registration } from '../command.js';
import { registerApprove, registerCancel } from './queue/decide.js';
import { registerList } from './queue/list.js';
import { registerMove } from './queue/move.js';
import { registerPause, registerResume } from './queue/pause.js';
import { registerRetry } from './queue/retry.js';
import { registerLog, registerShow } from './queue/show.js';

/** `queue`: what is planned, and what a person decides about it. */
export const registerQueue: Registration = (program, context) => {
  const queue = program.command('queue').describe(queueSentences(context.locale).help.queue);
  registerList(queue, context);
  registerShow(queue, context);
  registerApprove(queue, context);
  registerCancel(queue, context);
  registerMove(queue, context);
  registerRetry(queue, context);
  registerPause(queue, context);
  registerResume(queue, context);
  registerLog(queue, context);
};
