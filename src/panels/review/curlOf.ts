import type { RecordedRequest, RequestField } from './recordRequest.ts';
import { keyPlaceholder } from './recordRequest.ts';

/**
 * The request as a shell command that reads the pictures from files of those names (as they are in the bundle) and the key from the
 * environment variable OVERPAINT_KEY.
 */
export const curlOf = ({ method, url, headers, body }: RecordedRequest, fileNames: FileNames): string => {
  const lines = [
    `curl -X ${method} ${quoted(url)}`,
    ...headers.map(([name, value]) => `-H ${header(name, value)}`),
    ...(body?.kind === 'form' ? body.fields.map((field) => formPart(field, fileNames)) : []),
    ...(body?.kind === 'json' ? ['--data-binary @- <<OVERPAINT_REQUEST'] : []),
  ];
  const command = lines.join(' \\\n  ');
  return body?.kind === 'json'
    ? `${command}\n${jsonText(body.fields, fileNames)}\nOVERPAINT_REQUEST\n`
    : `${command}\n`;
};

/** What the files are called that hold the pictures. */
export type FileNames = Readonly<Record<'image' | 'mask', string>>;

/** One word for the shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Only the key's placeholder is left to the shell to fill in. */
const header = (name: string, value: string): string => {
  const [before = '', after] = value.split(keyPlaceholder);
  return after === undefined
    ? quoted(`${name}: ${value}`)
    : `${quoted(`${name}: ${before}`)}"${keyPlaceholder}"${after && quoted(after)}`;
};

const formPart = ({ name, value }: RequestField, fileNames: FileNames): string => {
  // --form-string takes the text as it is; -F would read "@" and ";" in it.
  if (value.kind === 'text') return `--form-string ${quoted(`${name}=${value.text}`)}`;
  return value.as === 'file'
    ? `-F ${quoted(`${name}=@${fileNames[value.role]}`)}`
    : `--form-string ${quoted(`${name}=${addressPlaceholder(value.role)}`)}`;
};

/** Stands for the public address of a picture, which exists only while a request runs. */
const addressPlaceholder = (role: 'image' | 'mask'): string => `https://example.com/public-address-of-the-${role}`;

/** JSON in a here-document: the shell fills in what stands in $(…) and leaves everything else as it is. */
const jsonText = (fields: readonly RequestField[], fileNames: FileNames): string => {
  const escaped = (text: string): string => text.replace(/[\\$`]/g, '\\$&');
  const entries = fields.map(({ name, value }) => {
    const key = escaped(JSON.stringify(name));
    if (value.kind === 'text') return `${key}:${escaped(jsonOf(value.text, value.json))}`;
    if (value.as !== 'base64') return `${key}:${JSON.stringify(addressPlaceholder(value.role))}`;
    return `${key}:"${escaped(value.prefix)}$(base64 < ${fileNames[value.role]} | tr -d '\\n')"`;
  });
  return `{${entries.join(',')}}`;
};

const jsonOf = (text: string, json: boolean): string => (json ? text : JSON.stringify(text));
