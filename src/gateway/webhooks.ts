import type { Handler } from 'hono';
import type { EventBoard } from './eventBoard.ts';
import type { Limits } from './limits.ts';
import { problem } from './problem.ts';
import { readCapped } from './readCapped.ts';
import { publicUrlFor, takesWebhooks, type GatewaySettings } from './settings.ts';
import { isSigned } from './webhookSignature.ts';

/** Words with which vendors say that a job is over. Any other word means that it goes on. */
const FINAL = new Set(['completed', 'succeeded', 'success', 'failed', 'failure', 'error', 'cancelled', 'canceled']);

/** `POST /api/webhooks/:id`, by the page: a nonce and the address that the provider is to call. */
export const registerWebhook =
  (settings: GatewaySettings, board: EventBoard): Handler =>
  (context) => {
    const provider = settings.providers.get(context.req.param('id') ?? '');
    if (!provider) return problem(context, 404, 'unknown-route', 'The gateway knows no such provider.');
    if (!takesWebhooks(settings, provider)) {
      const missing = `${provider.routes.environment}_WEBHOOK_SECRET and a PUBLIC_URL`;
      return problem(
        context,
        409,
        'not-configured',
        `Webhooks of ${provider.routes.label} need ${missing} that it can reach.`,
      );
    }
    const nonce = board.open(provider.routes.id);
    const url = `${publicUrlFor(settings, provider) ?? ''}/api/webhooks/${provider.routes.id}/${nonce}`;
    return context.json({ nonce, url }, 201);
  };

/** `POST /api/webhooks/:id/:nonce`, by the provider. Unknown nonce 404, wrong signature 401, a repetition 200 without effect. */
export const receiveWebhook =
  (settings: GatewaySettings, board: EventBoard, limits: Limits): Handler =>
  async (context) => {
    const { id = '', nonce = '' } = context.req.param();
    const provider = settings.providers.get(id);
    if (!provider?.webhookSecret || !board.isOpen(id, nonce))
      return problem(context, 404, 'unknown-route', 'No such job is expected here.');
    const body = await readCapped(context.req.raw.body, limits.webhookBytes);
    if (!body) return problem(context, 413, 'too-large', 'The event is too large.');
    const signature = provider.signatureHeaders
      .map((name) => context.req.header(name))
      .find((value) => value !== undefined);
    if (signature === undefined || !isSigned(body, provider.webhookSecret, signature))
      return problem(context, 401, 'not-allowed', 'The signature does not fit.');

    const event = readEvent(body);
    if (!event) return problem(context, 400, 'bad-request', 'The event names no job and status.');
    if (FINAL.has(event.status.toLowerCase()))
      board.deliver(nonce, { provider: id, jobId: event.jobId, body: event.body });
    return context.json({ status: 'processed', job_id: event.jobId });
  };

type Read = { readonly jobId: string; readonly status: string; readonly body: unknown };

const readEvent = (bytes: Uint8Array): Read | null => {
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof body !== 'object' || body === null) return null;
    const { job_id: jobId, status } = body as Record<string, unknown>;
    return typeof jobId === 'string' && typeof status === 'string' ? { jobId, status, body } : null;
  } catch {
    return null;
  }
};
