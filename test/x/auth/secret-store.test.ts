import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keys } from '#x/auth/credentials.js';
import { openKeyring, type RunTool } from '#x/auth/keyring.js';
import { bearerIn, openStore, type StoreSetting } from '#x/auth/secret-store.js';

const KEYS: Keys = {
  kind: 'oauth1',
  appKey: 'app-key-of-a-test',
  appSecret: 'app-secret-of-a-test',
  accessToken: '2244994945-token-of-a-test',
  accessSecret: 'token-secret-of-a-test',
};
const ENV = {
  TWEETSPAN_APP_KEY: KEYS.appKey,
  TWEETSPAN_APP_SECRET: KEYS.appSecret,
  TWEETSPAN_ACCESS_TOKEN: `${KEYS.accessToken}\n`,
  TWEETSPAN_ACCESS_SECRET: KEYS.accessSecret,
};
const uid = getuid?.();

let root = '';
let file = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tweetspan-secrets-'));
  file = join(root, 'tweetspan', 'credentials.json');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const noKeyring = (): never => {
  throw new Error('nobody asked for the keyring');
};
const open = (setting: Partial<StoreSetting> = {}) => openStore({ env: {}, file, uid, keyring: noKeyring, ...setting });
const readMode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the credentials file', () => {
  it('is for its owner only, and so is the folder that is made for it', async () => {
    expect(await open().read()).toBeUndefined();
    await open().write(KEYS);
    expect(await open().read()).toEqual(KEYS);
    expect(readMode(file)).toBe('600');
    expect(readMode(join(root, 'tweetspan'))).toBe('700');
    expect(readdirSync(join(root, 'tweetspan'))).toEqual(['credentials.json']);
  });

  it.each(['644', '640', '604', '660', '610'])('is refused with the mend when its mode is %s', async (mode) => {
    await open().write(KEYS);
    chmodSync(file, Number.parseInt(mode, 8));
    await expect(open().read()).rejects.toThrow(`${file} is open to other users (mode ${mode}): run chmod 600 ${file}`);
  });

  it('is refused when it is of another user', async () => {
    await open().write(KEYS);
    const stranger = (uid ?? 0) + 1;
    await expect(open({ uid: stranger }).read()).rejects.toThrow(
      `belongs to user ${uid}, and this is user ${stranger}`,
    );
  });

  it('that was open to others is closed by the next sign-in', async () => {
    await open().write(KEYS);
    chmodSync(file, 0o644);
    await open().write(KEYS);
    expect(readMode(file)).toBe('600');
  });

  it('stays what it was when it cannot be written', async () => {
    const blocked = join(root, 'a-file', 'credentials.json');
    writeFileSync(join(root, 'a-file'), '');
    await expect(open({ file: blocked }).write(KEYS)).rejects.toThrow(
      /cannot be written \((?:ENOTDIR|EEXIST)\); nothing was changed$/,
    );
  });

  it('may be a link to where its owner keeps such files, and stays one', async () => {
    const real = join(root, 'real.json');
    await open().write(KEYS);
    writeFileSync(real, readFileSync(file), { mode: 0o600 });
    rmSync(file);
    symlinkSync(real, file);
    await open().write({ ...KEYS, bearer: 'another' });
    expect(JSON.parse(readFileSync(real, 'utf8'))).toMatchObject({ bearer: 'another' });
    expect(await open().read()).toMatchObject({ bearer: 'another' });
  });

  it('is removed once, damaged or not', async () => {
    await open().write(KEYS);
    writeFileSync(file, 'nonsense');
    expect(await open().remove()).toBe(true);
    expect(await open().remove()).toBe(false);
  });
});

describe('the environment', () => {
  it('comes before the file, and cannot be written to', async () => {
    await open().write({ ...KEYS, appKey: 'that-of-the-file' });
    const store = open({ env: ENV });
    expect(await store.read()).toEqual({ ...KEYS, account: { id: '2244994945' } });
    expect(store.lock).toBeUndefined();
    await expect(store.write(KEYS)).rejects.toThrow('unset those variables first');
    await expect(store.remove()).rejects.toThrow('unset those variables first');
    expect(await open().read()).toMatchObject({ appKey: 'that-of-the-file' });
  });

  it('that gives a part of the keys only is told which are missing', () => {
    const { TWEETSPAN_APP_KEY, TWEETSPAN_ACCESS_TOKEN } = ENV;
    expect(() => open({ env: { TWEETSPAN_APP_KEY, TWEETSPAN_ACCESS_TOKEN } })).toThrow(
      'set TWEETSPAN_APP_SECRET and TWEETSPAN_ACCESS_SECRET as well',
    );
    expect(() => open({ env: { ...ENV, TWEETSPAN_APP_KEY: 'two words' } })).toThrow(/^TWEETSPAN_APP_KEY holds a space/);
  });

  it('gives the app’s own token', () => {
    expect(bearerIn({ TWEETSPAN_BEARER: ' AAAA%3D\n' })).toBe('AAAA%3D');
    expect(bearerIn({ TWEETSPAN_BEARER: '' })).toBeUndefined();
  });
});

