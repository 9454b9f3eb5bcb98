import { useStore } from 'zustand';
import { documentStore } from '../document/store.ts';
import { Button } from '../ui/Button.tsx';
import { useCommand } from '../ui/command.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Slider } from '../ui/Slider.tsx';
import { ToggleGroup } from '../ui/ToggleGroup.tsx';
import { downloadName } from './downloadName.ts';
import { settingsStore, type SettingsState } from './settingsStore.ts';
import styles from './DownloadButton.module.css';

const formats = [
  { value: 'png', label: 'PNG' },
  { value: 'jpeg', label: 'JPEG' },
  { value: 'webp', label: 'WebP' },
] as const;

/** Saves at full size at once; beside it, how. */
export const DownloadButton = () => {
  const download = useCommand('download');
  const { format, quality } = useStore(settingsStore, (state) => state.download);
  const name = useStore(documentStore, (state) => state.file?.name ?? '');
  const size = useStore(documentStore, (state) => state.document?.source.size);
  const change = (part: Partial<SettingsState['download']>): void =>
    settingsStore.setState(({ download }) => ({ download: { ...download, ...part } }));
  return (
    <span className={styles.split}>
      <CommandButton id="download" icon="download" variant="line">
        Download
      </CommandButton>
      <Popover name="File format" icon="chevron" smallIcon variant="line">
        <ToggleGroup
          name="Format"
          wide
          options={formats}
          value={format}
          onChange={(next) => change({ format: next })}
        />
        {format !== 'png' && (
          <Slider
            name="Quality"
            min={1}
            max={100}
            value={quality}
            format={(percent) => `${percent}\u202f%`}
            onChange={(percent) => change({ quality: percent })}
          />
        )}
        <p className={styles.file}>
          <b>{downloadName(name, format)}</b>
          {size && ` ${size.width} × ${size.height}`}
          {format === 'png' && ', nothing is lost'}
        </p>
        <Button
          icon="download"
          variant="primary"
          wide
          unavailable={!download.enabled}
          onClick={(event) => {
            event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
            download.run();
          }}
        >
          Save picture
        </Button>
      </Popover>
    </span>
  );
};
