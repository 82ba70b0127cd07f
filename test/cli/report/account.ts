// An account with something in every part of its report.
import { versions } from 'node:process';
import { openDatabase } from '#store/database.js';
import { createStepStore } from '#store/queue/steps.js';
import { fillQueue, item, LINK, onQueue } from '../queue-fixture.js';
import { DAY, HOUR, linkHistory, linkPost, NOW, scoredPosts, writeHistory } from '../timing-history.js';

/** Markup, quotes, a link and a reversed reading order, as a stranger may write them. */
export const HOSTILE = `</title><script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & 'single' \u202Eleft`;

/** Writes the account into a file. @param text what its newest post and a planned one say. */
export async function writeAccount(file: string, text = 'Les charges : ce que dit la loi', handle = 'example') {
  await writeHistory(
    file,
    [
      ...scoredPosts(240, 0.8),
      ...linkHistory(),
      linkPost(NOW - 2 * DAY - HOUR, 60, 'https://example.org/charges', text),
      linkPost(
        NOW - 3 * HOUR,
        30,
        'https://example.org/carte-des-loyers',
        'La carte des loyers, quartier par quartier',
      ),
      linkPost(NOW - 30 * HOUR, 45, 'https://example.org/visite', 'Dix questions à poser pendant une visite'),
      linkPost(
        NOW - 200 * DAY,
        90,
        'https://example.org/guide-du-bail',
        'Le guide du bail : toutes les clauses expliquées',
      ),
      linkPost(NOW - 120 * DAY, 70, 'https://example.org/comparatif', 'Comparatif : dix assurances habitation'),
    ],
    [handle],
  );
  await onQueue(file, async (store) => {
    await fillQueue(store);
    await store.add(
      [
        item('2026-03-05T09:00', { mode: 'api', text: `${text} https://${LINK}` }),
        item('2026-03-05T18:30', { mode: 'api' }),
        item('2026-03-17T12:00'),
      ],
      NOW,
    );
  });
  const database = await openDatabase(file, { nodeVersion: versions.node });
  const step = { link: LINK, draft: 'guide.md', zone: 'Europe/Paris' };
  await createStepStore(database).add(
    [
      { ...step, kind: 'kit', dueAt: NOW - 2 * HOUR },
      { ...step, kind: 'ask', dueAt: NOW + DAY },
      { ...step, kind: 'pin', dueAt: NOW + 2 * DAY, until: NOW + 9 * DAY },
    ],
    NOW - DAY,
  );
  database.close();
}
