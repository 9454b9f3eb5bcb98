import { expect, test } from 'vitest';
import { connectionOf, noOptions, routeOf } from './connectionOf.ts';
import type { EditProvider } from './contract.ts';
import type { GatewayConfig, GatewayProvider } from './gatewayConfig.ts';
import { readinessOf } from './readinessOf.ts';
import { providerOf } from './registry.ts';

const holySheep = providerOf('holysheep');
const onDevice = providerOf('on-device');
const fetching: EditProvider = {
  ...holySheep,
  capabilities: (settings) => {
    const own = holySheep.capabilities(settings);
    return { ...own, needs: { ...own.needs, publicUploads: true } };
  },
};

const gateway = (changes: Partial<GatewayProvider> = {}): GatewayConfig => ({
  providers: { holysheep: { keyInGateway: false, baseUrl: null, uploads: null, webhooks: false, ...changes } },
  publicUrl: null,
  uploads: null,
  webhooks: false,
});
const other = { baseUrl: 'https://mirror.example/v1', settings: {} };

test('on this computer nothing is needed', () => {
  expect(readinessOf(onDevice, null, noOptions, false)).toEqual({ ready: true, words: 'No key needed' });
  expect(connectionOf(onDevice, gateway(), noOptions, 'k')).toEqual({ baseUrl: '', apiKey: null, settings: {} });
});

test('the way is through the gateway, unless there is none or another address is wanted', () => {
  const own = holySheep.defaultBaseUrl;
  expect(routeOf(holySheep, null, noOptions)).toEqual({ kind: 'direct', baseUrl: own });
  expect(routeOf(holySheep, gateway(), noOptions)).toEqual({ kind: 'gateway', baseUrl: own });
  expect(routeOf(holySheep, gateway({ keyInGateway: true, baseUrl: other.baseUrl }), other)).toEqual({
    kind: 'gateway',
    ...pick(other),
  });
  expect(routeOf(holySheep, gateway(), other)).toEqual({ kind: 'direct', ...pick(other) });
  expect(routeOf(holySheep, { ...gateway(), providers: {} }, noOptions).kind).toBe('direct');
});

const pick = ({ baseUrl }: { readonly baseUrl: string }) => ({ baseUrl });

test('a connection carries the typed key and the settings in force', () => {
  const options = { baseUrl: null, settings: { dialect: 'edits' } };
  const connection = connectionOf(holySheep, gateway(), options, 'typed');
  expect(connection).toMatchObject({ baseUrl: '/api/providers/holysheep', apiKey: 'typed' });
  expect(connection.settings).toMatchObject({ dialect: 'edits', delivery: 'answer' });
  expect(connectionOf(holySheep, gateway(), other, 'typed').baseUrl).toBe(other.baseUrl);
});

test.each([
  ['no key at all', holySheep, gateway(), noOptions, false, 'No key yet'],
  ['no key and no gateway', holySheep, null, noOptions, false, 'No key yet'],
  ['a key in the gateway', holySheep, gateway({ keyInGateway: true }), noOptions, false, 'Key in gateway'],
  ['a key in both', holySheep, gateway({ keyInGateway: true }), noOptions, true, 'Key in this tab'],
  [
    'a key in the gateway, but the way does not lead there',
    holySheep,
    gateway({ keyInGateway: true }),
    other,
    false,
    'No key yet',
  ],
  ['public files without a gateway', fetching, null, noOptions, true, 'Needs the gateway'],
  ['public files past the gateway', fetching, gateway(), other, true, 'Needs the gateway'],
  ['public files without a public address', fetching, gateway(), noOptions, true, 'Needs public address'],
  ['public files that it can reach', fetching, gateway({ uploads: 'local' }), noOptions, true, 'Key in this tab'],
  ['an S3 storage, without a key', fetching, gateway({ uploads: 's3' }), noOptions, false, 'No key yet'],
] as const)('%s', (_, provider, config, options, hasKey, words) => {
  const readiness = readinessOf(provider, config, options, hasKey);
  expect(readiness.words).toBe(words);
  expect(readiness.ready).toBe(words.startsWith('Key'));
});
