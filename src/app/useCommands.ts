import { useStore } from 'zustand';
import * as view from '../canvas/viewActions.ts';
import { findCandidate } from '../canvas/shownPictures.ts';
import { viewStore, type CompareMode } from '../canvas/viewStore.ts';
import type { Candidate } from '../document/generation.ts';
import { invertMask } from '../document/invertMask.ts';
import { acceptCandidate, commitMask, discardCandidate, documentStore, redoStep, undoStep } from '../document/store.ts';
import { emptyMask } from '../document/tileMask.ts';
import { requestOf } from '../generation/editRequest.ts';
import { planEdit } from '../generation/planEdit.ts';
import { frontJob, queueStore } from '../generation/queueStore.ts';
import { useGenerate } from '../generation/useGenerate.ts';
import { randomSeed, settingsStore } from '../panels/settingsStore.ts';
import { networkFetch } from '../providers/http.ts';
import { providerOf } from '../providers/registry.ts';
import { wait } from '../providers/wait.ts';
import { announce } from '../ui/announce.ts';
import type { Command, Commands } from '../ui/command.ts';
import { cycleTheme } from '../ui/theme.ts';
import { downloadResult } from './downloadResult.ts';
import { exportMask } from './maskFiles.ts';

export type CommandHost = {
  readonly chooseImage: () => void;
  readonly chooseMask: () => void;
  readonly showShortcuts: () => void;
};

const command = (
  id: string,
  label: string,
  keys: readonly string[],
  run: () => void,
  enabled = true,
  reason?: string,
): Command => ({ id, label, keys, run, enabled, ...(reason !== undefined && { reason }) });

/** Everything the user can do, with what it is called, its keys, and whether it can be done now. */
export const useCommands = (host: CommandHost): Commands => {
  const document = useStore(documentStore, (state) => state.document);
  const generations = useStore(documentStore, (state) => state.generations);
  const canUndo = useStore(documentStore, ({ history }) => history.undo.length > 0);
  const canRedo = useStore(documentStore, ({ history }) => history.redo.length > 0);
  const comparing = useStore(viewStore, (state) => state.comparing);
  const provider = providerOf(useStore(settingsStore, (state) => state.provider));
  const running = useStore(queueStore, (state) => frontJob(state) !== null);

  const generation = useGenerate(({ candidates, duration }) => {
    const [first] = candidates;
    if (first) viewStore.setState({ comparing: first.id, showOriginal: false, comparePosition: middleOf(first) });
    announce(`Done in ${(duration / 1000).toFixed(1)} seconds. The result is compared with the original.`);
  });

  const open = document !== null;
  const result = findCandidate(generations, comparing)?.candidate ?? null;
  const prompt = useStore(settingsStore, (state) => state.prompt);
  const plan = planEdit(document, provider, provider.capabilities({}), requestOf({ prompt }));

  const generate = (): void => {
    const { document: now } = documentStore.getState();
    const { prompt, seed, keepSeed } = settingsStore.getState();
    if (!now) return;
    const connection = { baseUrl: provider.defaultBaseUrl ?? '', apiKey: null, settings: {} };
    const request = requestOf({ prompt, seed });
    generation.start({ document: now, provider, request, call: { connection, fetch: networkFetch, wait } });
    if (!keepSeed) settingsStore.setState({ seed: randomSeed() });
  };

  const leaveComparison = (): void => viewStore.setState({ comparing: null, showOriginal: false });

  const list: readonly Command[] = [
    command('open', 'Open image', ['$mod+O'], host.chooseImage),
    command('download', 'Download', ['$mod+S'], () => void downloadResult(), open),
    command('undo', 'Undo', ['$mod+Z'], undoStep, canUndo, 'Nothing to undo'),
    command('redo', 'Redo', ['$mod+Shift+Z', '$mod+Y'], redoStep, canRedo, 'Nothing to redo'),
    ...maskCommands(host, open),
    ...viewCommands(open),
    ...toolCommands(open),
    command(
      'generate',
      'Generate',
      ['$mod+Enter'],
      generate,
      !running && plan.kind === 'ready',
      plan.kind === 'refused' ? plan.reason : undefined,
    ),
    command('retry', 'Try again', [], generate, !running && plan.kind === 'ready'),
    command(
      'stop',
      'Stop',
      ['Escape', 'Shift+X'],
      () => announce(generation.stop() ?? 'Nothing was running.'),
      running,
    ),
    command(
      'accept',
      'Accept',
      ['A'],
      () => {
        if (!result) return;
        leaveComparison();
        acceptCandidate(result);
        announce('Accepted. The result is the new picture; undo brings the one before back.');
      },
      result !== null,
    ),
    command(
      'discard',
      'Discard',
      ['Delete'],
      () => {
        if (!result) return;
        leaveComparison();
        discardCandidate(result.id);
        announce('Result discarded. Undo brings it back.');
      },
      result !== null,
    ),
    ...compareCommands(result !== null),
    command('shortcuts', 'Shortcuts', ['?', 'Shift+?'], host.showShortcuts),
    command('theme', 'Theme', [], cycleTheme),
  ];
  return Object.fromEntries(list.map((each) => [each.id, each]));
};

