import type { Job } from '../generation/queueStore.ts';
import type { Running, Stage } from '../generation/stages.ts';

/** What a stage of that job is called: "Waiting for AIThriving, 3 of 4". */
export const stageWords = (stage: Stage, { provider }: Job, running: Running): string => {
  switch (stage) {
    case 'preparing':
      return 'Preparing';
    case 'uploading':
      return `Uploading${ofCalls(running, stage)}`;
    case 'waiting':
      return `Waiting for ${provider.label}${ofPictures(running)}${ofCalls(running, stage)}${queued(running)}`;
    case 'filling':
      return 'Filling in';
    case 'downloading':
      return 'Downloading';
    case 'blending':
      return 'Blending and counting';
  }
};

const ofPictures = ({ arrived, stage }: Running): string =>
  stage === 'waiting' && arrived.of > 1 ? `, ${Math.min(arrived.number + 1, arrived.of)} of ${arrived.of}` : '';

const ofCalls = ({ step, stage }: Running, own: Stage): string =>
  stage === own && step.of > 1 ? `, call ${step.number} of ${step.of}` : '';

const queued = ({ queuePosition, stage }: Running): string =>
  stage === 'waiting' && queuePosition !== null && queuePosition > 0 ? `, ${queuePosition} before this` : '';
