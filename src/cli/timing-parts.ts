// Estimates of time and their reports: a file of its own beside the program, loaded when hours, decay, a plan or an
// audit are asked for.
export { auditDocument } from '../report/audit-document.js';
export { remarksOf } from '../report/decay-texts.js';
export { hoursDocument } from '../report/hours-document.js';
export { planCost, planItems, planNotes, planProblems } from '../report/plan-document.js';
export { auditReport } from '../report/terminal/audit.js';
export { decayReport } from '../report/terminal/decay.js';
export { hoursReport } from '../report/terminal/hours.js';
export { planReport } from '../report/terminal/plan.js';
export { auditScore } from '../timing/audit.js';
export { estimateHours, HOURS_BAR, upliftOf } from '../timing/hours.js';
export { planReposts } from '../timing/plan.js';
export { REPOST_RULES } from '../timing/repost-rules.js';
export { typicalHours } from '../timing/typical-hours.js';
export { METRICS, usablePosts } from '../timing/usable-posts.js';
export { readWindow } from '../timing/wall-window.js';
export { openZone, printWall, readWall } from '../timing/zone.js';
export { accountLife, countedPosts, LIVES_FROM, observedOf } from './timing/account.js';
export { faultsOf, judgeLink, linkDocument } from './timing/link-document.js';
