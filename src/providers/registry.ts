import { description as aiThriving } from './aiThriving/description.ts';
import { description as appyPie } from './appyPie/description.ts';
import type { EditProvider } from './contract.ts';
import { description as holySheep } from './holySheep/description.ts';
import { description as imagePipeline } from './imagePipeline/description.ts';
import { lazyProvider } from './lazyProvider.ts';
import { onDevice } from './onDevice/onDevice.ts';

/** Every provider, in the order of the list that the user sees. The first is the default. */
export const providers: readonly EditProvider[] = [
  onDevice,
  lazyProvider(holySheep, async () => (await import('./holySheep/holySheep.ts')).holySheep, ['resume', 'test']),
  lazyProvider(aiThriving, async () => (await import('./aiThriving/aiThriving.ts')).aiThriving, ['test']),
  lazyProvider(appyPie, async () => (await import('./appyPie/appyPie.ts')).appyPie, ['resume', 'test']),
  lazyProvider(imagePipeline, async () => (await import('./imagePipeline/imagePipeline.ts')).imagePipeline, [
    'resume',
    'test',
  ]),
];

/** The provider of that id; an id that is no longer known falls back to the default. */
export const providerOf = (id: string): EditProvider => providers.find((provider) => provider.id === id) ?? onDevice;
