import { strToU8, zipSync } from 'fflate';
import type { ReadyPlan } from '../../generation/plan.ts';
import type { PlanStep, SentFile } from '../../providers/contract.ts';
import { curlOf, type FileNames } from './curlOf.ts';
import type { RecordedRequest } from './recordRequest.ts';

/** What the pictures are called in the bundle and in the command: by their role, never by the opened file. */
export const fileNamesOf = (files: readonly SentFile[]): FileNames => {
  const name = (role: SentFile['role']): string => {
    const format = files.find((file) => file.role === role)?.format ?? 'png';
    return `${role}.${format === 'jpeg' ? 'jpg' : format}`;
  };
  return { image: name('image'), mask: name('mask') };
};

/** A zip file for a bug report: the request without its key, the plan it comes from, the pictures as they are sent, the command. */
export const bundleOf = async (
  provider: { readonly id: string; readonly label: string },
  plan: ReadyPlan,
  { files, size, expected, operation }: PlanStep,
  request: RecordedRequest,
): Promise<Blob> => {
  const names = fileNamesOf(files);
  const fields = request.body?.fields.map(({ name, value }) => ({
    name,
    ...(value.kind === 'text' ? { value: value.text } : { picture: names[value.role], as: value.as }),
  }));
  const { canvas, known, steps, feather, candidates, cost, resolution, warnings, maskOptions } = plan;
  const content = {
    provider: provider.id,
    operation,
    request: {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      fields: fields ?? [],
    },
    sent: { size, expected },
    plan: { canvas, known, steps, feather, candidates, cost, resolution, warnings, maskOptions },
  };
  const pictures = await Promise.all(
    files.map(async (file) => [names[file.role], new Uint8Array(await file.bytes.arrayBuffer())] as const),
  );
  const zip = zipSync({
    'request.json': strToU8(`${JSON.stringify(content, null, 2)}\n`),
    'request.sh': strToU8(curlOf(request, names)),
    // Pictures are packed already.
    ...Object.fromEntries(pictures.map(([name, bytes]) => [name, [bytes, { level: 0 }] as const])),
  });
  return new Blob([zip], { type: 'application/zip' });
};
