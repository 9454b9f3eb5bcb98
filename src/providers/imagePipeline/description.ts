import type { ProviderDescription } from '../lazyProvider.ts';
import { capabilities, settings } from './capabilities.ts';
import { routes } from './routes.ts';

export const description: ProviderDescription = {
  id: routes.id,
  label: routes.label,
  documentation: 'https://docs.imagepipeline.io',
  defaultBaseUrl: routes.baseUrl,
  settings,
  capabilities,
};
