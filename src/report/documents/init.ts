import * as v from 'valibot';
import { defineDocument } from './define.js';

const file = v.strictObject({ file: v.string(), state: v.picklist(['written', 'kept']) });

/** `init`: the files that were written, and those that were there and were kept. */
export const initSchema = defineDocument('init', { files: v.array(file) });

/** The document of `init`. */
export const initDocument = (files: readonly v.InferOutput<typeof file>[]): v.InferOutput<typeof initSchema> => ({
  schema: 'tweetspan/init@1',
  files: [...files],
});
