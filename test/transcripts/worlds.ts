import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WORLDS as DOCTOR_WORLDS, type World } from '../cli/doctor-worlds.js';
import { EXPERIMENTS } from '../cli/experiment-fixture.js';
import { onQueue, QUEUES } from '../cli/queue-fixture.js';
import { fillStates, PAUSED } from '../cli/queue-states.js';
import { HISTORIES, writeHistory } from '../cli/timing-history.js';

const copyAll = (from: string, to: string): void => {
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(to, file));
};

/** Worlds that are made once and copied for each call. */
export const TEMPLATES: Readonly<Record<string, World>> = {
  queues: async (folder) => {
    const queues = { ...QUEUES, ...PAUSED, 'states.db': fillStates };
    for (const [name, fill] of Object.entries(queues)) await onQueue(join(folder, name), fill);
    await writeHistory(join(folder, 'links.db'), HISTORIES['links.db']?.() ?? []);
    copyAll('fixtures/worlds/queues', folder);
  },
  histories: async (folder) => {
    for (const [name, posts] of Object.entries(HISTORIES)) await writeHistory(join(folder, name), posts());
    copyAll('fixtures/worlds/histories', folder);
  },
  experiments: async (folder) => {
    for (const [name, make] of Object.entries(EXPERIMENTS)) await make(join(folder, name));
    await writeHistory(join(folder, 'flat.db'), HISTORIES['flat.db']?.() ?? []);
    await writeHistory(join(folder, 'few.db'), HISTORIES['few.db']?.() ?? []);
    copyAll('fixtures/worlds/queues', folder);
  },
};

/** Worlds that are made for each call, as something in them is open or broken: those of the doctor. */
export const WORLDS: Readonly<Record<string, World>> = DOCTOR_WORLDS;
