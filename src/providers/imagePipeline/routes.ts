import type { ProviderRoutes } from '../routes.ts';

export const routes: ProviderRoutes = {
  id: 'imagepipeline',
  label: 'imagepipeline.io',
  environment: 'IMAGEPIPELINE',
  baseUrl: 'https://api.imagepipeline.io',
  // The second name is that of the vendor's newer documents.
  auth: { header: 'API-Key', format: '{key}', alternativeHeaders: ['X-API-Key'] },
  calls: [
    { method: 'POST', path: '/sdxl/inpainting/v1' },
    { method: 'GET', path: '/sdxl/inpainting/v1/status/{id}' },
    { method: 'POST', path: '/outpainting/v1' },
    { method: 'GET', path: '/outpainting/v1/status/{id}' },
  ],
  resultHosts: ['*.imagepipeline.io', '*.backblazeb2.com', '*.r2.dev'],
};
