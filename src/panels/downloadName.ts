import type { DownloadFormat } from './settingsStore.ts';

const endings: Readonly<Record<DownloadFormat, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp' };

/** The name of the saved file: the opened file's name with "-retouched" and the ending of the format; never twice the suffix. */
export const downloadName = (openedName: string, format: DownloadFormat): string => {
  const base = openedName.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/-retouched$/, '') || 'picture';
  return `${base}-retouched.${endings[format]}`;
};
