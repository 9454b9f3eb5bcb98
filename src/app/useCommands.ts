import { useStore } from 'zustand';
import * as view from '../canvas/viewActions.ts';
import { findCandidate } from '../canvas/shownPictures.ts';
import { viewStore, type CompareMode } from '../canvas/viewStore.ts';
import { invertMask } from '../document/invertMask.ts';
import { acceptCandidate, commitMask, discardCandidate, documentStore, redoStep, undoStep } from '../document/store.ts';
import { emptyMask } from '../document/tileMask.ts';
import { announce } from '../ui/announce.ts';
import { command, type Command, type Commands } from '../ui/command.ts';
import { cycleTheme } from '../ui/theme.ts';
import type { JobId } from '../generation/queueStore.ts';
import { downloadResult } from './downloadResult.ts';
import { exportMask } from './maskFiles.ts';
import { useRequestCommands } from './useRequestCommands.ts';

export type CommandHost = {
  readonly chooseImage: () => void;
  readonly chooseMask: () => void;
  readonly showShortcuts: () => void;
};

/** Everything the user can do, with what it is called, its keys, and whether it can be done now. */
export const useCommands = (
  host: CommandHost,
): { readonly commands: Commands; readonly endJob: (id: JobId) => void } => {
  const document = useStore(documentStore, (state) => state.document);
  const generations = useStore(documentStore, (state) => state.generations);
  const canUndo = useStore(documentStore, ({ history }) => history.undo.length > 0);
  const canRedo = useStore(documentStore, ({ history }) => history.redo.length > 0);
  const comparing = useStore(viewStore, (state) => state.comparing);
  const request = useRequestCommands();

  const open = document !== null;
  const result = findCandidate(generations, comparing)?.candidate ?? null;

  const leaveComparison = (): void => viewStore.setState({ comparing: null, showOriginal: false });

  const list: readonly Command[] = [
    command('open', 'Open image', ['$mod+O'], host.chooseImage),
    command('download', 'Download', ['$mod+S'], () => void downloadResult(), open),
    command('undo', 'Undo', ['$mod+Z'], undoStep, canUndo, 'Nothing to undo'),
    command('redo', 'Redo', ['$mod+Shift+Z', '$mod+Y'], redoStep, canRedo, 'Nothing to redo'),
    ...maskCommands(host, open),
    ...viewCommands(open),
    ...toolCommands(open),
    ...request.commands,
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
  return { commands: Object.fromEntries(list.map((each) => [each.id, each])), endJob: request.endJob };
};

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
