import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess, runProcess, type Outcome } from './run.js';

const GOOD = 'Comment choisir son logement à Lyon ? 5 points https://example.org/guide #Lyon #logement\n';
let folder = '';

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const config = (name: string, content: string): void => {
  mkdirSync(join(folder, name));
  put(`${name}/tweetspan.config.json`, content);
  put(`${name}/draft.md`, GOOD);
};

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tweetspan-bad-input-')), 'drafts');
  mkdirSync(folder);
  put('../above.csv', 'handle\n@example\n');
  put('good.md', GOOD);
  mkdirSync(join(folder, 'folder.md'));
  put('binary.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  put('large.md', 'été. '.repeat(60_000));
  put('latin1.md', new Uint8Array([0xe9, 0x74, 0xe9, 0x20, 0x61]));
  put('long.md', 'été. '.repeat(2_000));
  put('empty.md', '');
  put('blank.md', ' \n\n');
  put('yaml.md', '---\nlink: [unclosed\n---\nText');
  put('unclosed.md', '---\nlink: https://example.org\nText');
  put('unknown-key.md', '---\nlink: https://example.org\nkeyword: [a]\n---\nText');
  put('two-faults.md', '---\nlang: french\ncampaign: { repost: 2 }\n---\nText');
  put('directive.md', `<!-- tweetspan-disable hashtag -->\n${GOOD}`);
  put('ambassadors.md', '---\ncampaign: { ambassadors: none.csv }\n---\nText https://example.org');
  put('bad-list.md', '---\ncampaign: { ambassadors: bad.csv }\n---\nText https://example.org');
  put('bad.csv', 'handle,text\nnot a handle,Text\n');
  put('elsewhere.md', '---\ncampaign: { ambassadors: /etc/passwd }\n---\nText https://example.org');
  put('above.md', '---\ncampaign: { ambassadors: ../above.csv }\n---\nText https://example.org');
  put('device.md', '---\ncampaign: { ambassadors: zero.csv }\n---\nText https://example.org');
  symlinkSync('/dev/zero', join(folder, 'zero.csv'));
  put('pipe-list.md', '---\ncampaign: { ambassadors: pipe.csv }\n---\nText https://example.org');
  spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
  put('key.md', '---\n"k\\n::error::x\\e[31m": 1\n---\nText https://example.org');
  put('utf16.md', Buffer.from(`\ufeff${GOOD}`, 'utf16le'));
  mkdirSync(join(folder, 'linked'));
  mkdirSync(join(folder, 'piped'));
  put('linked/draft.md', GOOD);
  symlinkSync('/etc/passwd', join(folder, 'linked', 'tweetspan.config.yaml'));
  put('piped/draft.md', GOOD);
  spawnSync('mkfifo', [join(folder, 'piped', 'tweetspan.config.json')]);
  put('closed.md', GOOD);
  chmodSync(join(folder, 'closed.md'), 0o000);
  config('unknown-rule', '{ "rules": { "hastags": "off" } }');
  config('unknown-option', '{ "rules": { "hashtags": { "maximum": 3 } } }');
  config('bad-value', '{ "limit": "long", "minScore": 200 }');
  config('no-json', '{ "limit": 280, }');
});

afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

/** A misuse is answered by one line on standard error, without a stack trace, and exit code 2. */
function expectOneLine({ stderr, exitCode }: Outcome, parts: readonly string[], lines = 1): void {
  expect(exitCode).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(lines);
  expect(stderr).not.toMatch(/^\s+at /m);
  for (const part of parts) expect(stderr).toContain(part);
}

