// Which proxy a request takes, by the environment. As curl, wget and Go have it: a variable for each scheme, one for all,
// and a list of hosts that are reached without one.

/** The variables that say so, in both cases. */
export const PROXY_VARIABLES = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy, and the variable that named it. `url` may hold a password: show `host` only. */
export interface Proxy {
  readonly variable: (typeof PROXY_VARIABLES)[number];
  readonly url: string;
  readonly host: string;
}

/** A proxy setting that cannot be followed. Its value may hold a password and is no part of it. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly variable: string;

  constructor(variable: string) {
    super(`${variable} is not the URL of a proxy`);
    this.variable = variable;
  }
}

/** A proxy reaches nothing on this machine. */
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The proxy for a request; undefined where none is set, and for what NO_PROXY or this machine excepts.
 * @throws ProxyError for a setting that is not an `http:` or `https:` URL.
 */
export function findProxy(url: string, env: Environment): Proxy | undefined {
  const { protocol, hostname, port } = new URL(url);
  if (LOOPBACK.test(hostname) || isExcepted(hostname, port || defaultPort(protocol), env)) return undefined;
  const scheme =
    protocol === 'https:' ? (['https_proxy', 'HTTPS_PROXY'] as const) : (['http_proxy', 'HTTP_PROXY'] as const);
  const variable = [...scheme, 'all_proxy' as const, 'ALL_PROXY' as const].find((name) => (env[name] ?? '') !== '');
  if (variable === undefined) return undefined;
  const value = (env[variable] ?? '').trim();
  // A host and a port alone are common: `proxy.example.org:3128`.
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (!URL.canParse(written) || !/^https?:$/.test(new URL(written).protocol)) throw new ProxyError(variable);
  const proxy = new URL(written);
  return { variable, url: proxy.href, host: proxy.host };
}

const defaultPort = (protocol: string): string => (protocol === 'https:' ? '443' : '80');

/** Whether NO_PROXY names a host: itself, a domain above it (`example.org`, `.example.org`, `*.example.org`), or all (`*`). */
function isExcepted(hostname: string, port: string, env: Environment): boolean {
  const list = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', onlyPort] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (onlyPort !== undefined && onlyPort !== port)) return false;
      return hostname === name || hostname.endsWith(`.${name}`);
    });
}
