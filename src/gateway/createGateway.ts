import { Hono } from 'hono';
import { callUpstream } from './callUpstream.ts';
import { config } from './config.ts';
import { makeEventBoard } from './eventBoard.ts';
import { events } from './events.ts';
import { forward } from './forward.ts';
import { LIMITS, type Limits } from './limits.ts';
import { findPageFile, type PageFiles } from './pageFile.ts';
import { ownHostOnly, pageOnly } from './pageOnly.ts';
import { problem } from './problem.ts';
import { resolveHost } from './publicAddress.ts';
import { rateLimit } from './rateLimit.ts';
import { requestLog } from './requestLog.ts';
import { resultProxy, type ResultSources } from './resultProxy.ts';
import { providerOrigins, securityHeaders } from './securityHeaders.ts';
import type { GatewaySettings } from './settings.ts';
import { makeUploads } from './uploads.ts';
import type { UploadStore } from './uploadStore.ts';
import { receiveWebhook, registerWebhook } from './webhooks.ts';

export type GatewayOptions = {
  readonly settings: GatewaySettings;
  /** The built page. Without it only the gateway's own routes answer, as in development, where Vite serves the page. */
  readonly page?: PageFiles;
  /** Where uploads go; null where no provider could fetch them. */
  readonly uploads?: UploadStore | null;
  readonly limits?: Partial<Limits>;
  readonly log?: (line: string) => void;
  /** Injected by tests; ms. */
  readonly now?: () => number;
  readonly resultSources?: ResultSources;
};

export type Gateway = {
  /** The gateway as one handler: it runs wherever hono does, and tests call it with `handler.request(path)`. */
  readonly handler: Hono;
  /** Removes what has expired; called every minute by whoever runs the gateway. */
  readonly sweep: () => Promise<void>;
  /** Removes all uploads. */
  readonly close: () => Promise<void>;
};

export const createGateway = ({
  settings,
  page,
  uploads: store = null,
  limits: changedLimits = {},
  log = () => {},
  now = Date.now,
  resultSources = { resolve: resolveHost, call: callUpstream },
}: GatewayOptions): Gateway => {
  const limits = { ...LIMITS, ...changedLimits };
  const board = makeEventBoard(now);
  const uploads = makeUploads(store, limits, now);
  const ours = pageOnly(settings);
  const limited = rateLimit(limits, now);

  const handler = new Hono();
  handler.use(securityHeaders(settings.directCalls ? providerOrigins(settings) : []));
  for (const path of ['/api/*', '/uploads/*'])
    handler.use(path, requestLog(log, now), async (context, next) => {
      await next();
      context.header('Cache-Control', 'no-store');
    });

  handler.get('/api/config', ownHostOnly(settings), config(settings));
  handler.get('/api/events', ownHostOnly(settings), events(board, limits.heartbeatMs));
  handler.post('/api/webhooks/:id', ours, limited, registerWebhook(settings, board));
  // Called by providers: the nonce and the signature say who it is.
  handler.post('/api/webhooks/:id/:nonce', limited, receiveWebhook(settings, board, limits));
  handler.post('/api/uploads', ours, limited, uploads.create);
  handler.delete('/api/uploads/:name', ours, uploads.remove);
  handler.get('/uploads/:name', uploads.serve);
  handler.all('/uploads/:name', (context) => context.text('Uploads can only be read.', 405, { Allow: 'GET, HEAD' }));
  handler.get('/api/providers/:id/result', ours, limited, resultProxy(settings, limits, resultSources));
  handler.all('/api/providers/:id/*', ours, limited, forward(settings, limits));

  if (page)
    handler.get('*', async (context) => {
      const file = await findPageFile(page, new URL(context.req.url).pathname);
      if (!file) return context.notFound();
      return context.body(file.bytes, 200, {
        'Content-Type': file.type,
        'Content-Length': String(file.bytes.length),
        'Cache-Control': file.cache,
      });
    });

  handler.notFound((context) => context.text('There is nothing at this address.', 404));
  // The error stays here: its message might hold what must not be logged.
  handler.onError((_, context) => problem(context, 500, 'failed', 'The gateway failed at this request.'));

  const sweep = async () => {
    board.sweep();
    await uploads.sweep();
  };
  return { handler, sweep, close: uploads.close };
};
