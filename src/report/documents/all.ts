// Every JSON document with the name of its schema: what `npm run generate` writes to schemas/.
import type { GenericSchema } from 'valibot';
import { doctorSchema } from './doctor.js';
import { lintSchema, rewriteSchema, rulesSchema, variantsSchema } from './draft-schemas.js';
import {
  contactsSchema,
  importSchema,
  keywordsCountSchema,
  keywordsImportSchema,
  keywordsSchema,
  linksSchema,
  postsSchema,
} from './history-schemas.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  import: importSchema,
  links: linksSchema,
  posts: postsSchema,
  contacts: contactsSchema,
  keywords: keywordsSchema,
  'keywords-import': keywordsImportSchema,
  'keywords-count': keywordsCountSchema,
  doctor: doctorSchema,
  lint: lintSchema,
  rewrite: rewriteSchema,
  rules: rulesSchema,
  variants: variantsSchema,
};
