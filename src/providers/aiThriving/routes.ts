import type { ProviderRoutes } from '../routes.ts';

export const routes: ProviderRoutes = {
  id: 'aithriving',
  label: 'AIThriving',
  environment: 'AITHRIVING',
  // Not the bare domain: it redirects, and a redirect loses the key.
  baseUrl: 'https://www.aithriving.com',
  // The bare token, without a scheme word. The vendor's table and its samples disagree about the name.
  auth: { header: 'authorization', format: '{key}', alternativeHeaders: ['Authentication'] },
  calls: [
    { method: 'POST', path: '/api/edit/inpaint' },
    { method: 'POST', path: '/api/edit/outpaint' },
    { method: 'POST', path: '/api/edit/erase' },
    { method: 'POST', path: '/api/edit/search-and-replace' },
  ],
  resultHosts: ['www.aithriving.com'],
};
