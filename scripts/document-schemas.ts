// Every JSON document with the name of its schema: what `npm run generate` writes to schemas/.
import type { GenericSchema } from 'valibot';
import { decaySchema } from '#report/documents/decay.js';
import { doctorSchema } from '#report/documents/doctor.js';
import { experimentSchema } from '#report/documents/experiment.js';
import { initSchema } from '#report/documents/init.js';
import { lintSchema, rewriteSchema, variantsSchema } from '#report/documents/draft-schemas.js';
import { rulesSchema } from '#report/documents/rules-schema.js';
import {
  contactsSchema,
  importSchema,
  keywordsImportSchema,
  keywordsSchema,
  linksSchema,
  postsSchema,
} from '#report/documents/history-schemas.js';
import { auditSchema, hoursSchema } from '#report/documents/hours.js';
import { askSchema, kitRecordSchema, kitSchema, pinSchema, queueStepSchema } from '#report/documents/outreach.js';
import { newSchema } from '#report/documents/new.js';
import { pageSchema } from '#report/documents/page.js';
import { planSchema, plansSchema } from '#report/documents/plan.js';
import { reportSchema } from '#report/documents/report.js';
import { suggestSchema } from '#report/documents/suggest.js';
import { queueCopySchema } from '#report/documents/queue-copy-schema.js';
import {
  queueChangeSchema,
  queueImportSchema,
  queueItemSchema,
  queueLogSchema,
  queuePauseSchema,
  queueSchema,
  reminderSchema,
  stepReminderSchema,
} from '#report/documents/queue-schema.js';
import {
  budgetSchema,
  keywordsCountSchema,
  loginSchema,
  logoutSchema,
  postSchema,
  recordSchema,
  repostSchema,
  runSchema,
  syncSchema,
  whoamiSchema,
} from '#report/documents/x-schemas.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  ask: askSchema,
  audit: auditSchema,
  budget: budgetSchema,
  contacts: contactsSchema,
  decay: decaySchema,
  doctor: doctorSchema,
  experiment: experimentSchema,
  hours: hoursSchema,
  import: importSchema,
  init: initSchema,
  kit: kitSchema,
  'kit-record': kitRecordSchema,
  keywords: keywordsSchema,
  'keywords-count': keywordsCountSchema,
  'keywords-import': keywordsImportSchema,
  links: linksSchema,
  lint: lintSchema,
  login: loginSchema,
  logout: logoutSchema,
  page: pageSchema,
  pin: pinSchema,
  new: newSchema,
  plan: planSchema,
  plans: plansSchema,
  post: postSchema,
  posts: postsSchema,
  queue: queueSchema,
  'queue-change': queueChangeSchema,
  'queue-copy': queueCopySchema,
  'queue-import': queueImportSchema,
  'queue-item': queueItemSchema,
  'queue-log': queueLogSchema,
  'queue-pause': queuePauseSchema,
  'queue-step': queueStepSchema,
  'step-reminder': stepReminderSchema,
  record: recordSchema,
  reminder: reminderSchema,
  report: reportSchema,
  repost: repostSchema,
  rewrite: rewriteSchema,
  rules: rulesSchema,
  run: runSchema,
  suggest: suggestSchema,
  sync: syncSchema,
  variants: variantsSchema,
  whoami: whoamiSchema,
};
