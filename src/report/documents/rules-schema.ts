// The schema of the document on rules. Types are inferred from it; at run time only `npm run generate` needs it.
import * as v from 'valibot';
import { defineDocument } from './define.js';
import { described, grade, score, severity, termPoints } from './draft-schemas.js';

const lever = v.picklist(['relevance', 'search', 'amplification']);
const example = { draft: described(v.string(), 'The source of a draft file.') };
const texts = v.record(v.string(), v.string());

/** `tweetspan/rules@1`: the one document that is a catalog of texts, in the language of the run. */
export const rulesSchema = /* @__PURE__ */ defineDocument('rules', {
  rules: described(
    v.array(
      v.strictObject({
        id: v.string(),
        number: v.pipe(v.number(), v.integer(), v.minValue(1)),
        title: v.string(),
        summary: v.string(),
        lever,
        weight: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
        evidence: v.strictObject({
          grade,
          source: v.string(),
          measured: described(
            v.array(v.string()),
            'What was measured, with intervals, accounts, posts and their limits; nulls included. One sentence each.',
          ),
        }),
        options: described(
          v.record(
            v.string(),
            v.union([
              v.strictObject({
                type: v.picklist(['integer', 'number']),
                default: v.number(),
                minimum: v.number(),
                maximum: v.number(),
                description: v.string(),
              }),
              v.strictObject({ type: v.literal('boolean'), default: v.boolean(), description: v.string() }),
            ]),
          ),
          'By name, each as a fragment of JSON Schema.',
        ),
        messages: described(
          v.record(
            v.string(),
            v.strictObject({
              severity,
              penalty: v.optional(described(termPoints, 'Points that each such finding takes.')),
              cap: v.optional(described(score, 'The highest text score that it leaves.')),
              countsFor: v.optional(described(v.string(), 'The rule that loses the points instead.')),
              text: v.string(),
            }),
          ),
          'By id; {slots} are filled with the data of the finding.',
        ),
        fixes: described(
          v.record(
            v.string(),
            v.strictObject({ safe: v.boolean(), harmless: v.optional(v.boolean()), text: v.string() }),
          ),
          'By id.',
        ),
        reasons: described(texts, 'Why the rule may not judge, by id.'),
        examples: v.strictObject({
          good: v.array(v.strictObject(example)),
          bad: v.array(v.strictObject({ ...example, finding: described(v.string(), 'The message that it causes.') })),
        }),
      }),
    ),
    'In their order.',
  ),
});
