import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

it('the declarations serve a project that has nothing but the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-consumer-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules', 'tweetspan'), 'dir');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(folder, 'use.ts'),
      `import { lint, parseDraft, parseTweet, type LintReport } from 'tweetspan';
       const report: LintReport = lint(parseDraft('Choisir https://example.org/a'), { facts: { now: 0 } });
       export const weighted: number = parseTweet(report.text).weightedLength;
       // @ts-expect-error -- a report has no such key: where types are not found, everything is allowed.
       report.nothing;
       // @ts-expect-error -- a number is no draft.
       lint(3);`,
    );
    const options = '--strict --noEmit --module nodenext --moduleResolution nodenext --preserveSymlinks';
    const compiler = resolve('node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, ...options.split(' '), 'use.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
