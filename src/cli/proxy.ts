// The proxy of the environment, for whatever is fetched.
import { cliSentences } from '#locale/cli.js';
import { findProxy, ProxyError, type Proxy } from '#web/proxy.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/**
 * The proxy for a URL; undefined where none is set.
 * @throws UserError for a setting that is not the URL of a proxy. Its value may hold a password, and is not shown.
 */
export function requireProxy(url: string, env: Shell['env']): Proxy | undefined {
  try {
    return findProxy(url, env);
  } catch (cause) {
    if (!(cause instanceof ProxyError)) throw cause;
    throw new UserError((locale) => cliSentences(locale).errors.wrongProxy(cause.variable), { cause });
  }
}

/** `fetch` as the environment wants it for a URL: through its proxy, if one is set. */
export async function fetchFor(url: string, env: Shell['env']): Promise<typeof fetch> {
  const proxy = requireProxy(url, env);
  if (proxy === undefined) return fetch;
  // Loaded here only: most networks have no proxy.
  return (await import('#web/fetch.js')).fetchThrough(proxy);
}
