import { describe, expect, test } from 'vitest';
import { providerRoutes } from '../providers/providerRoutes.ts';
import { gatewayConfig } from './config.ts';
import { TEST_ROUTES } from './fixtures/serveGateway.ts';
import { headersFor, providerOrigins } from './securityHeaders.ts';
import { readSettings, type Environment } from './settings.ts';
import { staticHeaders } from './staticHeaders.ts';

const read = (environment: Environment = {}) => readSettings(environment, [TEST_ROUTES]);
const S3 = {
  UPLOADS_S3_ENDPOINT: 'https://storage.example',
  UPLOADS_S3_BUCKET: 'pictures',
  UPLOADS_S3_ACCESS_KEY_ID: 'id',
  UPLOADS_S3_SECRET_ACCESS_KEY: 'canary',
};

describe('what the page is told', () => {
  test('of an empty environment', () => {
    expect(gatewayConfig(read())).toEqual({
      providers: { testing: { keyInGateway: false, baseUrl: TEST_ROUTES.baseUrl, uploads: null, webhooks: false } },
      publicUrl: null,
      uploads: null,
      webhooks: false,
    });
  });

  test('of a full one holds no secret', () => {
    const config = gatewayConfig(
      read({
        ...S3,
        TESTING_API_KEY: 'canary',
        TESTING_WEBHOOK_SECRET: 'canary',
        PUBLIC_URL: 'https://paint.example/',
      }),
    );
    expect(config).toEqual({
      providers: { testing: { keyInGateway: true, baseUrl: TEST_ROUTES.baseUrl, uploads: 's3', webhooks: true } },
      publicUrl: 'https://paint.example',
      uploads: 's3',
      webhooks: true,
    });
    expect(JSON.stringify(config)).not.toContain('canary');
  });

  const REMOTE = 'https://api.example';
  const LOCAL = 'http://127.0.0.1:9000';
  test.each([
    [null, REMOTE, null],
    ['https://paint.example', REMOTE, 'local'],
    ['https://paint.example', LOCAL, 'local'],
    ['http://127.0.0.1:5173', REMOTE, null],
    ['http://localhost:5173', REMOTE, null],
    ['https://localhost', REMOTE, null],
    ['http://127.0.0.1:5173', LOCAL, 'local'],
    ['http://localhost:5173', 'http://[::1]:9000', 'local'],
  ])('public address %s and provider at %s: uploads %s', (publicUrl, baseUrl, uploads) => {
    const { providers } = gatewayConfig(
      read({ PUBLIC_URL: publicUrl ?? '', TESTING_BASE_URL: baseUrl, TESTING_WEBHOOK_SECRET: 'secret' }),
    );
    expect(providers.testing).toMatchObject({ uploads, webhooks: uploads !== null });
  });

  test('storage on this machine counts for a provider on this machine', () => {
    const local = { ...S3, UPLOADS_S3_ENDPOINT: 'http://127.0.0.1:9000' };
    expect(gatewayConfig(read(local)).providers.testing?.uploads).toBeNull();
    expect(gatewayConfig(read({ ...local, TESTING_BASE_URL: LOCAL })).providers.testing?.uploads).toBe('s3');
  });
});

describe('mistakes in the environment are said in a sentence', () => {
  test.each<[string, Environment, string]>([
    ['no address', { TESTING_BASE_URL: 'api.example' }, 'TESTING_BASE_URL'],
    ['http to another machine', { TESTING_BASE_URL: 'http://192.168.0.7:9000' }, 'http:// only on this machine'],
    ['another protocol', { TESTING_BASE_URL: 'file:///etc' }, 'TESTING_BASE_URL'],
    ['a password in it', { TESTING_BASE_URL: 'https://a:canary@api.example' }, 'plain address'],
    ['a query in it', { TESTING_BASE_URL: 'https://api.example/?key=canary' }, 'plain address'],
    ['a public address without encryption', { PUBLIC_URL: 'http://paint.example' }, 'PUBLIC_URL'],
    ['a public address with a path', { PUBLIC_URL: 'https://example.com/paint' }, 'without a path'],
    ['a key with a line break', { TESTING_API_KEY: 'canary\nx' }, 'TESTING_API_KEY'],
    ['half of the storage', { ...S3, UPLOADS_S3_BUCKET: '' }, 'UPLOADS_S3_BUCKET'],
    ['a bucket that is a path', { ...S3, UPLOADS_S3_BUCKET: '../x' }, 'UPLOADS_S3_BUCKET'],
  ])('%s', (_, environment, words) => {
    let message = '';
    try {
      read(environment);
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    expect(message).toContain(words);
    expect(message).not.toContain('canary');
  });

  test('what is empty counts as not set', () => {
    expect(
      read({ TESTING_API_KEY: ' ', TESTING_BASE_URL: '', PUBLIC_URL: '', HOST: '', UPLOADS_S3_BUCKET: '' }),
    ).toEqual(read());
  });
});

describe('the origins that the page may call', () => {
  const policy = (connect: readonly string[]) =>
    /connect-src ([^;]*)/.exec(headersFor(connect)['Content-Security-Policy'] ?? '')?.[1];

  test('behind the gateway are its own only', () => {
    expect(policy([])).toBe("'self'");
  });

  test('without it are exactly those of the listed calls', () => {
    expect(providerOrigins(read())).toEqual(['https://api.testing.example', 'https://poll.testing.example']);
    expect(providerOrigins(read({ TESTING_BASE_URL: 'http://127.0.0.1:9000/v1' }))).toEqual(['http://127.0.0.1:9000']);
    const origins = [
      ...new Set(
        providerRoutes.flatMap(({ baseUrl, calls }) => [baseUrl, ...calls.flatMap((call) => call.baseUrl ?? [])]),
      ),
    ].map((address) => /^https:\/\/[a-z0-9.-]+/.exec(address)?.[0] ?? 'not https');
    const listed = policy(providerOrigins(readSettings({}, providerRoutes)))?.split(' ') ?? [];
    expect(listed).toEqual(["'self'", ...[...new Set(origins)].sort()]);
    expect(listed.join(' ')).not.toContain('*');
  });

  test('are written for static hosts, with all other headers', () => {
    const lines = staticHeaders([TEST_ROUTES]).split('\n');
    expect(lines[0]).toBe('/*');
    expect(lines).toHaveLength(2 + Object.keys(headersFor([])).length);
    expect(lines[1]).toContain("connect-src 'self' https://api.testing.example https://poll.testing.example;");
    expect(lines).toContain('  X-Content-Type-Options: nosniff');
  });
});
