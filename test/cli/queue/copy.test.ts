import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../fixture.js';
import {
  expectOneLine,
  item,
  items,
  list,
  pathOf,
  run,
  save,
  savePicture,
  schedule,
  sent,
  signOut,
  states,
  tick,
  toFirstSlot,
  useWorld,
  call,
  world,
} from './world.js';

useWorld();

const exported = (...more: readonly string[]) =>
  run('queue', 'export', '--format', 'jsonl', '-o', 'queue.jsonl', ...more);
const imported = (...more: readonly string[]) => run('queue', 'import', 'queue.jsonl', '--db', 'new.db', ...more);
const lines = (): string[] => readFileSync(pathOf('queue.jsonl'), 'utf8').trimEnd().split('\n');
const inNew = (...argv: readonly string[]) => run(...argv, '--db', 'new.db');

describe('a queue that moves to another file', () => {
  it('goes on there once a person resumes it, and posts nothing where it was', async () => {
    await schedule(1);
    await toFirstSlot();
    await tick();
    expect(await states()).toEqual(['posted', 'planned']);
    const handedOver = await exported('--hand-over');
    expect(handedOver).toMatchObject({ exitCode: 0, stdout: '' });
    expect(handedOver.stderr).toMatch(/2 items exported\n.*posts nothing any more; import the file in one place only/);
    const arrived = await imported();
    expect(arrived.exitCode).toBe(0);
    expect(arrived.stdout).toMatch(/^2 items imported · 1 post\n.*paused.*tweetspan queue resume\n$/s);

    const before = sent();
    world.now = Date.parse((await item(2))?.dueAt ?? '');
    expect((await tick()).exitCode).toBe(75);
    expect((await inNew('run', '--once')).exitCode).toBe(75);
    expect(sent()).toBe(before);
    expect((await run('queue', 'resume')).exitCode).toBe(75);
    expect((await inNew('queue', 'resume')).exitCode).toBe(0);
    expect((await inNew('run', '--once')).exitCode).toBe(0);
    expect(sent()).toBe(before + 1);
    expect((await tick()).exitCode).toBe(75);
    expect(sent()).toBe(before + 1);
  });

  it('is known there by what it has posted: the same text is not posted again', async () => {
    await schedule(1);
    await toFirstSlot();
    await tick();
    const text = (await item(1))?.text ?? '';
    await exported('--hand-over');
    await imported();
    await inNew('queue', 'resume');
    save('again.md', text);
    const again = await inNew('post', 'again.md', '--mode', 'api', '--yes');
    expect(again.exitCode).not.toBe(0);
    expect(sent()).toBe(1);
  });

  it('takes its images along', async () => {
    savePicture();
    await schedule(1);
    await exported('--hand-over');
    save('parc.png', 'changed since');
    await imported();
    const { media } = JSON.parse((await inNew('queue', 'show', '1', '--json')).stdout).item as {
      readonly media: readonly { readonly file: string }[];
    };
    expect(readFileSync(media[0]?.file ?? '')).toEqual(readFileSync('fixtures/drafts/media/small.png'));
    await inNew('queue', 'resume');
    await toFirstSlot();
    expect((await inNew('run', '--once')).exitCode).toBe(0);
    expect(sent()).toBe(1);
  });

  it('may come back, with what became of it there', async () => {
    await schedule(1);
    await exported('--hand-over');
    await imported();
    await inNew('queue', 'resume');
    await toFirstSlot();
    await inNew('run', '--once');
    await run('queue', 'export', '--format', 'jsonl', '--hand-over', '--db', 'new.db', '-o', 'back.jsonl');
    const back = await run('queue', 'import', 'back.jsonl');
    expect(back.stdout).toMatch(/^0 items imported · 1 updated · 1 already here/);
    expect(await states()).toEqual(['posted', 'planned']);
    expect((await run('queue', 'resume')).exitCode).toBe(0);
  });

  it('that was exported only is adopted with a look at the timeline first', async () => {
    await schedule(1);
    expect((await exported()).stderr).toMatch(/still posts/);
    expect((await imported()).stdout).toMatch(/not set aside.*tweetspan queue adopt/s);
    expect((await inNew('queue', 'resume')).exitCode).toBe(75);
    // The old queue posts after its export, and the new one comes to know.
    await toFirstSlot();
    await tick();
    expect(sent()).toBe(1);
    expect((await inNew('queue', 'adopt')).exitCode).toBe(0);
    await inNew('run', '--once');
    expect(sent()).toBe(1);
    const { items: there } = JSON.parse((await inNew('queue', '--all', '--json')).stdout) as Awaited<
      ReturnType<typeof list>
    >;
    expect(there.map(({ state }) => state)).toEqual(['posted', 'planned']);
  });

  it('can be taken back after all', async () => {
    await schedule(1);
    await exported('--hand-over');
    expect((await run('queue', 'adopt')).exitCode).toBe(0);
    await tick();
    expect((await list()).stopped).toBeNull();
  });

  it('can be piped, and needs no account', async () => {
    signOut();
    await schedule(1, '--mode', 'remind');
    const { stdout } = await run('queue', 'export', '--format', 'jsonl', '--hand-over', '--quiet');
    const outcome = await call(['queue', 'import', '-', '--db', 'new.db', '--json'], { stdin: stdout });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      schema: 'tweetspan/queue-import@1',
      added: (await items()).length,
      stopped: { code: 'imported' },
    });
  });
});

