import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Runs a script against the package as a user's program gets it: by its name, from the build. */
const run = (script: string): unknown =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));

it('the package, imported by name, gives the public API and prints nothing', () => {
  expect(
    run(`
      import * as api from 'tweetspan';
      const draft = api.parseDraft('---\\nkeywords: [logement]\\n---\\nChoisir son logement https://example.org/a');
      const report = api.lint(draft, { facts: { now: 0 } });
      console.log(JSON.stringify({
        names: Object.keys(api),
        tweet: api.parseTweet('À lire… https://example.org'),
        keywords: draft.keywords,
        rules: report.rules.map(({ id }) => id),
        score: typeof report.score,
      }));`),
  ).toEqual({
    names: expect.arrayContaining([
      'ConfigError',
      'DraftError',
      'TextTooLongError',
      'applyEdits',
      'checkConfig',
      'compatible',
      'defineRule',
      'firstIdAt',
      'idToInstant',
      'isSameLink',
      'lexicons',
      'linkIdentity',
      'lint',
      'parseDraft',
      'parseTweet',
      'rules',
    ]),
    tweet: {
      weightedLength: 32,
      valid: true,
      language: 'fr',
      parts: { text: 7, wide: 2, links: 23, emoji: 0, hashtags: 0, mentions: 0 },
      entities: [
        { type: 'link', text: 'https://example.org', value: 'https://example.org', span: { start: 8, end: 27 } },
      ],
    },
    keywords: ['logement'],
    rules: [
      'quality',
      'concision',
      'keywords',
      'hashtags',
      'mentions',
      'image',
      'repeats',
      'message',
      'pin',
      'ambassadors',
    ],
    score: 'number',
  });
});
