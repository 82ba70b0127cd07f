import { createHash } from 'node:crypto';
import { oneLine } from '../api/problem.js';
import { CredentialsError } from './credentials.js';

/** Runs another program; `code` is null when it is not there. */
export type RunTool = (
  command: string,
  args: readonly string[],
  options?: { readonly stdin?: string; readonly timeoutMs?: number },
) => Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;

/** The system's keyring, as far as one secret of ours goes. No secret ever stands among the arguments of a program. */
export interface Keyring {
  /** How its users call it. */
  readonly name: string;
  /** @throws CredentialsError when there is no keyring, or it is locked. */
  read(): Promise<string | undefined>;
  /** @throws CredentialsError as above, and when what was written cannot be read again. */
  write(secret: string): Promise<void>;
  /** Answers whether there was one. @throws CredentialsError as above. */
  remove(): Promise<boolean>;
}

/** A keyring may ask its user to unlock it first, ms. Ours. */
const PATIENCE = { timeoutMs: 120_000 } as const;
/** The longest command that `security -i` reads: its buffer has 4,096 bytes. */
const LONGEST_COMMAND = 4000;
/** The code with which `security` says that there is no such item (errSecItemNotFound, cut to a byte). */
const NO_SUCH_ITEM = 44;

/**
 * The keyring of an operating system (in Node's words), by the tool that comes with it.
 * @param file the credentials file that points to the keyring: each has a secret of its own in it.
 * @throws CredentialsError for a system whose keyring is not known here.
 */
export function openKeyring(platform: string, run: RunTool, file: string): Keyring {
  // Of letters and digits only: it becomes a part of a command.
  const item = createHash('sha256').update(file).digest('hex').slice(0, 16);
  if (platform === 'darwin') return checked(macKeychain(run, item));
  if (platform === 'linux') return checked(secretService(run, item));
  throw new CredentialsError(`no keyring of ${platform} is known: log in without --keyring, into a file`);
}

/** A keyring that says it kept a secret and did not would cost the sign-in: what is written is read again. */
function checked(keyring: Keyring): Keyring {
  return {
    ...keyring,
    async write(secret) {
      await keyring.write(secret);
      // Some keyrings drop the line end.
      if ((await keyring.read())?.trimEnd() !== secret.trimEnd())
        throw fault(keyring.name, 'did not keep what was written to it');
    },
  };
}

const fault = (name: string, what: string): CredentialsError =>
  new CredentialsError(`${name} ${what}: log in without --keyring, into a file`);

/** GNOME Keyring, KWallet and others that speak the Secret Service, by libsecret's tool. */
function secretService(run: RunTool, item: string): Keyring {
  const name = 'the keyring (secret-tool)';
  const which = ['service', 'tweetspan', 'account', item];
  const call = async (verb: 'lookup' | 'store' | 'clear', more: readonly string[], stdin = '') => {
    const result = await run('secret-tool', [verb, ...more, ...which], { stdin, ...PATIENCE });
    if (result.code === null) throw fault(name, 'is not there, or does not answer');
    // Without a complaint, a failure means that there is no such secret.
    if (result.code !== 0 && result.stderr.trim() !== '') throw fault(name, `refuses: ${oneLine(result.stderr)}`);
    return result;
  };
  const read = async (): Promise<string | undefined> => {
    const { code, stdout } = await call('lookup', []);
    return code === 0 && stdout !== '' ? stdout : undefined;
  };
  return {
    name,
    read,
    async write(secret) {
      const { code } = await call('store', ['--label=tweetspan'], secret);
      if (code !== 0) throw fault(name, 'did not take the secret');
    },
    async remove() {
      const wasThere = (await read()) !== undefined;
      if (wasThere) await call('clear', []);
      return wasThere;
    },
  };
}

/** The keychain of macOS, by its own tool. */
function macKeychain(run: RunTool, item: string): Keyring {
  const name = 'the keychain (security)';
  const which = `-s tweetspan -a ${item}`;
  const call = async (args: readonly string[], stdin = '') => {
    const result = await run('security', args, { stdin, ...PATIENCE });
    if (result.code === null) throw fault(name, 'is not there, or does not answer');
    return result;
  };
  const read = async (): Promise<string | undefined> => {
    const { code, stdout, stderr } = await call(['find-generic-password', ...which.split(' '), '-w']);
    if (code === NO_SUCH_ITEM) return undefined;
    if (code !== 0) throw fault(name, `refuses: ${oneLine(stderr)}`);
    return Buffer.from(stdout.trim(), 'base64').toString('utf8');
  };
  return {
    name,
    read,
    async write(secret) {
      // Base64: quotes and line ends would be read as parts of the command.
      const command = `add-generic-password -U ${which} -w ${Buffer.from(secret).toString('base64')}\n`;
      if (command.length > LONGEST_COMMAND) throw fault(name, 'takes no secret of that length');
      const { code, stderr } = await call(['-i'], command);
      if (code !== 0) throw fault(name, `refuses: ${oneLine(stderr)}`);
    },
    async remove() {
      const wasThere = (await read()) !== undefined;
      if (!wasThere) return false;
      const { code, stderr } = await call(['-i'], `delete-generic-password ${which}\n`);
      if (code !== 0) throw fault(name, `keeps the secret: ${oneLine(stderr)}`);
      return true;
    },
  };
}
