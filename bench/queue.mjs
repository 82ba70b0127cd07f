// Measures ticks of the queue: `npm run bench:queue`. It prints, and never fails.
import { loadTypeScript } from '../scripts/run-typescript.mjs';

const { measureQueue } = await loadTypeScript('bench/queue/main.ts');
await measureQueue();
