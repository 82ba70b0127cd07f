import { expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { lint } from '#lint/engine.js';
import type { Facts } from '#lint/facts.js';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { NOW } from './table.js';

const lintMessages = (rule: string, source: string, facts: Facts = {}, limit?: number): string[] => {
  const { draft } = readDraft(source, parseFrontMatter);
  const config = limit === undefined ? {} : { limit };
  const { findings } = lint(draft, { rules, lexicons, facts: { now: NOW, ...facts }, config });
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
};

it('an ambassador has 280 characters, whatever the account itself may post', () => {
  const text = 'Two years ago I joined a team that waited twenty minutes for each build. '.repeat(4).trim();
  const source = `---\ncampaign: { ambassadors: [{ handle: "@example_a", text: ${JSON.stringify(text)} }] }\n---\nHow we halved our build time https://example.org/build`;
  expect(lintMessages('ambassadors', source, {}, 25_000)).toEqual([
    'the text of @example_a has 315 of 280 characters, link included',
  ]);
});

it('a repost has the length that the account may post', () => {
  const text = 'Two years ago I joined a team that waited twenty minutes for each build. '.repeat(4).trim();
  const source = `---\ncampaign: { variants: [${JSON.stringify(text)}] }\n---\nHow we halved our build time https://example.org/build`;
  expect(lintMessages('repeats', source)).toEqual(['#2 (variant 1) has 315 of 280 characters']);
  expect(lintMessages('repeats', source, {}, 25_000)).toEqual([]);
});

it('a clash over the pin names the last day, not the one after it', () => {
  const source = '---\ncampaign: { pin: true }\n---\nHow we halved our build time https://example.org/build';
  const otherPins = [
    { campaign: 'Survey', from: Date.UTC(2026, 3, 1), until: Date.UTC(2026, 4, 1) },
    { campaign: 'Manifesto', from: Date.UTC(2025, 0, 1), until: Infinity },
  ];
  expect(lintMessages('pin', source, { otherPins })).toEqual([
    '“Survey” wants the pin from 2026-04-01 to 2026-04-30 as well; one post can be pinned',
    '“Manifesto” wants the pin from 2025-01-01 to … as well; one post can be pinned',
  ]);
});

it.each([
  [5_000_001, '5.1'],
  [5_100_000, '5.1'],
  [12_000_000, '12'],
])('a picture of %i bytes is said to have %s MB', (bytes, size) => {
  const source =
    '---\nmedia: [{ file: chart.png, alt: "Build time by week" }]\n---\nOur builds https://example.org/build';
  const media = [{ state: 'known', type: 'png', bytes, width: 1600, height: 900 }] as const;
  expect(lintMessages('image', source, { media })).toEqual([`chart.png has ${size} MB; X takes 5 MB of this type`]);
});

it('reposts that are too close never seem to keep the distance that is asked for', () => {
  const source =
    '---\ncampaign: { gap: 1435m, reposts: 2, variants: ["Caching was not the answer", "Measure first"] }\n---\nHow we halved our build time https://example.org/build';
  expect(lintMessages('repeats', source)).toEqual([
    'reposts 23 h apart; leave 24 h, so that the one before has had its time',
  ]);
});
