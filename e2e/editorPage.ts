import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { decodePng, type DecodedPng } from './decodePng.ts';
import { markers, type PictureFile } from './pictures.ts';

export type Spot = { readonly x: number; readonly y: number };

/** Where the picture is on the screen: CSS px = image px * scale + offset. `devicePixels` are device px per CSS px. */
export type Placement = {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly devicePixels: number;
};

/** Saved files, read back. */
export type Saved = { readonly name: string; readonly bytes: Buffer };

const save = async (download: Download): Promise<Saved> => ({
  name: download.suggestedFilename(),
  bytes: await readFile(await download.path()),
});

/** The middle of all pixels of a screenshot that look like the marker, in device px; undefined unless all of it is there. */
const centreOf = (
  shot: DecodedPng,
  isMarker: (red: number, green: number, blue: number) => boolean,
): Spot | undefined => {
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let y = 0; y < shot.height; y++)
    for (let x = 0; x < shot.width; x++) {
      const at = (y * shot.width + x) * shot.channels;
      if (!isMarker(shot.data[at]!, shot.data[at + 1]!, shot.data[at + 2]!)) continue;
      if (x === 0 || y === 0 || x === shot.width - 1 || y === shot.height - 1) return undefined;
      count++;
      sumX += x + 0.5;
      sumY += y + 0.5;
    }
  return count > 0 ? { x: sumX / count, y: sumY / count } : undefined;
};

/** The editor as a person meets it: everything by role and name, nothing by what is inside. */
export class EditorPage {
  readonly canvas: Locator;
  readonly imageSize: Locator;
  readonly comparison: Locator;
  readonly generateButton: Locator;
  readonly problem: Locator;
  readonly question: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.getByTestId('canvas');
    this.imageSize = page.getByTestId('image-size');
    this.comparison = page.getByRole('slider', { name: 'Before and after' });
    this.generateButton = page.getByRole('button', { name: /^Generate/ });
    this.problem = page.getByRole('alert').filter({ hasText: /\S/ });
    this.question = page.getByRole('alertdialog');
  }

  async start(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.getByRole('button', { name: 'Open image' }).first()).toBeVisible();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Picks a file, or the one at a path, without waiting for what comes of it. */
  async pick(file: PictureFile | string): Promise<void> {
    await this.page.locator('input[type="file"][aria-label="Open image"]').first().setInputFiles(file);
  }

  /** Opens a picture and waits until it is there. */
  async open(file: PictureFile, width: number, height: number): Promise<void> {
    await this.pick(file);
    await expect(this.imageSize).toHaveText(`${width} × ${height}`);
    await expect(this.canvas).toBeVisible();
    await this.settle();
  }

  /** Two frames: what was asked for has been drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
    );
  }

  async box(): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.canvas.boundingBox();
    if (!box) throw new Error('The drawing surface is not on the screen.');
    return box;
  }

  /**
   * Measures on a screenshot where a picture with markers is. Independent of what the app believes: it looks at the pixels that the
   * user sees. Waits until the picture has been drawn.
   */
  async seenPlacement(width: number, height: number): Promise<Placement> {
    let placement: Placement | undefined;
    await expect
      .poll(async () => (placement = await this.lookForMarkers(width, height)) !== undefined, {
        message: 'the markers of the picture are on the screen',
      })
      .toBe(true);
    if (!placement) throw new Error('unreachable: polled until it was there');
    return placement;
  }

  private async lookForMarkers(width: number, height: number): Promise<Placement | undefined> {
    // The whole window: a clip that begins between two device px would be rounded, and with it all that is measured.
    const shot = decodePng(await this.page.screenshot({ scale: 'device' }));
    const perCssPx = shot.width / (await this.page.evaluate(() => innerWidth));
    const red = centreOf(shot, (r, g, b) => r > 200 && g < 60 && b < 60);
    const blue = centreOf(shot, (r, g, b) => b > 200 && g < 60 && r < 60);
    if (!red || !blue) return undefined;
    const at = markers(width, height);
    const scale =
      Math.hypot(blue.x - red.x, blue.y - red.y) / perCssPx / Math.hypot(at.blue.x - at.red.x, at.blue.y - at.red.y);
    return {
      scale,
      devicePixels: perCssPx,
      x: (red.x + blue.x) / 2 / perCssPx - (scale * (at.red.x + at.blue.x)) / 2,
      y: (red.y + blue.y) / 2 / perCssPx - (scale * (at.red.y + at.blue.y)) / 2,
    };
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  async setSlider(name: string, value: number): Promise<void> {
    await this.slider(name).fill(String(value));
  }

  /** Presses, moves through all points and releases. Screen px; several steps between points, as a hand would do. */
  async stroke(points: readonly Spot[]): Promise<void> {
    const [first, ...rest] = points;
    if (!first) throw new Error('A stroke needs a point.');
    await this.page.mouse.move(first.x, first.y);
    await this.page.mouse.down();
    for (const point of rest) await this.page.mouse.move(point.x, point.y, { steps: 4 });
    await this.page.mouse.up();
    await this.settle();
  }

  /** A stroke through points in image px. */
  async paint(points: readonly Spot[], placement: Placement): Promise<void> {
    await this.stroke(points.map((point) => toScreen(point, placement)));
  }

  /** Paints all of a disc, in rows that overlap; radius in image px. */
  async paintDisc(centre: Spot, radius: number, placement: Placement): Promise<void> {
    const brushSize = Number(await this.slider('Brush size').inputValue());
    const rowStep = brushSize / 2;
    for (let y = -radius; y <= radius; y += rowStep) {
      const half = Math.sqrt(Math.max(0, radius ** 2 - y ** 2));
      const row = [
        { x: centre.x - half, y: centre.y + y },
        { x: centre.x + half, y: centre.y + y },
      ];
      await this.paint(row, placement);
    }
  }

  async generate(): Promise<void> {
    await this.generateButton.click();
    await expect(this.comparison).toBeVisible({ timeout: 60_000 });
    await this.settle();
  }

  async accept(): Promise<void> {
    await this.button('Accept').click();
    await expect(this.comparison).toBeHidden();
  }

  /** Presses "Download" and reads the saved picture. */
  async download(): Promise<Saved> {
    const arrival = this.page.waitForEvent('download');
    await this.button('Download').click();
    return save(await arrival);
  }

  /** Presses "Export mask" and decodes the saved mask: one 8-bit channel, 255 = repaint. */
  async exportMask(): Promise<DecodedPng> {
    const arrival = this.page.waitForEvent('download');
    await this.button('Export mask').click();
    const mask = decodePng((await save(await arrival)).bytes);
    expect(mask.channels, 'the mask is one grey channel').toBe(1);
    return mask;
  }
}

/** Screen px of a point of the picture: CSS px that are whole device px, as a mouse gives them. */
export const toScreen = (point: Spot, { scale, x, y, devicePixels }: Placement): Spot => ({
  x: Math.round((x + point.x * scale) * devicePixels) / devicePixels,
  y: Math.round((y + point.y * scale) * devicePixels) / devicePixels,
});

/** Image px of a point of the screen. */
export const toImage = (point: Spot, placement: Placement): Spot => ({
  x: (point.x - placement.x) / placement.scale,
  y: (point.y - placement.y) / placement.scale,
});
