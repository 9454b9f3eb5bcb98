import { expect, test } from 'vitest';
import type { PlanStep, SentFile } from '../../providers/contract.ts';
import { ProviderError } from '../../providers/errors.ts';
import { paintShop } from '../fixtures/paintShop.ts';
import { curlOf } from './curlOf.ts';
import { keyPlaceholder, recordRequest } from './recordRequest.ts';

const file = (role: SentFile['role'], length: number): SentFile => ({
  role,
  format: 'png',
  bytes: new Blob([new Uint8Array(length).fill(length)], { type: 'image/png' }),
  size: { width: 8, height: 8 },
});
const step: PlanStep = {
  operation: 'inpaint',
  size: { width: 8, height: 8 },
  expected: { width: 8, height: 8 },
  files: [file('image', 3000), file('mask', 200)],
  prompt: `it's $HOME \`id\` "\\n" & <b>`,
  negativePrompt: '',
  seed: 1,
  candidates: 1,
  parameters: { steps: 30, tiling: false },
};
const baseUrl = 'https://api.paintshop.example/v1';
const names = { image: 'image.png', mask: 'mask.png' };
const record = (body: 'form' | 'json') =>
  recordRequest(paintShop, step, { baseUrl, apiKey: 'a key that must not be used', settings: { body } });

test('a form is taken down field by field; nothing is sent and the key is a placeholder', async () => {
  const request = await record('form');
  expect(request).toEqual({
    method: 'POST',
    url: `${baseUrl}/inpaint`,
    headers: [['authorization', `Bearer ${keyPlaceholder}`]],
    body: {
      kind: 'form',
      fields: [
        { name: 'image', value: { kind: 'picture', role: 'image', as: 'file' } },
        { name: 'mask', value: { kind: 'picture', role: 'mask', as: 'file' } },
        { name: 'prompt', value: { kind: 'text', text: step.prompt, json: false } },
        { name: 'steps', value: { kind: 'text', text: '30', json: false } },
        { name: 'tiling', value: { kind: 'text', text: 'false', json: false } },
      ],
    },
  });
  if (!request) throw new Error('Nothing was recorded.');
  expect(curlOf(request, names)).toBe(`curl -X POST 'https://api.paintshop.example/v1/inpaint' \\
  -H 'authorization: Bearer '"$OVERPAINT_KEY" \\
  -F 'image=@image.png' \\
  -F 'mask=@mask.png' \\
  --form-string 'prompt=it'\\''s $HOME \`id\` "\\n" & <b>' \\
  --form-string 'steps=30' \\
  --form-string 'tiling=false'
`);
});

test('in JSON the pictures are known by their base64, and the shell fills in nothing but them and the key', async () => {
  const request = await record('json');
  expect(request?.body?.fields).toEqual([
    { name: 'image', value: { kind: 'picture', role: 'image', as: 'base64', prefix: 'data:image/png;base64,' } },
    { name: 'mask', value: { kind: 'picture', role: 'mask', as: 'base64', prefix: 'data:image/png;base64,' } },
    { name: 'prompt', value: { kind: 'text', text: step.prompt, json: false } },
    { name: 'steps', value: { kind: 'text', text: '30', json: true } },
    { name: 'tiling', value: { kind: 'text', text: 'false', json: true } },
  ]);
  if (!request) throw new Error('Nothing was recorded.');
  const lines = curlOf(request, names).split('\n');
  expect(lines.slice(-4)).toEqual([
    '  --data-binary @- <<OVERPAINT_REQUEST',
    `{"image":"data:image/png;base64,$(base64 < image.png | tr -d '\\n')","mask":"data:image/png;base64,$(base64 < mask.png | tr -d '\\n')","prompt":"it's \\$HOME \\\`id\\\` \\\\"\\\\\\\\n\\\\" & <b>","steps":30,"tiling":false}`,
    'OVERPAINT_REQUEST',
    '',
  ]);
});

test('what would go wrong before a request is made is told', async () => {
  const wrong = recordRequest(paintShop, step, { baseUrl: 'not an address', apiKey: null, settings: {} });
  await expect(wrong).rejects.toBeInstanceOf(ProviderError);
});
