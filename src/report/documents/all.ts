// Every JSON document with the name of its schema: what `npm run generate` writes to schemas/.
import type { GenericSchema } from 'valibot';
import { budgetSchema, loginSchema, logoutSchema, whoamiSchema } from './account-schema.js';
import { auditSchema } from './audit.js';
import { decaySchema } from './decay.js';
import { doctorSchema } from './doctor.js';
import { lintSchema, rewriteSchema, rulesSchema, variantsSchema } from './draft-schemas.js';
import {
  contactsSchema,
  importSchema,
  keywordsImportSchema,
  keywordsSchema,
  linksSchema,
  postsSchema,
} from './history-schemas.js';
import { hoursSchema } from './hours.js';
import { planSchema } from './plan.js';
import {
  keywordsCountSchema,
  postSchema,
  recordSchema,
  repostSchema,
  runSchema,
  syncSchema,
} from './posting-schema.js';
import { queueChangeSchema, queueItemSchema, queueLogSchema, queuePauseSchema, queueSchema } from './queue-schema.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  audit: auditSchema,
  budget: budgetSchema,
  contacts: contactsSchema,
  decay: decaySchema,
  doctor: doctorSchema,
  hours: hoursSchema,
  import: importSchema,
  keywords: keywordsSchema,
  'keywords-count': keywordsCountSchema,
  'keywords-import': keywordsImportSchema,
  links: linksSchema,
  lint: lintSchema,
  login: loginSchema,
  logout: logoutSchema,
  plan: planSchema,
  post: postSchema,
  posts: postsSchema,
  queue: queueSchema,
  'queue-change': queueChangeSchema,
  'queue-item': queueItemSchema,
  'queue-log': queueLogSchema,
  'queue-pause': queuePauseSchema,
  record: recordSchema,
  repost: repostSchema,
  rewrite: rewriteSchema,
  rules: rulesSchema,
  run: runSchema,
  sync: syncSchema,
  variants: variantsSchema,
  whoami: whoamiSchema,
};
