import * as v from 'valibot';

/**
 * The schema of a JSON document: `schema` names it and its version, the entries are its data. The type of the document is
 * inferred from it, and `schemas/<name>.schema.json` is generated from it.
 */
/* @__NO_SIDE_EFFECTS__ */
export const defineDocument = <const Name extends string, Entries extends v.ObjectEntries>(
  name: Name,
  entries: Entries,
) => v.strictObject({ schema: v.literal(`tweetspan/${name}@1`), ...entries });
