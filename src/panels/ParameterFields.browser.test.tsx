import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ParameterValue } from '../providers/contract.ts';
import { mount } from './fixtures/mount.tsx';
import { paintShop } from './fixtures/paintShop.ts';
import { ParameterFields } from './ParameterFields.tsx';

let unmount = (): void => undefined;
/** What was chosen so far, after every change. */
let values: Readonly<Record<string, ParameterValue>>;
const remember = (chosen: typeof values): void => {
  values = chosen;
};

const Harness = () => {
  const [chosen, setChosen] = useState<Readonly<Record<string, ParameterValue>>>({});
  return (
    <ParameterFields
      parameters={[
        ...paintShop.capabilities({}).parameters,
        {
          key: 'width',
          label: 'Width',
          type: 'integer',
          min: 64,
          max: 8192,
          step: 1,
          initial: 512,
          operations: [],
          sendWhen: 'set',
        },
        {
          key: 'sampler',
          label: 'Sampler',
          type: 'choice',
          values: [{ value: 'euler', label: 'Euler' }],
          initial: 'euler',
          operations: [],
          sendWhen: 'set',
        },
      ]}
      values={chosen}
      problemOf={(key) => (key === 'style' ? 'Too long.' : null)}
      onChange={(key, value) => {
        const { [key]: _, ...others } = chosen;
        const next = value === undefined ? others : { ...others, [key]: value };
        setChosen(next);
        remember(next);
      }}
    />
  );
};

beforeEach(() => {
  remember({});
  unmount = mount(<Harness />);
});

afterEach(() => unmount());

test('numbers of few steps are sliders that keep to their steps', async () => {
  const steps = page.getByRole('slider', { name: 'Steps' });
  await expect.element(steps).toHaveValue('30');
  await steps.fill('31');
  expect(values).toEqual({ steps: 31 });
  const guidance = page.getByRole('slider', { name: 'Guidance', exact: true });
  await expect.element(guidance).toHaveAttribute('aria-valuetext', 'auto');
  guidance.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(values).toEqual({ steps: 31, guidance: 8 });
  await expect.element(guidance).toHaveAttribute('aria-valuetext', '8.0');
});

test('what need not be sent goes back to automatic', async () => {
  await page.getByRole('slider', { name: 'Guidance', exact: true }).fill('3');
  expect(values).toEqual({ guidance: 3 });
  await page.getByRole('button', { name: 'Guidance: automatic' }).click();
  expect(values).toEqual({});
  const sampler = page.getByRole('combobox', { name: 'Sampler' });
  await sampler.selectOptions('Euler');
  expect(values).toEqual({ sampler: 'euler' });
  await sampler.selectOptions('Automatic');
  expect(values).toEqual({});
});

test('numbers of many steps are typed, and only what is in range is taken', async () => {
  const width = page.getByRole('spinbutton', { name: 'Width' });
  await width.fill('1024');
  expect(values).toEqual({ width: 1024 });
  await width.fill('9000');
  expect(values).toEqual({ width: 1024 });
});

test('yes or no, one of a list, and words', async () => {
  await page.getByRole('checkbox', { name: 'Tiling' }).click();
  await page.getByRole('combobox', { name: 'Output format' }).selectOptions('JPEG');
  const style = page.getByRole('textbox', { name: 'Style' });
  await style.fill('oil');
  expect(values).toEqual({ tiling: true, output_format: 'jpeg', style: 'oil' });
  await expect.element(style).toHaveAccessibleDescription('Too long.');
  await style.fill('');
  expect(values).toEqual({ tiling: true, output_format: 'jpeg' });
});
