// Text that was not saved when the program had to end, kept beside its draft.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Longer than any draft that is read, bytes: a file of that name may be anything. */
const MAX_CHARACTERS = 256 * 1024;

/** Where unsaved text of a draft is kept: beside it, or in `spare` where its folder cannot be written. */
const placesFor = (path: string, spare: string): readonly string[] => [
  `${path}.unsaved`,
  join(spare, `${basename(path)}.unsaved`),
];

/**
 * Keeps unsaved text, at once: a process that is being ended has no later. Whole or not at all, for its user alone.
 * @returns the file; throws where there is no place for it.
 */
export function keepUnsaved(path: string, spare: string, text: string): string {
  const [beside = path, away = path] = placesFor(path, spare);
  try {
    return put(beside, text);
  } catch {
    mkdirSync(dirname(away), { recursive: true });
    return put(away, text);
  }
}

function put(file: string, text: string): string {
  const whole = `${file}.tmp`;
  writeFileSync(whole, text, { mode: 0o600 });
  renameSync(whole, file);
  return file;
}

/** The unsaved text of a draft that was kept; undefined where there is none, or none that can be read. */
export function findUnsaved(path: string, spare: string): string | undefined {
  for (const file of placesFor(path, spare)) {
    if (!existsSync(file)) continue;
    try {
      const text = readFileSync(file, 'utf8');
      if (text.length <= MAX_CHARACTERS) return text;
    } catch {
      // Not ours to read: as if it were not there.
    }
  }
  return undefined;
}

/** Takes away what was kept, once it is saved or no longer wanted. */
export function dropUnsaved(path: string, spare: string): void {
  for (const file of placesFor(path, spare)) {
    try {
      rmSync(file, { force: true });
    } catch {
      // A folder that cannot be written holds nothing of ours.
    }
  }
}
