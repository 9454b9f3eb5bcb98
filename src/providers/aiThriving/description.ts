import type { ProviderDescription } from '../lazyProvider.ts';
import { capabilities, settings } from './capabilities.ts';
import { routes } from './routes.ts';

export const description: ProviderDescription = {
  id: routes.id,
  label: routes.label,
  documentation: 'https://www.aithriving.com/en/document/edit/inpaint',
  defaultBaseUrl: routes.baseUrl,
  settings,
  capabilities,
};
