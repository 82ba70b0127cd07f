import { describe, expect, it } from 'vitest';
import { displayWidth } from '#report/terminal/width.js';
import { runInProcess } from './run.js';

describe('a word that is the name of no command', () => {
  it.each([
    ['score draft.md', 'lint'],
    ['lnit draft.md', 'lint'],
    ['plan draft.md', 'schedule'],
    ['best-hours', 'hours'],
    ['remove 3', 'queue cancel'],
    ['draft.md', 'lint draft.md'],
    ['version', '--version'],
    ['-v', '--version'],
    ['queue rm 3', 'cancel'],
    ['queue add draft.md', 'tweetspan schedule'],
  ])('%s: did you mean %s?', async (line, meant) => {
    const { exitCode, stderr } = await runInProcess({ argv: line.split(' ') });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(`(did you mean ${meant}?)`) });
  });

  it.each([
    ['noter', 'lint'],
    ['planifier', 'schedule'],
    ['aide', '--help'],
  ])('%s, in French: vouliez-vous dire %s ?', async (word, meant) => {
    const { stderr } = await runInProcess({ argv: [word], env: { LC_ALL: 'fr_FR.UTF-8' } });
    expect(stderr).toContain(`vouliez-vous dire ${meant}`);
  });

  it('is offered only what there is', async () => {
    const offered = new Map<string, string>();
    for (const words of ['score', 'improve', 'edit', 'plan', 'ideas', 'ls', 'rm', 'tweet', 'load', 'times', 'stats']) {
      const { stderr } = await runInProcess({ argv: [words] });
      offered.set(words, /did you mean ([\w -]+)\?/.exec(stderr)?.[1] ?? 'nothing');
    }
    for (const [word, command] of offered) {
      const { exitCode } = await runInProcess({ argv: [...command.split(' '), '--help'] });
      expect({ word, command, exitCode }).toEqual({ word, command, exitCode: 0 });
    }
  });

  it('is no command where it is the text of a post, which is to be piped in', async () => {
    const text = 'How the library cut its heating bill https://example.org/heating';
    for (const argv of [[text], ['lint', text], ['rewrite', text]]) {
      const { exitCode, stderr } = await runInProcess({ argv });
      expect({ argv, exitCode, stderr }).toEqual({
        argv,
        exitCode: 2,
        stderr: expect.stringContaining('| tweetspan lint -'),
      });
    }
  });
});

describe('the name of the program alone', () => {
  it.each(['en', 'fr'])('says on one small screen how to begin: %s', async (locale) => {
    const { exitCode, stdout, stderr } = await runInProcess({ argv: [], env: { LC_ALL: locale } });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    const lines = stderr.split('\n');
    expect(lines.length).toBeLessThan(20);
    for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    expect(stderr).toContain('tweetspan init');
    expect(stderr).toContain('--help');
  });
});

it('a choice that is left out is named with the choices', async () => {
  const { stderr } = await runInProcess({ argv: ['completion'] });
  expect(stderr).toContain('missing argument <shell>; use one of bash, zsh, fish, powershell');
});
