import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import type { Picture } from '../document/editDocument.ts';
import { documentStore, goToSource } from '../document/store.ts';
import { PanelActionsContext } from '../panels/panelActions.ts';
import { providerSettingsStore, showProviderSettings } from '../panels/providerSettingsStore.ts';
import { reviewStore, showReview } from '../panels/reviewStore.ts';
import { showShortcuts, shortcutsStore } from '../panels/shortcutsStore.ts';
import { AskDialog } from '../ui/AskDialog.tsx';
import { CommandContext } from '../ui/command.ts';
import { FilePicker } from '../ui/FilePicker.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { openFilePicker } from '../ui/openFilePicker.ts';
import { TooltipHost } from '../ui/TooltipHost.tsx';
import { DropCurtain } from './DropCurtain.tsx';
import { importMaskPicker, openImagePicker } from './filePickers.ts';
import { keepThumbnails } from './keepThumbnails.ts';
import { importMask } from './maskFiles.ts';
import { openFile } from './openFile.ts';
import { saveBlob } from './saveBlob.ts';
import { StartScreen } from './StartScreen.tsx';
import { useCommands } from './useCommands.ts';
import { useHoldOriginal } from './useHoldOriginal.ts';
import { useIncomingFiles } from './useIncomingFiles.ts';
import { useKeys } from './useKeys.ts';
import { warnBeforeLeaving } from './warnBeforeLeaving.ts';

const loadEditor = () => import('./EditorScreen.tsx');
const EditorScreen = lazy(() => loadEditor().then((module) => ({ default: module.EditorScreen })));
const ProviderSettingsSheet = lazy(() =>
  import('../panels/ProviderSettingsSheet.tsx').then((module) => ({ default: module.ProviderSettingsSheet })),
);
const ReviewSheet = lazy(() =>
  import('../panels/review/ReviewSheet.tsx').then((module) => ({ default: module.ReviewSheet })),
);
const ShortcutsSheet = lazy(() =>
  import('../panels/ShortcutsSheet.tsx').then((module) => ({ default: module.ShortcutsSheet })),
);

/** Time after the start before the editor is fetched ahead, ms: the start screen and its pictures come first. */
const prefetchDelayMs = 300;

const panelActions = {
  goToPicture: (picture: Picture): void => {
    viewStore.setState({ comparing: null });
    goToSource(picture);
  },
  saveFile: saveBlob,
};

const commandHost = {
  chooseImage: () => openFilePicker(openImagePicker),
  chooseMask: () => openFilePicker(importMaskPicker),
  showShortcuts: () => showShortcuts(true),
};

const openPicked = (file: File): void => void openFile(file, file.name);
const importPicked = (file: File): void => void importMask(file);

/** Everything there is one of: commands, file inputs, dialogs, the live region; in it the start screen or the editor. */
export const Shell = () => {
  const { commands, endJob } = useCommands(commandHost);
  const actions = useMemo(() => ({ ...panelActions, endJob }), [endJob]);
  useKeys(commands);
  useHoldOriginal();
  const hasPicture = useStore(documentStore, (state) => state.document !== null);
  const fileName = useStore(documentStore, (state) => state.file?.name);
  const shortcutsOpen = useStore(shortcutsStore, (state) => state.open);
  const settingsOpen = useStore(providerSettingsStore, (state) => state.open);
  const reviewOpen = useStore(reviewStore, (state) => state.open);
  const dropping = useIncomingFiles(openPicked);

  useEffect(keepThumbnails, []);
  useEffect(warnBeforeLeaving, []);
  useEffect(() => {
    // What fails to come ahead is asked for again when it is needed, and then reported.
    const timer = window.setTimeout(() => void loadEditor().catch(() => undefined), prefetchDelayMs);
    return () => window.clearTimeout(timer);
  }, []);
  useEffect(() => {
    document.title = fileName ? `${fileName} · Overpaint` : 'Overpaint';
  }, [fileName]);

  return (
    <CommandContext value={commands}>
      <PanelActionsContext value={actions}>
        <FilePicker id={openImagePicker} label="Open image" accept="image/*" onPick={openPicked} />
        <FilePicker id={importMaskPicker} label="Mask file" accept="image/*" onPick={importPicked} />
        {hasPicture ? (
          <Suspense>
            <EditorScreen />
          </Suspense>
        ) : (
          <StartScreen />
        )}
        {shortcutsOpen && (
          <Suspense>
            <ShortcutsSheet onClose={() => showShortcuts(false)} />
          </Suspense>
        )}
        {settingsOpen && (
          <Suspense>
            <ProviderSettingsSheet onClose={() => showProviderSettings(false)} />
          </Suspense>
        )}
        {reviewOpen && (
          <Suspense>
            <ReviewSheet onClose={() => showReview(false)} />
          </Suspense>
        )}
        {dropping && <DropCurtain />}
        <AskDialog />
        <TooltipHost />
        <LiveRegion />
      </PanelActionsContext>
    </CommandContext>
  );
};
