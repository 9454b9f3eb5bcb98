import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import type { Candidate, Generation } from '../document/generation.ts';
import { documentStore } from '../document/store.ts';
import { frontJob, queueStore, showProblem, type JobId } from '../generation/queueStore.ts';
import { useGenerate } from '../generation/useGenerate.ts';
import { showProviderSettings } from '../panels/providerSettingsStore.ts';
import { showReview } from '../panels/reviewStore.ts';
import { randomSeed, settingsStore } from '../panels/settingsStore.ts';
import { useChosenProvider } from '../panels/useChosenProvider.ts';
import { plannedOf } from '../panels/usePlan.ts';
import { onDevice } from '../providers/onDevice/onDevice.ts';
import { announce } from '../ui/announce.ts';
import { command, type Command } from '../ui/command.ts';
import { orderOf } from './orderOf.ts';

export type RequestCommands = {
  readonly commands: readonly Command[];
  /** Ends the generation of that id, whether it runs or waits. */
  readonly endJob: (id: JobId) => void;
};

/** What can be done about the request: send it, one more of it, look at it first, stop it, set up who gets it. */
export const useRequestCommands = (): RequestCommands => {
  const document = useStore(documentStore, (state) => state.document);
  const chosen = useChosenProvider();
  const running = useStore(queueStore, (state) => frontJob(state) !== null);
  // Sentences, not plans: typing a prompt changes a plan with every key, but seldom whether it can be sent.
  const refusal = useStore(settingsStore, (state) => plannedOf(document, state, chosen).refusal?.reason);
  const unplanned = useStore(settingsStore, (state) => {
    const { plan } = plannedOf(document, state, chosen);
    return plan.kind === 'refused' ? plan.reason : undefined;
  });
  const generation = useGenerate(showDone);

  const send = (provider = chosen.provider): void => {
    const { document: now } = documentStore.getState();
    const settings = settingsStore.getState();
    if (!now) return;
    generation.start(orderOf(now, provider, settings, chosen.gateway));
    if (!settings.keepSeed) settingsStore.setState({ seed: randomSeed() });
  };
  const sendOnDevice = (): void => {
    settingsStore.setState({ provider: onDevice.id });
    showProblem(null);
    send(onDevice);
  };
  const stop = (): void => {
    const underWay = frontJob(queueStore.getState())?.running?.stage;
    generation.stop();
    const billed = underWay === 'waiting' || underWay === 'downloading';
    announce(billed ? 'Stopped. Nothing was changed; it may still be billed.' : 'Stopped. Nothing was changed.');
  };

  const free = !running && refusal === undefined;
  const commands = [
    command('generate', 'Generate', ['$mod+Enter'], () => send(), free, refusal),
    command(
      'queue',
      'Generate, add to queue',
      ['$mod+Alt+Enter'],
      () => send(),
      running && refusal === undefined,
      refusal,
    ),
    command('retry', 'Try again', [], () => send(), free, refusal),
    command('use-on-device', 'Use On-device', [], sendOnDevice, !running),
    command(
      'review',
      'Review request',
      ['$mod+Shift+Enter'],
      () => showReview(true),
      unplanned === undefined,
      unplanned,
    ),
    command('provider-settings', 'Provider settings', ['$mod+Comma'], () => showProviderSettings(true)),
    command('stop', 'Stop', ['Escape', 'Shift+X'], stop, running),
  ];
  return { commands, endJob: generation.stop };
};

/** Opens the comparison, unless the user has gone on to something else meanwhile. */
const showDone = ({ source, mask, candidates, duration }: Generation): void => {
  const [first] = candidates;
  const { document } = documentStore.getState();
  const waited = document?.source === source && document.mask === mask && viewStore.getState().comparing === null;
  if (first && waited)
    viewStore.setState({ comparing: first.id, showOriginal: false, comparePosition: middleOf(first) });
  const time = `Done in ${(duration / 1000).toFixed(1)} seconds.`;
  announce(waited ? `${time} The result is compared with the original.` : `${time} The result is in the history.`);
};

/** The divider goes through the middle of what changed, so that the first look shows some of both. */
const middleOf = ({ changed, picture }: Candidate): number =>
  Math.round(((changed.x + changed.width / 2) / picture.size.width) * 100);
