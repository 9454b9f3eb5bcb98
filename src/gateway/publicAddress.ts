import { BlockList, type LookupFunction } from 'node:net';
import { lookup } from 'node:dns/promises';

export type Address = { readonly address: string; readonly family: number };

/** All addresses of a host name. Rejects where it has none. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>;

export const resolveHost: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** IPv4 networks that are not the public internet: private, shared (CGNAT), loopback, link-local, documentation, tests, multicast, reserved. */
const SPECIAL_4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  SPECIAL_4.addSubnet(network, prefix, 'ipv4');

/** Of IPv6 only this is the public internet; so mapped IPv4, loopback, unique local and link-local addresses are out. */
const GLOBAL_6 = new BlockList();
GLOBAL_6.addSubnet('2000::', 3, 'ipv6');
/** Parts of it that carry IPv4 addresses or are for documentation. */
const SPECIAL_6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  SPECIAL_6.addSubnet(network, prefix, 'ipv6');

/** Whether an address, as a resolver gives it, is on the public internet. */
export const isPublicAddress = ({ address, family }: Address): boolean => {
  if (family === 4) return !SPECIAL_4.check(address, 'ipv4');
  if (family === 6) return GLOBAL_6.check(address, 'ipv6') && !SPECIAL_6.check(address, 'ipv6');
  return false;
};

/** Makes a connection go to this very address: the name is not resolved a second time, when it might answer otherwise. */
export const pinnedTo =
  ({ address, family }: Address): LookupFunction =>
  (_, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
