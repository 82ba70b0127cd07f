import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that only a network of one's own reaches, or this machine: IANA's registries of special addresses. */
const OWN: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
];

const list = new BlockList();
for (const [address, prefix, family] of OWN) list.addSubnet(address, prefix, family);

/** Whether an IP address is of this machine or of a network of one's own; IPv4 within IPv6 is looked at as IPv4. */
export function isOwnAddress(address: string): boolean {
  // BlockList reads ::ffff:127.0.0.1 as the IPv4 address that it is.
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** A redirect from a public address into the own network, where a stranger's page has no business. */
export class OwnNetworkError extends Error {
  override readonly name = 'OwnNetworkError';
}

/** Which addresses are of the own network; a test may have others. */
export type AddressTest = (address: string) => boolean;

/** The addresses of a host. Rejects with the error of the look-up. */
export function findAddresses(hostname: string): Promise<readonly string[]> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return Promise.resolve([bare]);
  return new Promise((resolve, reject) => {
    lookUp(bare, { all: true }, (error, found) => {
      if (error === null) resolve(found.map(({ address }) => address));
      else reject(error);
    });
  });
}

/**
 * A look-up for connections that refuses own addresses with an OwnNetworkError: it is the connection's own, so that no
 * other address can be given between the test and the call.
 */
export const lookupOutside =
  (isOwn: AddressTest): LookupFunction =>
  (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      if (found.some(({ address }) => isOwn(address))) return done(new OwnNetworkError(hostname), []);
      const [first] = found;
      if (options.all === true || first === undefined) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