/** The divider goes through the middle of what changed, so that the first look shows some of both. */
const middleOf = ({ changed, picture }: Candidate): number =>
  Math.round(((changed.x + changed.width / 2) / picture.size.width) * 100);

const maskCommands = (host: CommandHost, open: boolean): readonly Command[] => {
  const hasMask = (documentStore.getState().document?.mask.tiles.size ?? 0) > 0;
  const edit = (label: string, change: (mask: ReturnType<typeof emptyMask>) => ReturnType<typeof emptyMask>) => () => {
    const mask = documentStore.getState().document?.mask;
    if (mask) commitMask(change(mask), label);
  };
  const overlay = () => viewStore.getState().overlay;
  return [
    command(
      'clear-mask',
      'Clear mask',
      ['$mod+D'],
      edit('Clear mask', ({ size }) => emptyMask(size)),
      hasMask,
    ),
    command('invert-mask', 'Invert mask', ['$mod+I'], edit('Invert mask', invertMask), open),
    command('import-mask', 'Import mask', [], host.chooseMask, open),
    command('export-mask', 'Export mask', [], () => void exportMask(), open),
    command('toggle-mask', 'Show mask', ['Q'], () => view.setOverlay({ visible: !overlay().visible }), open),
    command(
      'mask-black-and-white',
      'Black-and-white mask',
      ['Shift+Q'],
      () => view.setOverlay({ style: overlay().style === 'tint' ? 'black-and-white' : 'tint', visible: true }),
      open,
    ),
  ];
};

const viewCommands = (open: boolean): readonly Command[] => [
  command('fit', 'Fit', ['$mod+0', 'Shift+Digit1'], view.fitView, open),
  command('zoom-100', '100%', ['$mod+1', 'Shift+Digit0'], view.showActualSize, open),
  command('zoom-in', 'Zoom in', ['$mod+Equal', 'Equal', 'NumpadAdd'], view.zoomIn, open),
  command('zoom-out', 'Zoom out', ['$mod+Minus', 'Minus', 'NumpadSubtract'], view.zoomOut, open),
];

const toolCommands = (open: boolean): readonly Command[] => {
  const swap = (): void => view.chooseTool(viewStore.getState().tool === 'eraser' ? 'brush' : 'eraser');
  return [
    command('tool-brush', 'Brush', ['B'], () => view.chooseTool('brush'), open),
    command('tool-eraser', 'Eraser', ['E'], () => view.chooseTool('eraser'), open),
    command('tool-hand', 'Hand', ['H'], () => view.chooseTool('hand'), open),
    command('swap-paint-erase', 'Swap brush and eraser', ['X'], swap, open),
    command('brush-smaller', 'Smaller brush', ['BracketLeft'], () => view.stepBrushSize(-1), open),
    command('brush-larger', 'Larger brush', ['BracketRight'], () => view.stepBrushSize(1), open),
    command('brush-softer', 'Softer brush', ['Shift+BracketLeft'], () => view.stepHardness(-1), open),
    command('brush-harder', 'Harder brush', ['Shift+BracketRight'], () => view.stepHardness(1), open),
  ];
};

const modes: readonly { mode: CompareMode; label: string }[] = [
  { mode: 'slider', label: 'Slider' },
  { mode: 'side-by-side', label: 'Side by side' },
  { mode: 'flicker', label: 'Flicker' },
  { mode: 'difference', label: 'Difference' },
];

const compareCommands = (comparing: boolean): readonly Command[] => {
  const next = (): void => {
    const { compareMode } = viewStore.getState();
    const at = modes.findIndex(({ mode }) => mode === compareMode);
    viewStore.setState({ compareMode: modes[(at + 1) % modes.length]?.mode ?? 'slider' });
  };
  return [
    ...modes.map(({ mode, label }) =>
      command(`compare-${mode}`, label, [], () => viewStore.setState({ compareMode: mode }), comparing),
    ),
    command('next-compare-mode', 'Next comparison', ['C'], next, comparing),
  ];
};
