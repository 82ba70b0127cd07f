// The queue's rules and reports: a file of its own beside the program, loaded when a queue is asked for.
export { budgetAt, dayOf, monthOf } from '../queue/budget.js';
export { nextSlot } from '../queue/missed.js';
export { budgetDocument } from '../report/budget-document.js';
export { icsCalendar } from '../report/ics.js';
export { clockChange } from '../report/plan-document.js';
export { QUEUE_ANSWERS } from '../report/queue-answers.js';
export { queueDocument, queueItemDocument, queueLogDocument } from '../report/queue-document.js';
export { reasonText } from '../report/queue-words.js';
export { budgetReport } from '../report/terminal/budget.js';
export { queueItemReport, queueLogReport } from '../report/terminal/queue-item.js';
export { queueReport, slotText } from '../report/terminal/queue.js';
export { intentLink, postIdOf } from '../x/intent.js';
export { createClocks } from './queue/clock.js';
export { slotOf } from './queue/when.js';
