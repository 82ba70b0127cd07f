// The server that a team keeps its queue on.
import { advise, check, type HealthCheck } from './check.js';
import type { ServerFacts } from './facts.js';

/** A clock that is off by less than this is that of a machine that sets it now and then, ms. @source own choice */
const OFF = 2 * 60_000;

/** Whether the server can be used, by whom and how, and what it holds. */
export function serverChecks(server: ServerFacts): readonly HealthCheck[] {
  if (server.kind === 'fault') {
    const { place, problem, data } = server;
    return [check('server', 'problem', 'server-unusable', { place, problem, problemData: data }, advise('look-again'))];
  }
  const { place, version, schema, role, isEncrypted, isLocal, isAtHome, media, ahead } = server;
  const isExposed = !isEncrypted && !isLocal;
  return [
    check('server', 'ok', 'server-open', { place, version, schema, isEncrypted }),
    ...(isExposed ? [check('server', 'warning', 'server-unencrypted', { place }, advise('encrypt-connection'))] : []),
    ...(isAtHome ? [] : [check('server', 'warning', 'server-replaced', { place }, advise('resumes-once-read'))]),
    role === 'reader'
      ? check('server-role', 'note', 'server-read-by', {})
      : check('server-role', 'ok', 'server-worked-on-by', { role }),
    Math.abs(ahead) < OFF
      ? check('server-clock', 'ok', 'server-clock-same', {})
      : check('server-clock', 'note', 'server-clock-differs', { ahead: -ahead }),
    ...(media.files === 0 ? [] : [check('server-media', 'ok', 'server-media', { ...media })]),
  ];
}
