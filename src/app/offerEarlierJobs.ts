import type { QueryClient } from '@tanstack/react-query';
import { commitMask, documentStore } from '../document/store.ts';
import type { UseGenerate } from '../generation/useGenerate.ts';
import { choicesOf, settingsStore } from '../panels/settingsStore.ts';
import { askGateway } from '../panels/useGatewayConfig.ts';
import { readinessOf } from '../providers/readinessOf.ts';
import { providerOf, providers } from '../providers/registry.ts';
import { decodeMask } from '../raster/rasterClient.ts';
import { hasKeptJobs } from '../storage/hasKeptJobs.ts';
import type { JobRecord } from '../storage/jobRecord.ts';
import { keyOf } from '../storage/keyStore.ts';
import { ask } from '../ui/ask.ts';
import { openFile } from './openFile.ts';
import { callSetupOf } from './orderOf.ts';
import { showProblem } from './showProblem.ts';

/** Offers to wait again for generations that were under way when the page was closed. Submits nothing. */
export const offerEarlierJobs = async (client: QueryClient, resume: UseGenerate['resume']): Promise<void> => {
  if (!(await hasKeptJobs())) return;
  const { dropResumable, resumableJobs } = await import('../generation/resumeJobs.ts');
  for (const record of await resumableJobs(providers)) {
    const wanted = await ask({
      title: 'A generation was under way',
      body: `${record.provider.label} was working on “${record.source.name}” when this page was closed. Its result may still come; nothing is sent again.`,
      confirm: 'Wait for it',
      cancel: 'Forget it',
    });
    // One picture is open at a time: whatever else waits is offered at the next visit.
    if (wanted) return waitAgain(record, client, resume);
    await dropResumable(record.id);
  }
};

const waitAgain = async (record: JobRecord, client: QueryClient, resume: UseGenerate['resume']): Promise<void> => {
  const provider = providerOf(record.provider.id);
  settingsStore.setState({ provider: provider.id });
  try {
    if (!(await openFile(record.source.bytes, record.source.name))) return;
    settingsStore.setState({ prompt: record.asked.prompt });
    const source = documentStore.getState().document?.source;
    if (source) commitMask((await decodeMask(record.mask, source.size)).mask, 'Mask of the earlier visit');
    const { document } = documentStore.getState();
    const gateway = await askGateway(client);
    const settings = settingsStore.getState();
    const { options } = choicesOf(settings, provider.id);
    const readiness = readinessOf(provider, gateway, options, keyOf(provider.id) !== null);
    if (!readiness.ready) throw new Error(readiness.reason);
    if (document) resume({ record, document, provider, call: callSetupOf(provider, settings, gateway) });
  } catch (error) {
    showProblem(
      `The earlier result of ${provider.label} cannot be waited for now.`,
      error,
      'Complete the Provider settings with “Remember until this tab closes”, then reload the page: it is offered again.',
    );
  }
};
