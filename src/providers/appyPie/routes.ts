import type { ProviderRoutes } from '../routes.ts';

export const routes: ProviderRoutes = {
  id: 'appypie',
  label: 'Appy Pie',
  environment: 'APPYPIE',
  baseUrl: 'https://gateway.appypie.com',
  auth: { header: 'Ocp-Apim-Subscription-Key', format: '{key}' },
  calls: [
    { method: 'POST', path: '/inpainting/v1/getImage' },
    { method: 'POST', path: '/inpainting/v1/getImageStream' },
    // The same company's newer brand, Pixazo, and where its deferred jobs are looked at.
    {
      method: 'POST',
      path: '/getImage',
      baseUrl: 'https://gateway-stable-diffusion-v1-5-inpainting.appypie.workers.dev',
    },
    {
      method: 'POST',
      path: '/ai-model-api-polling/getGenerationResults',
      baseUrl: 'https://gateway.pixazo.ai',
    },
  ],
  resultHosts: ['*.appypie.com', '*.appypie.workers.dev', '*.pixazo.ai', '*.r2.dev'],
};
