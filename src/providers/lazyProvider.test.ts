import { expect, test } from 'vitest';
import { providers } from './registry.ts';

const folders = import.meta.glob<Readonly<Record<string, unknown>>>(['./*/*.ts', '!./*/*.test.ts'], { eager: true });

/** Every provider that a folder exports itself, by id: an object with `edit`. */
const direct = new Map(
  Object.values(folders)
    .flatMap((exports) => Object.values(exports))
    .filter(
      (value): value is { id: string; resume?: unknown; test?: unknown } =>
        Object(value) === value && 'edit' in Object(value),
    )
    .map((provider) => [provider.id, provider] as const),
);

test.each(providers)('$label offers the same calls before and after it is loaded', (provider) => {
  const loaded = direct.get(provider.id);
  expect([provider.resume !== undefined, provider.test !== undefined]).toEqual([
    loaded?.resume !== undefined,
    loaded?.test !== undefined,
  ]);
});
