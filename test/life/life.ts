// A whole life of a link, told by the program itself: what is typed, what it answers, and what X holds in the end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '#cli/main.js';
import type { Shell } from '#cli/shell.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { startFakeX, type FakeX } from '../x/server.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Monday 2026-03-02, 10:00 in Paris. */
const START = Date.UTC(2026, 2, 2, 9);

const DRAFT = `---
keywords: [logement, loyer]
campaign:
  reposts: 3
  pin: true
  ask:
    to: ['@example_ami', '@example_voisine']
    text: 'Bonjour, peux-tu reposter notre guide du logement à Lyon ? {post} Merci !'
  gap: 1d
  until: 2026-03-10
  window: "08:00-21:00"
  variants:
    - "Le bruit, la distance, les charges : trois pièges à éviter avant de signer https://example.org/guide #logement"
    - "Visiter un appartement le soir change tout : notre liste de questions https://example.org/guide #Lyon"
    - "Combien coûte vraiment un loyer à Lyon en 2026 ? Nos calculs https://example.org/guide #loyer #Lyon"
---
Comment choisir son logement à Lyon sans se tromper ? https://example.org/guide #logement #Lyon
`;

/** What ambassadors are given: texts that the account itself does not post. */
const FOR_AMBASSADORS = `---
title: Bien choisir son logement à Lyon
campaign:
  variants:
    - "État des lieux : la liste à cocher pour récupérer sa caution en entier #location https://example.org/guide"
    - "Dossier de location complet : les pièces qu’un propriétaire a le droit de demander #bail https://example.org/guide"
---
Le guide du logement à Lyon, quartier par quartier, pour ceux qui cherchent encore https://example.org/guide #Lyon
`;

const TEAM = `nom;compte;langue;accord;opposition
Ada;@example_ada;fr;12/01/2026;
Basile;@example_basile;fr;13/01/2026;
Noé;@example_noe;fr;;
Zoé;@example_zoe;fr;14/01/2026;oui
`;

/** Visits by the links of two ambassadors, as a web statistic exports them. */
const VISITS = `page,date,utm_campaign,utm_content,visits
https://example.org/guide,2026-03-03,relais,kit-1,9
https://example.org/guide,2026-03-04,relais,kit-1,4
https://example.org/guide,2026-03-04,relais,kit-2,6
`;

