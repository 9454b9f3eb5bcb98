import { providerRoutes } from '../providers/providerRoutes.ts';
import { createGateway, type Gateway } from './createGateway.ts';
import { localUploads, removeLeftovers } from './localUploads.ts';
import type { PageFiles } from './pageFile.ts';
import { s3Uploads } from './s3Uploads.ts';
import { readSettings, type Environment, type GatewaySettings } from './settings.ts';
import type { UploadStore } from './uploadStore.ts';

const SWEEP_MS = 60_000;

/** The gateway as the environment describes it, with its housekeeping. Throws one sentence for people where that can't be done. */
export const startGateway = (
  environment: Environment,
  options: { readonly page?: PageFiles; readonly log?: (line: string) => void },
): Pick<Gateway, 'handler' | 'close'> => {
  const settings = readSettings(environment, providerRoutes);
  const gateway = createGateway({ settings, uploads: storeFor(settings), ...options });
  // What is left of a crashed one is not urgent, and its folder may belong to another user.
  removeLeftovers().catch(() => {});
  const timer = setInterval(() => void gateway.sweep(), SWEEP_MS);
  timer.unref();
  return {
    handler: gateway.handler,
    close: () => {
      clearInterval(timer);
      return gateway.close();
    },
  };
};

const storeFor = ({ s3, publicUrl }: GatewaySettings): UploadStore | null => {
  if (s3) return s3Uploads(s3);
  return publicUrl === null ? null : localUploads(publicUrl);
};
