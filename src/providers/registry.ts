import { aiThriving } from './aiThriving/aiThriving.ts';
import type { EditProvider } from './contract.ts';
import { holySheep } from './holySheep/holySheep.ts';
import { onDevice } from './onDevice/onDevice.ts';

/** Every provider, in the order of the list that the user sees. The first is the default. */
export const providers: readonly EditProvider[] = [onDevice, holySheep, aiThriving];

/** The provider of that id; an id that is no longer known falls back to the default. */
export const providerOf = (id: string): EditProvider => providers.find((provider) => provider.id === id) ?? onDevice;
