import type { PlanStep, SentFile } from './contract.ts';
import { providerError } from './errorFrom.ts';
import { imageType, isWhole } from './imageType.ts';

/** A file of a step, checked before it is sent, with its bytes. */
export type CheckedFile = SentFile & { readonly read: Uint8Array<ArrayBuffer> };

/**
 * The file of that role, proved to be what it says: a whole PNG, JPEG or WebP of at most `maxBytes`, a mask of exactly the image's size.
 * @throws ProviderError; nothing has been sent then.
 */
export const sentFile = async (
  label: string,
  { files }: PlanStep,
  role: SentFile['role'],
  maxBytes: number,
): Promise<CheckedFile> => {
  const file = files.find((candidate) => candidate.role === role);
  if (!file) throw refused(label, 'validation', `The ${role} for {name} is missing.`);
  if (file.bytes.size > maxBytes)
    throw refused(
      label,
      'payload-too-large',
      `The ${role} has more than the ${mebibytes(maxBytes)} MB that {name} takes.`,
    );
  const image = files.find((candidate) => candidate.role === 'image');
  if (image && (image.size.width !== file.size.width || image.size.height !== file.size.height))
    throw refused(label, 'validation', 'The mask and the image for {name} differ in size.');
  const read = new Uint8Array(await file.bytes.arrayBuffer());
  const type = imageType(read);
  if (type !== `image/${file.format}` || !isWhole(read, type))
    throw refused(label, 'validation', `The ${role} for {name} is not a whole ${file.format.toUpperCase()} file.`);
  return { ...file, read };
};

const mebibytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

const refused = (label: string, kind: 'validation' | 'payload-too-large', message: string) =>
  providerError(
    kind,
    label,
    { mayHaveCharged: 'no' },
    {
      message,
      ...(kind === 'validation' && { nextStep: 'Try again; nothing has been sent.' }),
    },
  );
