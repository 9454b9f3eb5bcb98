import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import type { EditDocument } from '../document/editDocument.ts';
import type { Candidate, Generation } from '../document/generation.ts';
import { documentStore } from '../document/store.ts';
import { frontJob, queueStore, showProblem, type JobId } from '../generation/queueStore.ts';
import { useGenerate, type UseGenerate } from '../generation/useGenerate.ts';
import { showProviderSettings } from '../panels/providerSettingsStore.ts';
import { showReview } from '../panels/reviewStore.ts';
import { randomSeed, settingsStore } from '../panels/settingsStore.ts';
import { useChosenProvider } from '../panels/useChosenProvider.ts';
import { plannedOf } from '../panels/usePlan.ts';
import { onDevice } from '../providers/onDevice/onDevice.ts';
import { announce } from '../ui/announce.ts';
import { command, type Command } from '../ui/command.ts';
import { orderOf } from './orderOf.ts';

/** Time after the start before earlier visits are looked into, ms. */
const earlierJobsDelayMs = 1000;

/** Presses of Queue nearer together than this are one, ms. */
const slipMs = 600;

/** The last press: the document as it was, and when (performance.now(), ms). There is one set of commands. */
let lastPress: { readonly document: EditDocument | null; readonly at: number } = { document: null, at: -Infinity };

const notePress = (document: EditDocument): void => {
  lastPress = { document, at: performance.now() };
};

/** False for a press that bounced, or a key that is held. */
const isNewPress = (): boolean => performance.now() - lastPress.at >= slipMs;

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
  const generation = useGenerate((made) => showDone(lastPress.document, made));
  useEarlierJobs(generation.resume);

  const send = (provider = chosen.provider): void => {
    const { document: now } = documentStore.getState();
    const settings = settingsStore.getState();
    if (!now) return;
    notePress(now);
    const begun = generation.start(orderOf(now, provider, settings, chosen.gateway));
    if (begun && !settings.keepSeed) settingsStore.setState({ seed: randomSeed() });
  };
  const queue = (): void => {
    const { document: now } = documentStore.getState();
    const settings = settingsStore.getState();
    if (!now || !isNewPress()) return;
    notePress(now);
    // One more of the same is what the queue is for, as long as its seed is another one.
    const begun = generation.start({ ...orderOf(now, chosen.provider, settings, chosen.gateway), keepSeed: true });
    if (begun && !settings.keepSeed) settingsStore.setState({ seed: randomSeed() });
    announce(begun ? 'Added to the queue.' : 'The same is under way already. Change the request or its seed.');
  };
  const sendOnDevice = (): void => {
    settingsStore.setState({ provider: onDevice.id });
    showProblem(null);
    send(onDevice);
  };
  const end = (id?: JobId): void => announce(generation.stop(id) ?? 'It has ended already.');

  const free = !running && refusal === undefined;
  const commands = [
    command('generate', 'Generate', ['$mod+Enter'], () => send(), free, refusal),
    command('queue', 'Generate, add to queue', ['$mod+Alt+Enter'], queue, running && refusal === undefined, refusal),
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
    command('stop', 'Stop', ['Escape', 'Shift+X'], () => end(), running),
  ];
  return { commands, endJob: end };
};

/** Asks about generations of an earlier visit, once, when the start screen has settled. */
const useEarlierJobs = (resume: UseGenerate['resume']): void => {
  const client = useQueryClient();
  const current = useRef(resume);
  useEffect(() => {
    current.current = resume;
  });
  useEffect(() => {
    const offer = async (): Promise<void> => {
      const { offerEarlierJobs } = await import('./offerEarlierJobs.ts');
      await offerEarlierJobs(client, (order) => current.current(order));
    };
    // What can't be offered now is offered at the next visit.
    const timer = window.setTimeout(() => void offer().catch(() => undefined), earlierJobsDelayMs);
    return () => window.clearTimeout(timer);
  }, [client]);
};

/** Opens the comparison, unless the user has gone on to something else since the last press. */
const showDone = (pressed: EditDocument | null, { source, candidates, duration }: Generation): void => {
  const [first] = candidates;
  const { document } = documentStore.getState();
  const waited = document === pressed && document?.source === source && viewStore.getState().comparing === null;
  if (first && waited)
    viewStore.setState({ comparing: first.id, showOriginal: false, comparePosition: middleOf(first) });
  const time = `Done in ${(duration / 1000).toFixed(1)} seconds.`;
  announce(waited ? `${time} The result is compared with the original.` : `${time} The result is in the history.`);
};

/** The divider goes through the middle of what changed, so that the first look shows some of both. */
const middleOf = ({ changed, picture }: Candidate): number =>
  Math.round(((changed.x + changed.width / 2) / picture.size.width) * 100);