describe('a queue that is imported twice', () => {
  it('is there once, and goes on', async () => {
    await schedule(1);
    await exported('--hand-over');
    await imported();
    await inNew('queue', 'resume');
    const again = await imported();
    expect(again).toMatchObject({ exitCode: 0, stdout: 'Nothing new: 2 items are here already\n' });
    expect((await inNew('queue', 'resume')).stdout).toBe('The queue is not paused\n');
    await exported('--hand-over', '--db', 'new.db');
  });

  it('takes other numbers where its own are taken', async () => {
    await schedule(1);
    await exported('--hand-over');
    save('other.md', 'Autre chose, bien différente https://example.org/autre #Lyon');
    await inNew('schedule', 'other.md', '--mode', 'api', '--yes');
    expect((await imported()).stdout).toMatch(/numbers were taken.*1 → 3/);
  });

  it('is refused where both were worked on since', async () => {
    await schedule(1);
    await exported();
    await imported();
    await run('queue', 'cancel', '1');
    await inNew('queue', 'move', '1', '+1d');
    await exported('--hand-over');
    const refused = await imported();
    expect(refused.exitCode).toBe(2);
    expectOneLine(refused, /item 1 changed both here and in the other queue/);
  });
});

interface Damage {
  readonly name: string;
  /** What becomes of the lines: they are joined again, or `text` stands in their place. */
  readonly drop?: number;
  readonly replace?: readonly [string, string];
  readonly text?: string;
  readonly exitCode: number;
  readonly says: string;
}

describe('a file that is no whole queue', () => {
  it.each(readFixture<Damage>('queue-copy-faults'))('is refused in one line: $name', async (damage) => {
    await schedule(1);
    await exported('--hand-over');
    const whole = lines();
    const kept = damage.drop === undefined ? whole : whole.slice(0, damage.drop);
    const text = damage.text ?? kept.join('\n');
    save(
      'queue.jsonl',
      damage.replace === undefined ? text : text.replace(new RegExp(damage.replace[0]), damage.replace[1]),
    );
    const outcome = await imported();
    expect(outcome).toMatchObject({ exitCode: damage.exitCode, stdout: '' });
    expectOneLine(outcome, new RegExp(damage.says));
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect((await inNew('queue')).stderr).toMatch(/no queue yet/);
    const inFrench = await imported('--locale', 'fr');
    expect(inFrench.stderr).toMatch(/^tweetspan: queue\.jsonl\s: /);
  });
});
