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
import {
  queueChangeSchema,
  queueItemSchema,
  queueLogSchema,
  queuePauseSchema,
  queueSchema,
} from './queue-schema.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  budget: budgetSchema,
  doctor: doctorSchema,
  'keywords-count': keywordsCountSchema,
  login: loginSchema,
  logout: logoutSchema,
  post: postSchema,
  queue: queueSchema,
  'queue-change': queueChangeSchema,
  'queue-item': queueItemSchema,
  'queue-log': queueLogSchema,
  'queue-pause': queuePauseSchema,
  record: recordSchema,
  repost: repostSchema,
  run: runSchema,
  sync: syncSchema,
  whoami: whoamiSchema,
};
