import type { ProviderRoutes } from '../routes.ts';

export const routes: ProviderRoutes = {
  id: 'holysheep',
  label: 'HolySheep AI',
  environment: 'HOLYSHEEP',
  baseUrl: 'https://api.holysheep.ai/v1',
  auth: { header: 'Authorization', format: 'Bearer {key}' },
  calls: [
    { method: 'POST', path: '/images/inpaint' },
    { method: 'POST', path: '/images/outpaint' },
    { method: 'POST', path: '/images/edits' },
    { method: 'POST', path: '/images/edit/async' },
  ],
  resultHosts: ['*.holysheep.ai'],
};
