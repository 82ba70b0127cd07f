// The queue's rules and reports: a file of its own beside the program, loaded when a queue is asked for.
export { budgetAt } from '../queue/budget.js';
export { nextSlot } from '../queue/missed.js';
export { SENDING_DEFAULTS } from '../queue/send.js';
export { clockChange } from '../report/plan-document.js';
export { QUEUE_ANSWERS } from '../report/queue-answers.js';
export { queueDocument, queueItemDocument, queueLogDocument } from '../report/queue-document.js';
export { reasonText } from '../report/queue-words.js';
export { queueItemReport, queueLogReport } from '../report/terminal/queue-item.js';
export { queueReport, slotText } from '../report/terminal/queue.js';
export { intentLink } from '../x/intent.js';
export { createClocks } from './queue/clock.js';
export { slotOf } from './queue/when.js';
