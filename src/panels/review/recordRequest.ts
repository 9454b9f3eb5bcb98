import { encodeBase64 } from '../../providers/base64.ts';
import type { Connection, EditProvider, PlanStep, SentFile } from '../../providers/contract.ts';

/** Stands for the key wherever a request is shown or copied. */
export const keyPlaceholder = '$OVERPAINT_KEY';

/** A part of a request's body. `role` says which of the pictures it is, and `as` how that travels; `prefix` is what stands before base64. */
export type RequestValue =
  /** `json`: the text is JSON of a number, a list and so on, not a string of its own. */
  | { readonly kind: 'text'; readonly text: string; readonly json: boolean }
  | { readonly kind: 'picture'; readonly role: SentFile['role']; readonly as: 'file' | 'address' }
  | { readonly kind: 'picture'; readonly role: SentFile['role']; readonly as: 'base64'; readonly prefix: string };

export type RequestField = { readonly name: string; readonly value: RequestValue };

/** A request as it would leave for the provider itself, with a placeholder for the key. */
export type RecordedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: {
    readonly kind: 'json' | 'form';
    readonly fields: readonly RequestField[];
  } | null;
};

/**
 * Lets the provider's own code make its request and takes it down instead of sending it: what is shown is what would be sent.
 * `connection.baseUrl` is the provider's own address. Null where it sends nothing.
 */
export const recordRequest = async (
  provider: EditProvider,
  step: PlanStep,
  connection: Connection,
): Promise<RecordedRequest | null> => {
  const ended = new AbortController();
  const taken: { request?: Request; form?: FormData } = {};
  const fetch: typeof globalThis.fetch = (input, init) => {
    taken.request ??= new Request(input, init);
    if (init?.body instanceof FormData) taken.form ??= init.body;
    ended.abort();
    return Promise.reject(ended.signal.reason as Error);
  };
  const ignore = (): void => undefined;
  try {
    await provider.edit(step, {
      connection: { ...connection, apiKey: keyPlaceholder },
      signal: ended.signal,
      fetch,
      onProgress: ignore,
      onJob: ignore,
      wait: () => Promise.reject(ended.signal.reason as Error),
    });
  } catch (error) {
    // Being stopped is how it ends. Whatever went wrong before a request was made is what the user would meet too.
    if (!taken.request) throw error;
  }
  return taken.request ? described(taken.request, taken.form, step.files) : null;
};

const described = async (
  request: Request,
  form: FormData | undefined,
  files: readonly SentFile[],
): Promise<RecordedRequest> => {
  const { method, url } = request;
  const headers = [...request.headers].filter(([name]) => !form || name !== 'content-type');
  if (form) return { method, url, headers, body: { kind: 'form', fields: formFields(form, files) } };
  const text = await request.text();
  if (text === '') return { method, url, headers, body: null };
  return { method, url, headers, body: { kind: 'json', fields: await jsonFields(text, files) } };
};

const formFields = (form: FormData, files: readonly SentFile[]): readonly RequestField[] =>
  [...form].map(([name, value]) => {
    if (typeof value === 'string') return { name, value: textOrAddress(value, files) };
    const mask = files.find(({ role }) => role === 'mask');
    const isMask = mask?.bytes.size === value.size && (/mask/i.test(name) || files[0]?.bytes.size !== value.size);
    return { name, value: { kind: 'picture', role: isMask ? 'mask' : 'image', as: 'file' } };
  });

const jsonFields = async (text: string, files: readonly SentFile[]): Promise<readonly RequestField[]> => {
  const body: unknown = JSON.parse(text);
  const encoded = await Promise.all(
    files.map(async (file) => ({ file, base64: encodeBase64(new Uint8Array(await file.bytes.arrayBuffer())) })),
  );
  return Object.entries(body ?? {}).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string') return { name, value: { kind: 'text', text: JSON.stringify(value), json: true } };
    const picture = encoded.find(({ base64 }) => value.endsWith(base64));
    if (!picture) return { name, value: textOrAddress(value, files) };
    const prefix = value.slice(0, value.length - picture.base64.length);
    return { name, value: { kind: 'picture', role: picture.file.role, as: 'base64', prefix } };
  });
};

const textOrAddress = (text: string, files: readonly SentFile[]): RequestValue => {
  const file = files.find(({ url }) => url === text);
  return file ? { kind: 'picture', role: file.role, as: 'address' } : { kind: 'text', text, json: false };
};
