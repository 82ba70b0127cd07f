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
import { CredentialsError } from '#x/auth/fault.js';
import { openKeyring, type OpenEntry } from '#x/auth/keyring.js';
import { bearerIn, openStore, type StoreSetting } from '#x/auth/secret-store.js';
import { fakeKeyring } from './fake-keyring.js';

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

/** The fault of what some work throws. */
function faultOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof CredentialsError ? error.fault : error;
  }
  return undefined;
}

describe('the credentials file', () => {
  it('is for its owner only, and so is the folder that is made for it', async () => {
    expect(await open().read()).toBeUndefined();
    await open().write(KEYS);
    expect(await open().read()).toEqual(KEYS);
    expect(readMode(file)).toBe('600');
    expect(readMode(join(root, 'tweetspan'))).toBe('700');
    expect(readdirSync(join(root, 'tweetspan'))).toEqual(['credentials.json']);
  });

  it.each(['644', '640', '604', '660', '610'])('is refused when its mode is %s', async (mode) => {
    await open().write(KEYS);
    chmodSync(file, Number.parseInt(mode, 8));
    await expect(open().read()).rejects.toMatchObject({ fault: { code: 'file-open-to-others', path: file, mode } });
  });

  it('is refused when it is of another user', async () => {
    await open().write(KEYS);
    const stranger = (uid ?? 0) + 1;
    await expect(open({ uid: stranger }).read()).rejects.toMatchObject({
      fault: { code: 'file-of-other-user', path: file, owner: uid, user: stranger },
    });
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
    await expect(open({ file: blocked }).write(KEYS)).rejects.toMatchObject({
      fault: { code: 'file-unwritable', path: blocked, cause: expect.stringMatching(/^(?:ENOTDIR|EEXIST)$/) as string },
    });
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
    await expect(store.write(KEYS)).rejects.toMatchObject({ fault: { code: 'environment-fixed' } });
    await expect(store.remove()).rejects.toMatchObject({ fault: { code: 'environment-fixed' } });
    expect(await open().read()).toMatchObject({ appKey: 'that-of-the-file' });
  });

  it('that gives a part of the keys only is told which are missing', () => {
    const { TWEETSPAN_APP_KEY, TWEETSPAN_ACCESS_TOKEN } = ENV;
    expect(faultOf(() => open({ env: { TWEETSPAN_APP_KEY, TWEETSPAN_ACCESS_TOKEN } }))).toEqual({
      code: 'environment-incomplete',
      missing: ['TWEETSPAN_APP_SECRET', 'TWEETSPAN_ACCESS_SECRET'],
    });
    expect(faultOf(() => open({ env: { ...ENV, TWEETSPAN_APP_KEY: 'two words' } }))).toEqual({
      code: 'environment-key',
      name: 'TWEETSPAN_APP_KEY',
      fault: { code: 'foreign-character' },
    });
  });

  it('gives the app’s own token', () => {
    expect(bearerIn({ TWEETSPAN_BEARER: ' AAAA%3D\n' })).toBe('AAAA%3D');
    expect(bearerIn({ TWEETSPAN_BEARER: '' })).toBeUndefined();
  });
});

const FILE = '/home/example/credentials.json';

describe('the keyring', () => {
  it('keeps credentials, and the file only points to it', async () => {
    const { openEntry, secrets } = fakeKeyring();
    const keyring = () => openKeyring('linux', openEntry, FILE);
    await open({ keyring, isInKeyring: true }).write(KEYS);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ keyring: true });
    expect(readMode(file)).toBe('600');

    const store = open({ keyring });
    expect(await store.read()).toEqual(KEYS);
    await store.write({ ...KEYS, bearer: 'bearer-of-a-test' });
    expect(await store.read()).toEqual({ ...KEYS, bearer: 'bearer-of-a-test' });
    expect(await store.remove()).toBe(true);
    expect(secrets.size).toBe(0);
    expect(await open({ keyring }).remove()).toBe(false);
  });

  it('has a secret for each credentials file', async () => {
    const { openEntry } = fakeKeyring();
    await openKeyring('linux', openEntry, FILE).write('one');
    expect(await openKeyring('linux', openEntry, '/home/other/credentials.json').read()).toBeUndefined();
  });

  it.each(['linux', 'darwin', 'win32'])('is known by its platform, %s', (platform) => {
    expect(openKeyring(platform, fakeKeyring().openEntry, FILE).place).toEqual({ kind: 'keyring', platform });
  });

  it.each([
    [
      'is locked',
      new Error('Secret Service: unlock prompt was dismissed'),
      { code: 'keyring-refuses', reply: 'Secret Service: unlock prompt was dismissed' },
    ],
    [
      'prints a control character',
      new Error('no \u001b[31mbus\nhere'),
      { code: 'keyring-refuses', reply: 'no [31mbus here' },
    ],
    [
      'has no package',
      Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }),
      { code: 'keyring-missing' },
    ],
    ['has no native part here', new Error('Cannot find native binding. npm has a bug'), { code: 'keyring-missing' }],
  ])('that %s leaves nothing behind', async (_, error, fault) => {
    const store = open({ keyring: () => openKeyring('linux', () => Promise.reject(error), FILE), isInKeyring: true });
    await expect(store.write(KEYS)).rejects.toMatchObject({ fault });
    expect(readdirSync(root)).toEqual([]);
  });

  it('that is locked is not taken for an empty one', async () => {
    const locked = () => openKeyring('linux', () => Promise.reject(new Error('locked')), FILE);
    await open({ keyring: () => openKeyring('linux', fakeKeyring().openEntry, FILE), isInKeyring: true }).write(KEYS);
    await expect(open({ keyring: locked }).read()).rejects.toMatchObject({
      fault: { code: 'keyring-refuses', reply: 'locked' },
    });
  });

  it('that forgets at once is found out before anything points to it', async () => {
    const forgetful: OpenEntry = async () => ({
      getPassword: async () => null,
      setPassword: async () => undefined,
      deletePassword: async () => false,
    });
    const store = open({ keyring: () => openKeyring('linux', forgetful, FILE), isInKeyring: true });
    await expect(store.write(KEYS)).rejects.toMatchObject({ fault: { code: 'keyring-forgot' } });
    expect(readdirSync(root)).toEqual([]);
  });
});