const FILES: readonly [file: string, parts: string[], lines?: number][] = [
  ['missing.md', ['missing.md: no such file', 'check the name']],
  ['folder.md', ['folder.md: this is a folder', 'name the files in it']],
  ['binary.md', ['binary file', 'text file in UTF-8']],
  ['large.md', ['the file has 411 KiB', '256 KiB at most']],
  ['latin1.md', ['not valid UTF-8', 'save the draft as UTF-8']],
  ['long.md', ['the text has 9,999 characters; the maximum is 5,000']],
  ['empty.md', ['the draft is empty', 'write the text']],
  ['blank.md', ['the draft is empty']],
  ['yaml.md', ['line', 'front matter: not valid YAML']],
  ['unclosed.md', ['line 1', 'never closed', 'add a line "---"']],
  ['unknown-key.md', ['line 3: unknown key "keyword"; did you mean keywords?']],
  [
    'two-faults.md',
    ['line 2: "lang" must be a two-letter code', 'line 3: unknown key "campaign.repost"; did you mean reposts?'],
    2,
  ],
  ['directive.md', ['line 1: unknown rule "hashtag"; did you mean hashtags?']],
  ['ambassadors.md', ['campaign.ambassadors: none.csv: no such file']],
  ['bad-list.md', ['bad.csv, row 2: not a handle; write @name']],
  ['elsewhere.md', ['campaign.ambassadors: /etc/passwd is outside the folder of the draft']],
  ['above.md', ['campaign.ambassadors: ../above.csv is outside the folder of the draft']],
  ['device.md', ['campaign.ambassadors: zero.csv is outside the folder of the draft']],
  ['pipe-list.md', ['campaign.ambassadors: pipe.csv is not a regular file']],
  ['key.md', ['unknown key "k ∶:error::x␛[31m"']],
];

describe('a file that is no draft', () => {
  it.each(FILES)('%s is refused in one line, and the good file of the call is judged', async (file, parts, lines) => {
    const outcome = await runInProcess({ argv: ['lint', file, 'good.md', '--format', 'json'], cwd: folder });
    expectOneLine(outcome, parts, lines);
    const { drafts, failures, summary } = JSON.parse(outcome.stdout) as {
      drafts: { file: string; score: number }[];
      failures: { file: string; code: string }[];
      summary: { drafts: number; failures: number };
    };
    expect(drafts.map((draft) => draft.file)).toEqual(['good.md']);
    expect(failures.map((failure) => failure.file)).toEqual(Array.from({ length: lines ?? 1 }, () => file));
    expect(summary).toMatchObject({ drafts: 1, failures: lines ?? 1 });
  });

  it.runIf(process.getuid?.() !== 0)('a file without permission is refused', async () => {
    const outcome = await runInProcess({ argv: ['lint', 'closed.md'], cwd: folder });
    expectOneLine(outcome, ['no permission to read it']);
  });

  it('50 MB are refused without being read', () => {
    put('huge.md', new Uint8Array(50 * 1024 * 1024).fill(0x61));
    const outcome = runProcess({ argv: ['lint', 'huge.md'], cwd: folder });
    expectOneLine(outcome, ['huge.md: the file has 50.0 MiB', '256 KiB at most']);
  });
});

it('a draft in UTF-16 is read as one', async () => {
  const { stdout } = await runInProcess({ argv: ['lint', 'utf16.md', '--format', 'json'], cwd: folder });
  const { drafts } = JSON.parse(stdout) as { drafts: { text: string }[] };
  expect(drafts[0]?.text).toBe(GOOD.trim());
});

it.runIf(existsSync('/dev/full'))('a full disk behind standard output ends in one line and a later try', () => {
  const script = `"$NODE" bin/tweetspan.js lint "$FILE" > /dev/full`;
  const { stderr, status } = spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE: process.execPath, FILE: join(folder, 'good.md'), HOME: '/nonexistent' },
  });
  expect(status).toBe(75);
  expect(stderr).toBe('tweetspan: standard output cannot be written (ENOSPC); free some space and run it again\n');
});

