import { rectOfSize } from '../geometry/rect.ts';
import type { JobHandle } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { encodeMask, encodePicture } from '../raster/rasterClient.ts';
import type { PasteFacts } from '../storage/jobRecord.ts';
import type { Begun } from './generationOf.ts';
import type { Order } from './order.ts';
import type { ReadyPlan } from './plan.ts';

export type JobKeeper = {
  /** Keeps a job that the provider has taken, so that it can be waited for after a reload. */
  readonly keep: (handle: JobHandle, facts: PasteFacts, nonce: string | null) => void;
  readonly forget: () => Promise<void>;
  /** Forgets it after a failure, unless the result may still come: then it is offered after a reload. */
  readonly forgetUnlessPassing: (error: unknown) => Promise<void>;
};

/** The storage's part comes with the first job that needs it. */
const storage = () => import('../storage/jobStore.ts');

/**
 * Keeps what a job needs to be finished by another visit: nothing before the provider has taken it, and never a key. Only plans of one call
 * are kept, since a later one would have to be submitted. That keeping fails (a private window, a full disk) is no reason to fail.
 */
export const keepingJob = (order: Order, plan: ReadyPlan, begun: Begun): JobKeeper => {
  let keeping: Promise<unknown> | null = null;
  const write = async (handle: JobHandle, facts: PasteFacts, nonce: string | null): Promise<void> => {
    const { source, mask } = order.document;
    const [bytes, maskFile, { keepJob }] = await Promise.all([
      order.file?.bytes ?? encodePicture(source.id, { type: 'image/png', quality: 1 }),
      encodeMask(mask, rectOfSize(source.size)),
      storage(),
    ]);
    await keepJob({
      version: 1,
      id: begun.id,
      provider: { id: begun.provider.id, label: begun.provider.label },
      handle,
      nonce,
      asked: begun.asked,
      candidates: plan.candidates,
      price: begun.price,
      paste: facts,
      source: { name: order.file?.name ?? 'picture.png', bytes },
      mask: maskFile,
      startedAt: begun.startedAt,
    });
  };
  const forget = async (): Promise<void> => {
    if (!keeping) return;
    await keeping;
    await storage()
      .then(({ forgetJob }) => forgetJob(begun.id))
      .catch(() => undefined);
  };
  return {
    keep(handle, facts, nonce) {
      if (plan.steps.length === 1 && order.provider.resume)
        keeping = write(handle, facts, nonce).catch(() => undefined);
    },
    forget,
    forgetUnlessPassing: (error) => (mayStillCome(error) ? Promise.resolve() : forget()),
  };
};

const mayStillCome = (error: unknown): boolean =>
  error instanceof ProviderError && ['network', 'timeout', 'unavailable'].includes(error.kind);
