// Every JSON document with the name of its schema: what `npm run generate` writes to schemas/.
import type { GenericSchema } from 'valibot';
import { doctorSchema } from './doctor.js';
import { lintSchema, rewriteSchema, rulesSchema, variantsSchema } from './draft-schemas.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  doctor: doctorSchema,
  lint: lintSchema,
  rewrite: rewriteSchema,
  rules: rulesSchema,
  variants: variantsSchema,
};
