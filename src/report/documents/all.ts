// Every JSON document with the name of its schema: what `npm run generate` writes to schemas/.
import type { GenericSchema } from 'valibot';
import { budgetSchema, loginSchema, logoutSchema, whoamiSchema } from './account-schema.js';
import { doctorSchema } from './doctor.js';
import {
  keywordsCountSchema,
  postSchema,
  recordSchema,
  repostSchema,
  runSchema,
  syncSchema,
} from './posting-schema.js';
import { queueChangeSchema, queueItemSchema, queueLogSchema, queuePauseSchema, queueSchema } from './queue-schema.js';
import { auditSchema } from './audit.js';
import { decaySchema } from './decay.js';
import { hoursSchema } from './hours.js';
import { planSchema } from './plan.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  audit: auditSchema,
  budget: budgetSchema,
  decay: decaySchema,
  doctor: doctorSchema,
  hours: hoursSchema,
  'keywords-count': keywordsCountSchema,
  login: loginSchema,
  logout: logoutSchema,
  plan: planSchema,
  post: postSchema,
  'queue-change': queueChangeSchema,
  'queue-item': queueItemSchema,
  'queue-log': queueLogSchema,
  'queue-pause': queuePauseSchema,
  queue: queueSchema,
  record: recordSchema,
  repost: repostSchema,
  run: runSchema,
  sync: syncSchema,
  whoami: whoamiSchema,
};
