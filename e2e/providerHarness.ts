import { expect } from '@playwright/test';
import { decodePng } from './decodePng.ts';
import type { EditorPage } from './editorPage.ts';
import { DEMO_KEY, type FakeServer, type RecordedRequest } from './fixtures/fakeServer.ts';
import { startGatewayProcess, type GatewayProcess } from './gatewayProcess.ts';
import { test as base } from './harness.ts';
import { pngFile, testPicture, type Pixels } from './pictures.ts';

/** One provider as a test meets it: its fake, and what the gateway is told of it. */
export type Subject = {
  /** As it stands in the list of providers. */
  readonly label: string;
  /** What its environment variables begin with. */
  readonly environment: string;
  readonly start: () => Promise<FakeServer>;
  /** Whether the gateway has the key; otherwise it is typed. */
  readonly hasKey?: boolean;
  readonly more?: Readonly<Record<string, string>>;
};

type Fixtures = {
  readonly subject: Subject;
  readonly fake: FakeServer;
  readonly gateway: GatewayProcess;
};

/** Every test has its own fake provider and its own gateway in front of it; the page is served by that gateway. */
export const test = base.extend<Fixtures>({
  subject: [{ label: '', environment: '', start: () => Promise.reject(new Error('no provider')) }, { option: true }],
  fake: async ({ subject }, use) => {
    const fake = await subject.start();
    await use(fake);
    await fake.close();
  },
  gateway: async ({ subject: { environment, hasKey = true, more }, fake }, use) => {
    const gateway = await startGatewayProcess({
      [`${environment}_BASE_URL`]: fake.url,
      ...(hasKey && { [`${environment}_API_KEY`]: DEMO_KEY }),
      ...more,
    });
    await use(gateway);
    await gateway.stop();
  },
  baseURL: async ({ gateway }, use) => use(gateway.url),
});

const WIDTH = 768;
const HEIGHT = 640;

/** Where the tests paint: the disc in the middle, as a share of the picture's shorter side. */
const RADIUS = HEIGHT / 8;

export type Prepared = { readonly source: Pixels; readonly mask: Uint8Array };

/** Opens the test picture, masks its disc, and chooses the provider. */
export const prepare = async (editor: EditorPage, { label }: Subject): Promise<Prepared> => {
  const source = testPicture(WIDTH, HEIGHT);
  await editor.open(pngFile(source, 'holiday.png'), WIDTH, HEIGHT);
  const placement = await editor.seenPlacement(WIDTH, HEIGHT);
  await editor.setSlider('Brush size', Math.round(RADIUS / 2));
  await editor.paintDisc({ x: WIDTH / 2, y: HEIGHT / 2 }, RADIUS * 1.05, placement);
  const mask = (await editor.exportMask()).data;
  await editor.page.getByRole('combobox', { name: 'Provider', exact: true }).selectOption({ label });
  return { source, mask };
};

export const fill = async (editor: EditorPage, name: string, text: string): Promise<void> =>
  editor.page.getByRole('textbox', { name, exact: true }).fill(text);

/** Opens the provider's settings, changes something in the dialog, and saves. */
export const configure = async (
  editor: EditorPage,
  change: (dialog: ReturnType<EditorPage['page']['getByRole']>) => Promise<void>,
): Promise<void> => {
  await editor.button('Provider settings').first().click();
  const dialog = editor.page.getByRole('dialog', { name: 'Provider settings' });
  await change(dialog);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
};

/** The calls that ask for an edit. */
export const callsOf = (fake: FakeServer): readonly RecordedRequest[] =>
  fake.requests.filter(({ stage }) => stage === 'call');

/** The only call that was made, with the key it carried taken out of its headers. */
export const onlyCall = (fake: FakeServer): RecordedRequest => {
  const calls = callsOf(fake);
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toHaveLength(1);
  const [call] = calls;
  if (!call) throw new Error('unreachable: there is exactly one');
  return call;
};

/** The files of a call: of one size, the mask a grey PNG that is white in its middle, where the disc is, and black at its corners. */
export const checkFiles = (call: RecordedRequest, imageField: string, maskField: string): void => {
  const [image, mask] = [call.pictures.get(imageField), call.pictures.get(maskField)];
  if (!image || !mask?.png) throw new Error('The call carries no image or no mask in PNG.');
  expect([mask.width, mask.height]).toEqual([image.width, image.height]);
  const { raster, channels } = mask.png;
  expect([1, 3], 'channels without alpha').toContain(channels);
  const at = (x: number, y: number): number => raster.data[(y * raster.width + x) * 4]!;
  expect(at(Math.floor(mask.width / 2), Math.floor(mask.height / 2)), 'the middle is repainted').toBe(255);
  expect(at(0, 0), 'the corner is kept').toBe(0);
  expect(at(mask.width - 1, 0), 'the corner is kept').toBe(0);
};

/** Nothing of the page's or the gateway's own goes to a provider. */
export const checkHeaders = ({ headers }: RecordedRequest): void => {
  const foreign = Object.keys(headers).filter((name) =>
    /^(cookie|origin|referer|sec-|x-overpaint|x-forwarded)/.test(name),
  );
  expect(foreign).toEqual([]);
};

const differs = (source: Pixels, data: Uint8Array, channels: number, pixel: number): boolean => {
  if (channels === 4 && data[pixel * 4 + 3] !== 255) return true;
  for (let channel = 0; channel < 3; channel++)
    if (source.data[pixel * 3 + channel] !== data[pixel * channels + channel]) return true;
  return false;
};

/** Saves the result and counts: not one protected pixel has changed, and the masked ones have the colour. */
export const checkResult = async (
  editor: EditorPage,
  { source, mask }: Prepared,
  colour: readonly number[],
): Promise<void> => {
  await editor.accept();
  const { width, height, channels, data } = decodePng((await editor.download()).bytes);
  expect([width, height]).toEqual([WIDTH, HEIGHT]);
  const count = { kept: 0, keptChanged: 0, masked: 0, coloured: 0 };
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    if (mask[pixel] === 0) {
      count.kept++;
      if (differs(source, data, channels, pixel)) count.keptChanged++;
    } else if (mask[pixel] === 255) {
      count.masked++;
      const isColour = colour.every((value, channel) => Math.abs(data[pixel * channels + channel]! - value) <= 2);
      if (isColour) count.coloured++;
    }
  }
  expect(count.kept).toBeGreaterThan(WIDTH * HEIGHT * 0.5);
  expect(count.keptChanged, 'protected pixels that changed').toBe(0);
  expect(count.masked).toBeGreaterThan(Math.PI * RADIUS ** 2 * 0.9);
  expect(count.coloured / count.masked, 'share of masked pixels in the colour of the prompt').toBeGreaterThan(0.6);
};
