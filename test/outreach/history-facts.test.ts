// What rules 7, 9 and 10 learn from the history: the messages that only a recorded fact brings about.
import { describe, expect, it } from 'vitest';
import { postsWithHours, writeHistory } from '../cli/timing-history.js';
import { DAY, pathOf, run, save, useWorld, world } from '../cli/queue/world.js';

useWorld();

const AMBASSADOR =
  '{ handle: "@example_ada", text: "I read it before I signed my lease and it saved me two mistakes https://example.org/guide" }';
const draft = (campaign: string, link = 'example.org/guide'): string =>
  `---\nlang: en\ncampaign:\n${campaign}\n---\nHow to choose a flat in Lyon without regrets: our guide, district by district https://${link} #renting #Lyon\n`;
const lint = async (name: string): Promise<string> => (await run('lint', name, '--facts')).stdout;

async function importPost(): Promise<void> {
  const at = new Date(world.now - DAY).toISOString();
  save(
    'posts.csv',
    `id,text,at,likes,reposts\n2028100000000000000,"What a move costs in each season https://example.org/moving",${at},9,4\n`,
  );
  await run('import', pathOf('posts.csv'));
}

describe('facts of the history reach the rules', () => {
  it('pinned: rule 9 says when what is pinned hardly gets anything any more', async () => {
    await importPost();
    await run('pin', 'example.org/moving', '--done');
    save('draft.md', draft('  pin: true'));
    expect(await lint('draft.md')).not.toContain('hardly gets engagement');
    world.now += 40 * DAY;
    expect(await lint('draft.md')).toContain('the pinned post is 40 days old and hardly gets engagement any more');
  });

  it('otherPins: rule 9 warns of another campaign that has the pin', async () => {
    await importPost();
    await run('pin', 'example.org/moving', '--done', '--until', '2026-03-20');
    save('draft.md', draft('  pin: true\n  from: 2026-03-10\n  until: 2026-03-29'));
    expect(await lint('draft.md')).toMatch(
      /also\s+plans\s+to\s+be\s+pinned\s+from\s+Mar\s+2,\s+2026\s+to\s+Mar\s+20,\s+2026/,
    );
    save('later.md', draft('  pin: true\n  from: 2026-03-21\n  until: 2026-03-29'));
    expect(await lint('later.md')).not.toContain('also plans to be pinned');
  });

  it('lastAmbassador: rule 10 spares a person who was given a post', async () => {
    save('draft.md', draft(`  ambassadors: [${AMBASSADOR}]`));
    save('team.csv', 'name,handle,language,agreed\nAda,@example_ada,en,2026-01-10\n');
    expect(await lint('draft.md')).not.toContain('@example_ada was asked');
    const kit = await run('kit', 'draft.md', '--for', 'team.csv', '--out', pathOf('kit.csv'));
    expect(kit.stderr).toContain('1 person was given a post');
    world.now += 5 * DAY;
    expect(await lint('draft.md')).toMatch(/@example_ada was asked 5 days ago; wait at least 30 days/);
    world.now += 30 * DAY;
    expect(await lint('draft.md')).not.toContain('@example_ada was asked');
  });

  it('t90: rule 7 holds the distance that the posts of the account need', async () => {
    const variant = '  variants: ["Noise, heating, charges: three questions before a lease https://example.org/guide"]';
    save('draft.md', draft(`  reposts: 1\n  gap: 24h\n${variant}`));
    expect(await lint('draft.md')).not.toContain('leave at least');
    // Posts that take weeks for their reactions: as many come in the second week as in the first.
    await writeHistory(
      pathOf('slow.db'),
      postsWithHours(60, () => 0).map((post) => ({
        ...post,
        observations: [1, 3, 6, 10, 15, 20, 25].flatMap((days) => {
          const observed = (post.at ?? 0) + days * DAY;
          return observed > world.now
            ? []
            : [
                {
                  source: 'api' as const,
                  observed: { certainty: 'exact' as const, instant: observed },
                  counters: { likes: 10 * days, reposts: 0 },
                },
              ];
        }),
      })),
    );
    const { stdout } = await run('lint', 'draft.md', '--facts', '--db', pathOf('slow.db'));
    expect(stdout).toMatch(/reposts are 24 h apart; leave at least \d{2,} h/);
  });
});
