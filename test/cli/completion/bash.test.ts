import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCRIPTS, SHELLS } from '#cli/completion/scripts.js';
import { item, onQueue } from '../queue-fixture.js';
import { runInProcess } from '../run.js';

const HOSTILE = ['a $(touch pwned).md', 'b`touch pwned`.md', 'c;touch pwned;.md', "d'e.md", 'new\nline.md'];
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-completion-'));
  for (const name of [...HOSTILE, 'plain.md', 'photo.jpg']) writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'drafts'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(resolve('bin/tweetspan.js'), join(folder, 'bin/tweetspan'));
  mkdirSync(join(folder, '.config/tweetspan'), { recursive: true });
  writeFileSync(join(folder, '.config/tweetspan/tweetspan.config.yaml'), 'profiles: { work: {}, club: {} }\n');
  await onQueue(join(folder, 'queue.db'), (store) => store.add([item('2026-03-04T18:00')], Date.UTC(2026, 2, 1)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the program answers for words of which the last one is begun. */
async function answer(...words: readonly string[]): Promise<readonly string[]> {
  const argv = ['completion', 'bash', '--complete', '--', ...words];
  const { stdout, stderr, exitCode } = await runInProcess({ argv, cwd: folder, env: { HOME: folder } });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout.trimEnd().split('\n');
}

describe('completion offers', () => {
  it.each([
    [['li'], ['words', 'lint', 'links']],
    [
      ['queue', 'sh'],
      ['words', 'show\tshow everything about an item'],
    ],
    [
      ['lint', '--format', 'sa'],
      ['words', 'sarif'],
    ],
    [
      ['lint', '--format', '=', 'sa'],
      ['words', 'sarif'],
    ],
    [
      ['lint', '--format=sa'],
      ['words', '--format=sarif'],
    ],
    [
      ['lint', '--profile', ''],
      ['words', 'work', 'club'],
    ],
    [
      ['hours', '--zone', 'Europe/Par'],
      ['words', 'Europe/Paris'],
    ],
    [
      ['completion', 'z'],
      ['words', 'zsh'],
    ],
    [
      ['lint', 'dra'],
      ['files', 'drafts/'],
    ],
    [['lint', '--', '--fo'], ['files']],
    [['nothing', ''], ['words']],
  ])('for %j: %j', async (words, found) => {
    expect(await answer(...words)).toEqual(found);
  });

  it('options with what they do', async () => {
    expect(await answer('lint', '--min-s')).toEqual(['words', expect.stringMatching(/^--min-score\t/)]);
  });

  it('items of the queue that the line names', async () => {
    expect(await answer('queue', 'show', '--db', 'queue.db', '')).toEqual([
      'words',
      expect.stringMatching(/^1\tUn guide/),
    ]);
    expect(await answer('queue', 'show', '--db', 'none.db', '')).toEqual(['words']);
  });

  it('drafts alone, and none with a line end in its name', async () => {
    const [, ...files] = await answer('lint', '');
    expect(files).toEqual([...HOSTILE.slice(0, 4), 'bin/', 'drafts/', 'plain.md'].sort());
  });

  it.each(['$(touch pwned)', '`touch pwned`', '"$(touch pwned)', "'a", '~/dra', '$HOME/'])(
    'nothing for %j, which the shell itself completes',
    async (word) => {
      expect(await answer('lint', word)).toEqual(['files']);
    },
  );
});

describe('the scripts', () => {
  it.each(SHELLS)('that of %s evaluates nothing', (shell) => {
    const code = SCRIPTS[shell].replace(/^#.*$/gm, '');
    expect(code).not.toMatch(/\beval\b(?!_)|Invoke-Expression|\biex\b|compgen -W/);
  });

  it('that of bash leaves every word and every name as it is', () => {
    const script = `
      source <(tweetspan completion bash)
      for word in '' a 'b' '$(touch pwned)' '\`touch pwned\`'; do
        COMP_WORDS=(tweetspan lint '$(touch pwned)' "$word"); COMP_CWORD=3
        _tweetspan 2> /dev/null
        printf '%s\\n' "\${COMPREPLY[@]}"
      done
    `;
    const { stdout, status } = spawnSync('bash', ['--noprofile', '--norc', '-c', script], {
      cwd: folder,
      env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder },
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    for (const name of HOSTILE.slice(0, 4)) expect(stdout.split('\n')).toContain(name);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it.each([
    ['bash', ['-n']],
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ] as const)('that of %s is one, where the shell is installed', (shell, flags) => {
    if (spawnSync(shell, ['--version']).status !== 0) return;
    const { status, stderr } = spawnSync(shell, [...flags], { input: SCRIPTS[shell], encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
