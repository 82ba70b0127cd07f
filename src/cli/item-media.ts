import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Media } from '#draft/draft.js';
import type { ItemMedia } from '#queue/item.js';

/** The SHA-256 of a file's bytes, in hexadecimal digits; undefined when it cannot be read, which is reported elsewhere. */
function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}

/** Media with absolute paths, as the queue is worked on from anywhere, and with what tells their files from others. */
export const itemMedia = (media: readonly Media[], folder: string): readonly ItemMedia[] =>
  media.map((one) => {
    const file = resolve(folder, one.file);
    const sha256 = hashOf(file);
    return { ...one, file, ...(sha256 !== undefined && { sha256 }) };
  });
