import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProxy, ProxyError } from '#web/proxy.js';

const host = (url: string, env: Readonly<Record<string, string>>): string | undefined => findProxy(url, env)?.host;
const PROXY = 'http://proxy.example:3128';

describe('the proxy of a request', () => {
  it.each([
    ['none without a setting', {}, undefined],
    ['none for an empty setting', { HTTPS_PROXY: '' }, undefined],
    ['that of its scheme', { HTTPS_PROXY: PROXY }, 'proxy.example:3128'],
    [
      'in small letters too, which come first',
      { https_proxy: PROXY, HTTPS_PROXY: 'http://other.example' },
      'proxy.example:3128',
    ],
    ['not that of another scheme', { HTTP_PROXY: PROXY }, undefined],
    ['that of all', { ALL_PROXY: PROXY }, 'proxy.example:3128'],
    ['a host and a port alone', { HTTPS_PROXY: 'proxy.example:3128' }, 'proxy.example:3128'],
    ['without its password', { HTTPS_PROXY: 'http://me:secret@proxy.example:3128' }, 'proxy.example:3128'],
    ['none for a host that NO_PROXY names', { HTTPS_PROXY: PROXY, NO_PROXY: 'x.example, api.x.example' }, undefined],
    ['none for a domain that it names', { HTTPS_PROXY: PROXY, no_proxy: '.x.example' }, undefined],
    ['none for a domain with a star', { HTTPS_PROXY: PROXY, no_proxy: '*.x.example' }, undefined],
    ['none for all hosts', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, undefined],
    ['none for a host with this port', { HTTPS_PROXY: PROXY, NO_PROXY: 'api.x.example:443' }, undefined],
    ['one for a host with another port', { HTTPS_PROXY: PROXY, NO_PROXY: 'api.x.example:8443' }, 'proxy.example:3128'],
    ['one for a name that only ends alike', { HTTPS_PROXY: PROXY, NO_PROXY: 'i.x.example' }, 'proxy.example:3128'],
  ] as const)('is %s', (_, env, expected) => {
    expect(host('https://api.x.example/2/tweets', env)).toBe(expected);
  });

  it('is none on this machine', () => {
    for (const url of ['http://127.0.0.1:8080/', 'http://localhost/', 'http://[::1]:1/']) {
      expect(host(url, { ALL_PROXY: PROXY })).toBeUndefined();
    }
  });

  it('is refused without its value when it is not a URL, or of a kind that is not spoken here', () => {
    for (const value of ['http://me:secret@', 'socks5://proxy.example:1080', 'http://a b']) {
      expect(() => findProxy('https://x.example', { HTTPS_PROXY: value })).toThrow(ProxyError);
      expect(() => findProxy('https://x.example', { HTTPS_PROXY: value })).toThrow(/^HTTPS_PROXY is not/);
    }
  });

  it('whatever NO_PROXY holds, is found or not', () => {
    fc.assert(
      fc.property(fc.string(), (list) => {
        expect([undefined, 'proxy.example:3128']).toContain(
          host('https://x.example/', { HTTPS_PROXY: PROXY, NO_PROXY: list }),
        );
      }),
    );
  });
});
