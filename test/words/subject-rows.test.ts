import { describe, expect, it } from 'vitest';
import { toSubjectRows } from '#words/subject-rows.js';

describe('subjects by the word that they open with', () => {
  it('keep the order of the data, and have each field as a subject', () => {
    expect(toSubjectRows({ housing: 'roof|Roof garden=garden', garden: 'hedge' })).toBe(
      '|garden<garden>garden|hedge<hedge>garden|housing<housing>housing|roof<roof>housing<Roof garden=garden>housing|',
    );
  });

  it('leave out what opens with no whole word', () => {
    expect(toSubjectRows({ code: 'C++|.net' })).toBe('|code<code>code|');
  });
});
