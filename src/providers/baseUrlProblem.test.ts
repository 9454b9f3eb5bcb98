import { expect, test } from 'vitest';
import { baseUrlProblem } from './baseUrlProblem.ts';

test.each(['https://api.holysheep.ai/v1', 'http://localhost:8080', 'http://127.0.0.1:9/x', 'http://[::1]:7860'])(
  '%s is fine',
  (address) => expect(baseUrlProblem(address)).toBeNull(),
);

test.each([
  ['', /whole address/],
  ['api.holysheep.ai', /whole address/],
  ['http://api.holysheep.ai', /this computer only/],
  ['http://127.0.0.1.evil.example', /this computer only/],
  ['http://localhost.evil.example', /this computer only/],
  ['ftp://api.holysheep.ai', /https/],
  ['javascript:alert(1)', /https/],
  ['data:text/html,x', /https/],
  ['https://user:secret@api.holysheep.ai', /user name/],
  ['https://api.holysheep.ai/v1?key=abc', /Leave out/],
  ['https://api.holysheep.ai/v1#x', /Leave out/],
  ['https://api.holysheep.ai/v1?', /Leave out/],
] as const)('%s is refused', (address, words) => expect(baseUrlProblem(address)).toMatch(words));
