import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { isTrackingParameter } from '#tweet/tracking-parameters.js';

interface Rule {
  readonly name: string;
  readonly rules?: readonly string[];
}
// It has no declarations of its own.
const rules = createRequire(import.meta.url)('tidy-url/data/rules.js') as readonly Rule[];
const names = rules.find(({ name }) => name === 'Global')?.rules ?? [];

it('the list of the package is there', () => {
  expect(names.length).toBeGreaterThan(90);
});

it('every parameter that tidy-url drops on any site is tracking here, too', () => {
  expect(names.filter((name) => !isTrackingParameter(name))).toEqual([]);
});

it.each(['ref', 'source', 'via', 'id', 's', 't', 'p', 'q', 'page', 'v', 'tag', 'lang'])(
  'the parameter %s may mean something',
  (name) => {
    expect(isTrackingParameter(name)).toBe(false);
  },
);
