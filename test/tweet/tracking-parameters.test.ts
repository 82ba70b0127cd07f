import rules from 'tidy-url/data/rules.js';
import { expect, it } from 'vitest';
import { isTrackingParameter } from '#tweet/tracking-parameters.js';

interface Rule {
  readonly name: string;
  readonly rules?: readonly string[];
}
const names = (rules as readonly Rule[]).find(({ name }) => name === 'Global')?.rules ?? [];

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
