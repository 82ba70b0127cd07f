// Every JSON document with the name of its schema: what `npm run generate` writes to schemas/.
import type { GenericSchema } from 'valibot';
import { auditSchema } from './audit.js';
import { decaySchema } from './decay.js';
import { doctorSchema } from './doctor.js';
import { lintSchema, rewriteSchema, rulesSchema, variantsSchema } from './draft-schemas.js';
import { hoursSchema } from './hours.js';
import { planSchema } from './plan.js';

/** Schemas by name: `hours` is written to `schemas/hours.schema.json`. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  audit: auditSchema,
  decay: decaySchema,
  doctor: doctorSchema,
  lint: lintSchema,
  rewrite: rewriteSchema,
  rules: rulesSchema,
  variants: variantsSchema,
  hours: hoursSchema,
  plan: planSchema,
};
