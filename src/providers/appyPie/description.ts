import type { ProviderDescription } from '../lazyProvider.ts';
import { capabilities } from './capabilities.ts';
import { routes } from './routes.ts';
import { settings } from './settings.ts';

export const description: ProviderDescription = {
  id: routes.id,
  label: routes.label,
  documentation: 'https://www.appypie.com/',
  defaultBaseUrl: routes.baseUrl,
  settings,
  capabilities,
};
