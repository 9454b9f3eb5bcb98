import type { Handler } from 'hono';
import type { EventBoard } from './eventBoard.ts';
import { problem } from './problem.ts';

/** `GET /api/events?nonce=`: server-sent events, the message `{ provider, jobId, body }` as JSON. A comment now and then keeps it open. */
export const events =
  (board: EventBoard, heartbeatMs: number): Handler =>
  (context) => {
    const nonce = context.req.query('nonce') ?? '';
    if (!board.isKnown(nonce)) return problem(context, 404, 'unknown-route', 'There is no such job here.');
    const encoder = new TextEncoder();
    let end = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        send(': listening\n\n');
        const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
        const unlisten = board.listen(nonce, (event) => send(`data: ${JSON.stringify(event)}\n\n`));
        end = () => {
          clearInterval(heartbeat);
          unlisten?.();
        };
        if (unlisten) return;
        end();
        controller.close();
      },
      cancel: () => end(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } });
  };
