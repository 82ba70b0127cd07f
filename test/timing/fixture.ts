import { readFileSync } from 'node:fs';

/** A table of `fixtures/timing`, as it stands on the disk. */
export const readFixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/timing/${name}.json`, import.meta.url), 'utf8')) as T;
