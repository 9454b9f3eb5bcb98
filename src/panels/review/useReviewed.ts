import { useEffect, useState } from 'react';
import type { EditDocument } from '../../document/editDocument.ts';
import type { ReadyPlan } from '../../generation/plan.ts';
import { prepareStep } from '../../generation/prepareStep.ts';
import { settingsOf } from '../../providers/connectionOf.ts';
import type { PlanStep } from '../../providers/contract.ts';
import type { ChosenProvider } from '../useChosenProvider.ts';
import { recordRequest, type RecordedRequest } from './recordRequest.ts';

/** The first call as it would be made. */
export type Reviewed =
  | { readonly state: 'preparing' | 'nothing-sent' }
  | { readonly state: 'ready'; readonly step: PlanStep; readonly request: RecordedRequest }
  | { readonly state: 'failed'; readonly reason: string };

/** Files get their public address when they are uploaded, which Review does not do: a stand-in takes its place. */
const withAddresses = (step: PlanStep, { steps: [{ transport }] }: ReadyPlan): PlanStep =>
  transport === 'public-url'
    ? {
        ...step,
        files: step.files.map((file) => ({ ...file, url: `https://uploads.example/${file.role}.${file.format}` })),
      }
    : step;

/** Prepares the first call exactly as Generate does, and takes the request down instead of sending it. */
export const useReviewed = (document: EditDocument, plan: ReadyPlan, chosen: ChosenProvider): Reviewed => {
  const [reviewed, setReviewed] = useState<Reviewed>({ state: 'preparing' });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const review = async (): Promise<void> => {
      const { provider, route, choices } = chosen;
      if (route.kind === 'here') return setReviewed({ state: 'nothing-sent' });
      const step = await prepareStep(document, plan, signal);
      const settings = settingsOf(provider, choices.options);
      const request = await recordRequest(provider, withAddresses(step, plan), {
        baseUrl: route.baseUrl,
        apiKey: null,
        settings,
      });
      if (!signal.aborted) setReviewed(request ? { state: 'ready', step, request } : { state: 'nothing-sent' });
    };
    review().catch((error: unknown) => {
      if (!signal.aborted)
        setReviewed({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return () => controller.abort();
  }, [document, plan, chosen]);
  return reviewed;
};
