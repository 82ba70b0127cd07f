// Measures ticks and claims of a team's queue on a server: `npm run bench:team`. It prints, and never fails.
import { loadTypeScript } from '../scripts/run-typescript.mjs';

const { measureTeam } = await loadTypeScript('bench/team/main.ts');
await measureTeam();
