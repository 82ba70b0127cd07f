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
    'the text for @example_a has 315 characters, link included; the limit is 280',
  ]);
});

it('a repost has the length that the account may post', () => {
  const text = 'Two years ago I joined a team that waited twenty minutes for each build. '.repeat(4).trim();
  const source = `---\ncampaign: { variants: [${JSON.stringify(text)}] }\n---\nHow we halved our build time https://example.org/build`;
  expect(lintMessages('repeats', source)).toEqual(['post 2 has 315 characters; the limit is 280']);
  expect(lintMessages('repeats', source, {}, 25_000)).toEqual([]);
});

it('a clash over the pin names the last day, not the one after it', () => {
  const source = '---\ncampaign: { pin: true }\n---\nHow we halved our build time https://example.org/build';
  const otherPins = [
    { campaign: 'Survey', from: Date.UTC(2026, 3, 1), until: Date.UTC(2026, 4, 1) },
    { campaign: 'Manifesto', from: Date.UTC(2025, 0, 1), until: Infinity },
  ];
  expect(lintMessages('pin', source, { otherPins })).toEqual([
    '“Survey” also plans to be pinned from Apr 1, 2026 to Apr 30, 2026; only one post can be pinned',
    '“Manifesto” also plans to be pinned from Jan 1, 2025 to …; only one post can be pinned',
  ]);
});

it.each([
  [5_242_881, '5.1'],
  [5_300_000, '5.1'],
  [12_582_912, '12'],
])('an image of %i bytes has %s MB in the message', (bytes, size) => {
  const source =
    '---\nmedia: [{ file: chart.png, alt: "Build time by week" }]\n---\nOur builds https://example.org/build';
  const media = [{ state: 'known', type: 'png', bytes, width: 1600, height: 900 }] as const;
  expect(lintMessages('image', source, { media })).toEqual([`chart.png is ${size} MB; X accepts 5 MB for this type`]);
});

it('reposts that are too close never seem to keep the distance that is needed', () => {
  const source =
    '---\ncampaign: { gap: 1435m, reposts: 2, variants: ["Caching was not the answer", "Measure first"] }\n---\nHow we halved our build time https://example.org/build';
  expect(lintMessages('repeats', source)).toEqual(['reposts are 23 h apart; leave at least 24 h']);
});