interface Called {
  readonly command: string;
  readonly args: readonly string[];
  readonly stdin: string;
}

/** Keyring tools that behave as the real ones do, and remember how they were called. */
function fakeTools() {
  const called: Called[] = [];
  let secret: string | undefined;
  const ok = (stdout = '') => ({ code: 0, stdout, stderr: '' });
  const run: RunTool = async (command, args, { stdin = '' } = {}) => {
    called.push({ command, args, stdin });
    if (command === 'secret-tool') {
      if (args[0] === 'store') secret = stdin;
      if (args[0] === 'clear') secret = undefined;
      if (args[0] !== 'lookup') return ok();
      return secret === undefined ? { code: 1, stdout: '', stderr: '' } : ok(secret);
    }
    if (args[0] === 'find-generic-password') {
      const missing = { code: 44, stdout: '', stderr: 'The specified item could not be found in the keychain.' };
      return secret === undefined ? missing : ok(`${secret}\n`);
    }
    if (stdin.startsWith('add-')) secret = / -w (\S+)\n$/.exec(stdin)?.[1];
    if (stdin.startsWith('delete-')) secret = undefined;
    return ok();
  };
  return { run, called };
}

const FILE = '/home/example/credentials.json';

describe.each(['linux', 'darwin'])('the keyring of %s', (platform) => {
  it('keeps credentials, the file points to it, and no argument of a program holds a secret', async () => {
    const { run, called } = fakeTools();
    const keyring = () => openKeyring(platform, run, FILE);
    await open({ keyring, isInKeyring: true }).write(KEYS);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ keyring: true });
    expect(readMode(file)).toBe('600');

    const store = open({ keyring });
    expect(await store.read()).toEqual(KEYS);
    await store.write({ ...KEYS, bearer: 'bearer-of-a-test' });
    expect(await store.read()).toEqual({ ...KEYS, bearer: 'bearer-of-a-test' });
    expect(await store.remove()).toBe(true);
    expect(await open({ keyring }).remove()).toBe(false);

    const said = called.map(({ command, args }) => [command, ...args].join(' ')).join('\n');
    expect(said).not.toMatch(/of-a-test/);
    expect(said).not.toContain(Buffer.from(JSON.stringify(KEYS)).toString('base64').slice(0, 20));
  });

  it.each([
    ['is not there', { code: null, stdout: '', stderr: '' }, 'is not there, or does not answer'],
    [
      'is locked',
      { code: 1, stdout: '', stderr: 'Cannot prompt:\nno display\n' },
      'refuses: Cannot prompt: no display',
    ],
  ])('that %s is told with the way around it', async (_, result, said) => {
    const store = open({ keyring: () => openKeyring(platform, async () => result, FILE), isInKeyring: true });
    const fault = await store.write(KEYS).catch((error: unknown) => String(error));
    expect(fault).toContain(said);
    expect(fault).toContain('log in without --keyring, into a file');
    expect(readdirSync(root)).toEqual([]);
  });

  it('that forgets at once is found out before anything points to it', async () => {
    const forgetful: RunTool = async (_, args) =>
      args[0] === 'lookup'
        ? { code: 1, stdout: '', stderr: '' }
        : { code: args[0] === 'find-generic-password' ? 44 : 0, stdout: '', stderr: '' };
    const store = open({ keyring: () => openKeyring(platform, forgetful, FILE), isInKeyring: true });
    await expect(store.write(KEYS)).rejects.toThrow('did not keep what was written to it');
    expect(readdirSync(root)).toEqual([]);
  });
});

it('a system without a known keyring is told so', () => {
  expect(() => openKeyring('win32', fakeTools().run, FILE)).toThrow(
    'no keyring of win32 is known: log in without --keyring',
  );
});
