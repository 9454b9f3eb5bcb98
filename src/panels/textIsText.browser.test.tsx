import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { documentOf, type PictureId } from '../document/editDocument.ts';
import { documentStore } from '../document/store.ts';
import { queueStore, type Job } from '../generation/queueStore.ts';
import { TooltipHost } from '../ui/TooltipHost.tsx';
import { mount } from './fixtures/mount.tsx';
import { scriptTexts } from './fixtures/scriptTexts.ts';
import { OtherJobs } from './OtherJobs.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { RequestSection } from './RequestSection.tsx';
import { FieldList } from './review/FieldList.tsx';
import { settingsStore } from './settingsStore.ts';
import { TitleBar } from './TitleBar.tsx';

/** Markup that would make trouble; none of the panels here has any of it. */
const foreign =
  'script, iframe, object, embed, style, link, meta, base, img, video, audio, marquee, form, math, [onerror], [onload]';

let unmount = (): void => undefined;
const dialogs = (['alert', 'confirm', 'prompt'] as const).map((name) => vi.spyOn(window, name));
let before: number;

beforeEach(() => {
  before = document.body.querySelectorAll(foreign).length;
});

afterEach(() => {
  unmount();
  documentStore.setState({ file: null, document: null });
  queueStore.setState({ jobs: [], problem: null });
});

const job = (id: string, prompt: string): Job => ({
  id,
  provider: { id: 'holysheep', label: prompt },
  operation: 'inpaint',
  prompt,
  source: { id: 'a' as PictureId, size: { width: 40, height: 30 }, hasAlpha: false },
  running: null,
});

const Everything = ({ text }: { readonly text: string }) => (
  <>
    <TooltipHost />
    <TitleBar />
    <RequestSection />
    <OtherJobs front={job('front', text)} />
    <ProblemAlert
      problem={{
        sentence: text,
        providerWords: text,
        nextStep: text,
        canRetry: true,
        kind: 'provider',
        provider: { id: 'holysheep', label: 'HolySheep AI' },
        traceId: text,
      }}
    />
    <FieldList
      route={{ kind: 'direct', baseUrl: 'https://api.holysheep.ai' }}
      request={{
        method: 'POST',
        url: 'https://api.holysheep.ai',
        headers: [['x-words', text]],
        body: { kind: 'json', fields: [{ name: text, value: { kind: 'text', text, json: false } }] },
      }}
    />
  </>
);

test(`${scriptTexts.length} texts in a provider’s words, prompts and a file name stay texts`, async () => {
  expect(new Set(scriptTexts).size).toBeGreaterThanOrEqual(200);
  for (const text of scriptTexts) {
    const source = { id: 'a' as PictureId, size: { width: 40, height: 30 }, hasAlpha: false };
    documentStore.setState({
      file: { name: text, type: 'image/png', bytes: new Blob() },
      document: documentOf(source),
    });
    settingsStore.setState({ provider: 'aithriving', prompt: text, negativePrompt: text });
    queueStore.setState({ jobs: [job('front', text), job('other', text)] });
    unmount = mount(<Everything text={text} />);
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
    const shown = (selector: string): string | null | undefined => document.querySelector(selector)?.textContent;
    expect(shown('[role=alert] blockquote')).toBe(text);
    expect(shown('[role=alert] h2')).toBe(text);
    expect(shown('dd')).toBe(text);
    expect(shown('header h1')).toBe(text);
    expect(document.querySelector<HTMLTextAreaElement>('#prompt')?.value).toBe(text.replaceAll('\r\n', '\n'));
    expect(document.body.querySelectorAll(foreign).length).toBe(before);
    unmount();
  }
  expect(dialogs.map(({ mock }) => mock.calls)).toEqual([[], [], []]);
  expect('pwned' in window).toBe(false);
});
