import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Where a Chromium is: CHROMIUM, else its usual place; undefined where there is none. */
export const chromiumFile = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
  [env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (file) => file !== undefined && file !== '' && existsSync(file),
  );

/** What a browser made of a page. */
interface Visit {
  /** Everything on its console, exceptions and refusals of its policy too. */
  readonly complaints: readonly string[];
  /** Addresses that it asked for, the page itself left out. */
  readonly requests: readonly string[];
  /** The value of the expression that was evaluated in it. */
  readonly value: unknown;
}

/** How a page is looked at. */
interface Look {
  readonly url: string;
  readonly expression: string;
  readonly dark?: boolean;
  readonly width?: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** A running browser. It is driven over pipes, so that no port is opened. */
export interface Browser {
  visit(look: Look): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts a Chromium of its own, with a profile that goes with it. */
export function startBrowser(file: string): Browser {
  const profile = mkdtempSync(join(tmpdir(), 'tweetspan-chromium-'));
  const child: ChildProcess = spawn(
    file,
    ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'].concat(
      '--disable-background-networking',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ),
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [, , , input, output] = child.stdio as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Set<(message: Message) => void>();
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id === undefined) listeners.forEach((listen) => listen(message));
      else waiting.get(message.id)?.(message);
    }
  });
  let last = 0;
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, ({ result = {}, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });

  const visit = async ({ url, expression, dark = false, width = 1000 }: Look): Promise<Visit> => {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
    const complaints: string[] = [];
    const requests: string[] = [];
    let loaded = (): void => undefined;
    const load = new Promise<void>((resolve) => (loaded = resolve));
    const listen = ({ method = '', params = {} }: Message): void => {
      if (/^(?:Runtime\.(?:consoleAPICalled|exceptionThrown)|Log\.entryAdded)$/.test(method)) {
        complaints.push(JSON.stringify(params));
      }
      if (method === 'Network.requestWillBeSent') requests.push((params['request'] as { url: string }).url);
      if (method === 'Page.loadEventFired') loaded();
    };
    listeners.add(listen);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`, {}, sessionId);
    const screen = { width, height: 1000, deviceScaleFactor: 1, mobile: false };
    await send('Emulation.setDeviceMetricsOverride', screen, sessionId);
    const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }];
    await send('Emulation.setEmulatedMedia', { features }, sessionId);
    await send('Page.navigate', { url }, sessionId);
    await load;
    const { result } = (await send('Runtime.evaluate', { expression, returnByValue: true }, sessionId)) as {
      result: { value: unknown };
    };
    listeners.delete(listen);
    await send('Target.closeTarget', { targetId });
    return { complaints, requests: requests.filter((request) => request !== url), value: result.value };
  };
  const close = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { visit, close };
}