describe('a configuration that cannot be followed', () => {
  it.each([
    ['linked', ['a symbolic link to a file outside its folder is not read'], 1],
    ['piped', ['tweetspan.config.json: not a regular file'], 1],
    ['unknown-rule', ['unknown rule "rules.hastags"; did you mean hashtags?'], 1],
    ['unknown-option', ['unknown key "rules.hashtags.maximum"'], 1],
    ['bad-value', ['"limit" must be a whole number from 1 to 25000, received "long"', '"minScore" must be'], 2],
    ['no-json', ['tweetspan.config.json: not valid JSON'], 1],
  ] as const)('%s: every fault in a line of its own', async (name, parts, lines) => {
    const outcome = await runInProcess({ argv: ['lint', `${name}/draft.md`], cwd: folder });
    expectOneLine(outcome, parts, lines);
  });

  it('a missing file named on the command line', async () => {
    const outcome = await runInProcess({ argv: ['lint', 'good.md', '--config', 'none.json'], cwd: folder });
    expectOneLine(outcome, ['none.json: the configuration cannot be read']);
  });
});

describe('standard input', () => {
  it('a terminal with no file named is explained, not waited for', async () => {
    expectOneLine(await runInProcess({ argv: ['lint'], cwd: folder }), ['no draft: name a file', 'pipe one in']);
  });

  it('an empty one is refused', async () => {
    expectOneLine(await runInProcess({ argv: ['lint', '-'], cwd: folder, stdin: '' }), ['<stdin>: the draft is empty']);
  });

  it('an endless one is refused', async () => {
    const outcome = await runInProcess({ argv: ['lint'], cwd: folder, stdin: 'a'.repeat(300_000) });
    expectOneLine(outcome, ['more than 256 KiB on standard input']);
  });

  it('is read when no file is named', async () => {
    const { stdout, exitCode } = await runInProcess({ argv: ['lint'], cwd: folder, stdin: GOOD });
    expect(stdout).toContain('<stdin>');
    expect(exitCode).toBe(0);
  });
});

describe('an image that is a text file', () => {
  it('is a finding of severity error, not a failure', async () => {
    put('photo.jpg', 'not a photo');
    put('image.md', `---\nmedia: [{ file: photo.jpg, alt: "Une photo" }]\n---\n${GOOD}`);
    const { stdout, stderr, exitCode } = await runInProcess({ argv: ['lint', 'image.md'], cwd: folder });
    expect(stdout).toContain('photo.jpg contains text/plain');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
  });
});

describe('--fix', () => {
  it('writes the file back with its line ends, its front matter and its mode', async () => {
    const before =
      '\uFEFF---\r\nlang: fr # ours\r\n---\r\nNos conseils afin de choisir un logement !!! https://example.org/a\r\n';
    put('fix.md', before);
    chmodSync(join(folder, 'fix.md'), 0o640);
    const { exitCode } = await runInProcess({ argv: ['lint', '--fix', 'fix.md'], cwd: folder });
    const after = readFileSync(join(folder, 'fix.md'), 'utf8');
    expect(after).toBe(before.replace('afin de', 'pour').replace(' !!!', '\u00a0!'));
    expect(exitCode).toBe(0);
  });

  it('says how many fixes it applied, and shows a blank that may not break', async () => {
    put('one.md', 'Pourquoi choisir un logement clair ? https://example.org/a\n');
    const first = await runInProcess({ argv: ['lint', '--fix', 'one.md', '--locale', 'fr'], cwd: folder });
    expect(first.stderr).toContain('one.md: 1 correction faite');
    expect(first.stdout).toContain('clair\u2423?');
    const second = await runInProcess({ argv: ['lint', '--fix', 'one.md', '--locale', 'fr'], cwd: folder });
    expect(second.stderr).toContain('one.md: aucune correction n’est sûre sans vous');
    const quiet = await runInProcess({ argv: ['lint', '--fix', '--quiet', 'one.md'], cwd: folder });
    expect(quiet.stderr).toBe('');
  });

  it('changes nothing in a dry run', async () => {
    const before = 'Nos conseils afin de choisir un logement https://example.org/a\n';
    put('dry.md', before);
    const { stdout } = await runInProcess({ argv: ['lint', '--fix-dry-run', 'dry.md'], cwd: folder });
    expect(stdout).toContain('-Nos conseils afin de choisir');
    expect(stdout).toContain('+Nos conseils pour choisir');
    expect(readFileSync(join(folder, 'dry.md'), 'utf8')).toBe(before);
  });
});
