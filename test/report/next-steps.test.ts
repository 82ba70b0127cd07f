import { expect, it } from 'vitest';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { lint } from '#lint/engine.js';
import { locate } from '#lint/locate.js';
import { nextSteps } from '#report/terminal/draft.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { languageByModel } from '#tweet/language-model.js';
import { readJudgedDrafts } from '../judged-drafts.js';

const NOW = Date.UTC(2026, 2, 2, 12);
const judge = (source: string) => {
  const file = readDraft(source, parseFrontMatter);
  return locate(
    'draft.md',
    file,
    lint(file.draft, { rules, lexicons, languageModel: languageByModel, facts: { now: NOW } }),
  );
};

/** More of a sentence, by language. */
const MORE: Readonly<Record<string, string>> = {
  en: ' with the opening hours and the prices of every village ',
  fr: ' avec les horaires et les prix de chaque village ',
};

/** What somebody does who follows a step: by words that only its message has. */
const FOLLOWED: readonly (readonly [step: RegExp, follow: (text: string, lang: string) => string])[] = [
  [/hashtags; use 2|1 hashtag; use 2/, (text) => `${text} #Marlow #Ashby`],
  [/no one is mentioned/, (text) => `${text} cc @example_friend`],
  [/no link: posts worth/, (text) => `${text} https://example.org/page`],
  [/no image; add one/, (text) => `---\nmedia: [{ file: a.png, alt: "A bridge at dawn" }]\n---\n${text}`],
  [/give a reason to click/, (text, lang) => text.replace(/(?=https?:|$)/, MORE[lang] ?? '')],
  [/a question mark/, (text) => text.replaceAll('?', ' ')],
  [/parentheses/, (text) => text.replaceAll(/[()]/g, ' ')],
  [/plan what comes after the post/, (text) => `---\ncampaign: { reposts: 2 }\n---\n${text}`],
];

it('nothing that is advised next lowers the score of those who follow it', () => {
  let followed = 0;
  for (const { id, lang, text, expected } of readJudgedDrafts()) {
    if (text.startsWith('---') || expected.some(({ kind }) => kind === 'nonsense')) continue;
    const before = judge(text);
    for (const step of nextSteps(before, 'en')) {
      const follow = FOLLOWED.find(([message]) => message.test(step))?.[1];
      if (follow === undefined) continue;
      followed += 1;
      const after = judge(follow(text, lang)).report;
      expect(after.textScore ?? 0, `${id}: ${step}`).toBeGreaterThanOrEqual(before.report.textScore ?? 0);
      expect(after.score ?? 0, `${id}: ${step}`).toBeGreaterThanOrEqual(before.report.score ?? 0);
    }
  }
  expect(followed).toBeGreaterThanOrEqual(500);
});

it('what costs nothing is not advised: length over 140, an invitation that is missing', () => {
  for (const { text } of readJudgedDrafts()) {
    if (text.startsWith('---')) continue;
    expect(nextSteps(judge(text), 'en').join(' ')).not.toMatch(/aim for 140|nothing invites|ask a question/);
  }
});

it('a campaign with reposts is advised what it lacks, by its keys', () => {
  const steps = nextSteps(judge(`---\ncampaign: { reposts: 2, pin: true }\n---\n${readJudgedDrafts()[0]?.text}`), 'en');
  expect(steps.at(-1)).toMatch(/^up to \+\d+\.\d points: add what the campaign still lacks: ambassadors, ask$/);
});
