import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInProcess } from './run.js';

const FOLDER = 'fixtures/drafts';
/** Least and highest text score of the drafts that say so in their names. */
const BANDS: Readonly<Record<string, readonly [number, number]>> = {
  good: [85, 100],
  middling: [35, 80],
  bad: [0, 54],
};
/** Drafts do not age as files: what is good today is good in years. */
const YEARS = [2026, 2029, 2040];

const samples = readdirSync(FOLDER).flatMap((file) => {
  const [, language, quality] = /^(en|fr)-\w+-(good|middling|bad)\.(?:md|txt)$/.exec(file) ?? [];
  return language !== undefined && quality !== undefined ? [{ file, language, quality }] : [];
});

describe('the sample drafts', () => {
  it('are ten in each language', () => {
    expect(samples.filter(({ language }) => language === 'fr')).toHaveLength(10);
    expect(samples.filter(({ language }) => language === 'en')).toHaveLength(10);
  });

  it.each(samples)('$file scores as its name says, whatever the year', async ({ file, quality }) => {
    const [least, most] = BANDS[quality] ?? [NaN, NaN];
    for (const year of YEARS) {
      const argv = ['lint', `${FOLDER}/${file}`, '--format', 'json'];
      const { stdout } = await runInProcess({ argv, now: Date.UTC(year, 5, 15) });
      const { drafts } = JSON.parse(stdout) as { drafts: readonly { textScore: number }[] };
      expect(drafts[0]?.textScore).toBeGreaterThanOrEqual(least);
      expect(drafts[0]?.textScore).toBeLessThanOrEqual(most);
    }
  });
});