/** What was typed, and what the program said. */
export interface Scene {
  readonly title: string;
  readonly argv: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A life, and what is left of it. */
export interface Life {
  readonly scenes: readonly Scene[];
  readonly x: Pick<FakeX, 'posts' | 'requests'>;
}

/** An export of the account's earlier posts, as people keep one: enough of them for a level and a pace. */
function earlierPosts(x: FakeX): string {
  const lines = ['id,text,at,likes,reposts,observedAt'];
  for (let index = 0; index < 60; index += 1) {
    const at = START - (10 + index) * DAY + (index % 9) * 60 * MINUTE;
    const text = `Note ${index} sur la ville et ses quartiers https://example.org/note-${index}`;
    const { id } = x.add(text, at);
    lines.push(
      `${id},"${text}",${new Date(at).toISOString()},${4 + (index % 7)},${index % 3},${new Date(at + 8 * DAY).toISOString()}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Lives a link's life on a fake X and an invented clock: earlier posts are imported, a draft is judged and scheduled,
 * days pass with a tick a minute, one post's answer is lost, one text is posted by hand before its turn, the decay is
 * told. `tell` gets each scene as it is over.
 */
export async function live(tell: (scene: Scene) => void = () => undefined): Promise<Life> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-life-'));
  let now = START;
  const x = await startFakeX({ now: () => now, account: { id: '9000000000' } });
  const scenes: Scene[] = [];
  const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
  const env = {
    HOME: folder,
    TZ: 'Europe/Paris',
    TWEETSPAN_X_URL: x.origin,
    TWEETSPAN_APP_KEY: appKey,
    TWEETSPAN_APP_SECRET: appSecret,
    TWEETSPAN_ACCESS_TOKEN: accessToken,
    TWEETSPAN_ACCESS_SECRET: accessSecret,
  };
  let ids = 0;
  const run = async (argv: readonly string[]): Promise<Omit<Scene, 'title'>> => {
    const written = { stdout: '', stderr: '' };
    const output = (name: keyof typeof written) => ({
      isTTY: false,
      columns: undefined,
      write: (text: string) => void (written[name] += text),
    });
    const shell: Shell = {
      argv,
      env,
      cwd: folder,
      nodeVersion: process.versions.node,
      stdin: { isTTY: true, read: async () => new Uint8Array() },
      question: async () => ({ end: 'closed' }),
      stdout: output('stdout'),
      stderr: output('stderr'),
      writeAll: async (pieces) => {
        for (const piece of pieces) written.stdout += piece;
      },
      interruption: () => new AbortController().signal,
      now: () => now,
      randomId: () => `life-${(ids += 1)}`,
      host: 'here.example',
      zoneRules: '2025c',
      platform: 'linux',
      uid: undefined,
      pid: 1,
      isRunning: () => false,
      program: { node: '/usr/bin/node', script: '/usr/lib/tweetspan/bin/tweetspan.js' },
      run: async () => ({ code: null, stdout: '', stderr: '' }),
      edit: async () => undefined,
      openScreen: () => Promise.reject(new Error('no screen')),
      openSecret: () => Promise.reject(new Error('no keyring')),
    };
    const exitCode = await main(shell);
    return { argv, ...written, exitCode };
  };
  const act = async (title: string, ...argv: readonly string[]): Promise<Scene> => {
    const scene = { title, ...(await run(argv)) };
    scenes.push(scene);
    tell(scene);
    return scene;
  };
  /** Lets time pass with a tick every so many minutes; one scene of all that was logged. */
  const pass = async (title: string, ms: number, step = 5 * MINUTE): Promise<void> => {
    const log: string[] = [];
    for (const end = now + ms; now < end; now += step) {
      const { stderr } = await run(['run', '--once']);
      if (stderr !== '') log.push(stderr);
    }
    const scene = { title, argv: ['run', '--once'], stdout: '', stderr: log.join(''), exitCode: 0 };
    scenes.push(scene);
    tell(scene);
  };

  try {
    writeFileSync(join(folder, 'guide.md'), DRAFT);
    writeFileSync(join(folder, 'relais.md'), FOR_AMBASSADORS);
    writeFileSync(join(folder, 'equipe.csv'), TEAM);
    writeFileSync(join(folder, 'posts.csv'), earlierPosts(x));
    await act('The account’s earlier posts come from an export', 'import', 'posts.csv');
    await act('The draft is judged', 'lint', 'guide.md');
    await act('What it will cost, and when', 'budget');
    await act(
      'The first post and three reposts are scheduled',
      'schedule',
      'guide.md',
      '--mode',
      'api',
      '--reposts',
      '3',
      '--yes',
    );
    await act('What is planned', 'queue');
    await act(
      'Two people who agreed get a post each, the others none',
      'kit',
      'relais.md',
      '--for',
      'equipe.csv',
      '--utm',
      '--out',
      'kit',
    );
    // The answer to the first post is lost on the way, although X has taken it.
    x.next('POST /2/tweets', { kind: 'cutBody' });
    await pass('Two days pass', 2 * DAY);
    await act('Help is asked for, and that is noted', 'ask', 'guide.md', '--sent');
    await act('The post is pinned, and that is noted', 'pin', 'guide.md', '--done');
    await act(
      'An ambassador has posted',
      'kit',
      'record',
      `https://x.com/example_ada/status/${firstIdAt(now - 60 * MINUTE)}`,
      '--likes',
      '5',
      '--reposts',
      '2',
    );
    // Somebody of the team posts the third text by hand, a day before its turn, and X tells of it.
    x.add(
      'Visiter un appartement, le soir, change tout : notre liste de questions https://example.org/guide #Lyon',
      now - MINUTE,
    );
    await act('What the team posted by hand is read from X', 'sync');
    await pass('A week more passes', 7 * DAY, 15 * MINUTE);
    writeFileSync(join(folder, 'visits.csv'), VISITS);
    await act('Web statistics tell of the visits', 'import', 'visits.csv');
    await act('The pin has had its time', 'pin');
    await act('Whom the account met, asked and gave a post', 'contacts');
    await act('What became of the items', 'queue', '--all');
    await act('What X was paid', 'budget');
    await act('How the link lives on', 'decay', 'https://example.org/guide');
    const posts = x.posts.filter(({ at }) => at >= START);
    return { scenes, x: { posts, requests: [...x.requests] } };
  } finally {
    await x.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
