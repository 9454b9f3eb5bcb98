import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './harness.ts';
import { pngFile, testPicture } from './pictures.ts';

const findings = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};

for (const colorScheme of ['light', 'dark'] as const)
  test(`every screen meets WCAG 2.2 AA as far as axe can tell, ${colorScheme}`, async ({ editor, page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page), 'start').toEqual([]);

    const [width, height] = [800, 600];
    await editor.open(pngFile(testPicture(width, height)), width, height);
    const placement = await editor.seenPlacement(width, height);
    expect(await findings(page), 'picture open').toEqual([]);

    await editor.setSlider('Brush size', 60);
    await editor.paintDisc({ x: width / 2, y: height / 2 }, height / 8, placement);

    const provider = page.getByRole('combobox', { name: 'Provider' });
    await provider.selectOption('imagepipeline.io');
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('moss');
    await expect(page.getByRole('slider', { name: 'Guidance' })).toBeVisible();
    expect(await findings(page), 'a provider that is not ready, with its options').toEqual([]);
    await editor.button('Provider settings').click();
    await expect(page.getByRole('dialog', { name: 'Provider settings' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Base URL' }).fill('http://elsewhere.example');
    expect(await findings(page), 'provider settings').toEqual([]);
    await editor.button('Cancel').click();
    await editor.button('Review request').click();
    await expect(page.getByRole('img', { name: 'Mask as it is sent' })).toBeVisible();
    expect(await findings(page), 'review').toEqual([]);
    await page.keyboard.press('Escape');
    await provider.selectOption('On-device');

    await editor.generate();
    expect(await findings(page), 'comparing').toEqual([]);

    await editor.button('Shortcuts').click();
    await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
    expect(await findings(page), 'shortcuts').toEqual([]);
  });
