// A person's machine with an account on a fake X: what the commands on the queue work in, for the tests of one file.
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { startFakeX, type FakeX } from '../../x/server.js';
import { runInProcess, type Call, type Outcome } from '../run.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday 2026-03-02, 10:00 in Paris. */
export const START = Date.UTC(2026, 2, 2, 9);

export const DRAFT =
  'Comment choisir son logement à Lyon sans se tromper ? https://example.org/guide #logement #Lyon\n';
export const VARIANTS = [
  'Le bruit, la distance, les charges : trois pièges à éviter avant de signer https://example.org/guide #logement',
  'Visiter un appartement le soir change tout : notre liste de questions https://example.org/guide #Lyon',
  'Combien coûte vraiment un loyer à Lyon en 2026 ? Nos calculs https://example.org/guide #loyer #Lyon',
  'Déménager en mars coûte moins cher qu’en août : la preuve en chiffres https://example.org/guide #loyer',
];

/** The machine of the test that runs. */
interface World {
  readonly folder: string;
  /** ms UTC. */
  now: number;
  x: FakeX;
  env: Record<string, string>;
}

export let world: World;

/** Makes a world anew for each test of a file: a draft `guide.md`, keys of an account, no history yet. */
export function useWorld(): void {
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-'));
    const x = await startFakeX({ now: () => world.now, account: { id: '9000000000' } });
    const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
    const env = {
      HOME: folder,
      TZ: 'Europe/Paris',
      TWEETSPAN_X_URL: x.origin,
      TWEETSPAN_X_DEADLINE: '1000',
      TWEETSPAN_LOCK_WAIT: '50',
      TWEETSPAN_APP_KEY: appKey,
      TWEETSPAN_APP_SECRET: appSecret,
      TWEETSPAN_ACCESS_TOKEN: accessToken,
      TWEETSPAN_ACCESS_SECRET: accessSecret,
      TWEETSPAN_BEARER: x.bearer,
    };
    world = { folder, now: START, x, env };
    save('guide.md', DRAFT);
  });
  afterEach(async () => {
    await world.x.close();
    rmSync(world.folder, { recursive: true, force: true });
  });
}

/** Takes the keys of the account away. */
export function signOut(): void {
  world.env = { HOME: world.folder, TZ: 'Europe/Paris' };
}

/** A path in the folder of the world. */
export const pathOf = (name: string): string => join(world.folder, name);
export const save = (name: string, text: string | Uint8Array): void => writeFileSync(pathOf(name), text);
/** A picture that X takes, beside the draft. */
export const savePicture = (): void => copyFileSync('fixtures/drafts/media/small.png', pathOf('parc.png'));

/** Calls the program with more of the world than its arguments. */
export const call = (argv: readonly string[], more: Partial<Call> = {}): Promise<Outcome> =>
  runInProcess({ argv, cwd: world.folder, env: world.env, now: world.now, ...more });
export const run = (...argv: readonly string[]): Promise<Outcome> => call(argv);
export const tick = (): Promise<Outcome> => run('run', '--once');
export const post = (...more: readonly string[]): Promise<Outcome> => run('post', 'guide.md', '--yes', ...more);

/** Schedules the draft and so many variants, one each day at noon. */
export function schedule(reposts: number, ...more: readonly string[]): Promise<Outcome> {
  const media = existsSync(pathOf('parc.png')) ? 'media: [{ file: parc.png, alt: "Le parc" }]\n' : '';
  const variants = VARIANTS.slice(0, reposts).map((text) => `    - "${text}"`);
  save('guide.md', `---\n${media}campaign:\n  variants:\n${variants.join('\n')}\n---\n${DRAFT}`);
  const window = ['--window', '12:00-12:30'];
  return run('schedule', 'guide.md', '--mode', 'api', '--yes', '--reposts', String(reposts), ...window, ...more);
}

/** An item, as far as tests look at it. */
interface Listed {
  readonly id: number;
  readonly state: string;
  readonly mode: string;
  readonly reason: { readonly code: string } | null;
  readonly text: string;
  readonly dueAt: string;
  readonly price: number;
  readonly review: boolean;
  readonly media: readonly { readonly file: string; readonly alt: string | null }[];
}

/** The whole queue, as its document has it. */
export const list = async (): Promise<{ items: readonly Listed[]; stopped: { readonly code: string } | null }> =>
  JSON.parse((await run('queue', '--all', '--format', 'json')).stdout) as Awaited<ReturnType<typeof list>>;
export const items = async (): Promise<readonly Listed[]> => (await list()).items;
export const item = async (id = 1): Promise<Listed | undefined> => (await items()).find((each) => each.id === id);
export const dueOf = async (id = 1): Promise<number> => Date.parse((await item(id))?.dueAt ?? '');
/** Each item's state and the code of its reason. */
export const states = async (): Promise<string[]> =>
  (await items()).map(({ state, reason }) => (reason === null ? state : `${state}: ${reason.code}`));

/** Lets time pass until the slot of the first item, or of the last. */
export async function toFirstSlot(): Promise<void> {
  world.now = Math.min(...(await items()).map(({ dueAt }) => Date.parse(dueAt)));
}
export async function toLastSlot(): Promise<void> {
  world.now = Math.max(...(await items()).map(({ dueAt }) => Date.parse(dueAt)));
}

/** How many posts the fake X was asked to make. */
export const sent = (): number => world.x.requests.filter(({ endpoint }) => endpoint === 'POST /2/tweets').length;

/** What a fault must be: a line or two on what it is and what to do, without a stack or a secret. */
export function expectOneLine({ stderr }: Outcome, ...words: readonly RegExp[]): void {
  for (const word of words) expect(stderr).toMatch(word);
  expect(stderr).not.toMatch(/\n\s+at |undefined|internal error/);
  for (const secret of Object.values(world.x.tokens)) expect(stderr).not.toContain(secret);
}
