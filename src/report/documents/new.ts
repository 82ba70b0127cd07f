import * as v from 'valibot';
import { defineDocument } from './define.js';
import { wholeNumber } from './values.js';

const draft = v.strictObject({
  file: v.pipe(v.string(), v.description('The draft that was written.')),
  link: v.pipe(v.nullable(v.string()), v.description('The page that it leads to; null where the page does not say.')),
  title: v.nullable(v.string()),
  robots: v.pipe(v.array(v.string()), v.description('What the page forbids robots.')),
});

const failed = v.strictObject({
  link: v.string(),
  code: v.pipe(v.string(), v.description('Why its page was not read.')),
});

/** `tweetspan/new@1`: the drafts that were written from a page or a feed. */
export const newSchema = defineDocument('new', {
  drafts: v.array(draft),
  known: v.pipe(wholeNumber, v.description('Entries of the feed for which a draft was written before.')),
  failed: v.pipe(v.array(failed), v.description('Entries without a draft: they are tried again next time.')),
});

/** The document by its schema. */
export type NewDocument = v.InferOutput<typeof newSchema>;
