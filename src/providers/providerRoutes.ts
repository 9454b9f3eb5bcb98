import { routes as aiThriving } from './aiThriving/routes.ts';
import { routes as appyPie } from './appyPie/routes.ts';
import { routes as holySheep } from './holySheep/routes.ts';
import { routes as imagePipeline } from './imagePipeline/routes.ts';
import type { ProviderRoutes } from './routes.ts';

/** The routes of every provider that is called over the network: what the gateway serves. */
export const providerRoutes: readonly ProviderRoutes[] = [holySheep, aiThriving, appyPie, imagePipeline];
