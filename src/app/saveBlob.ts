/** How long the browser is given to take over the address of a blob (ms). */
const addressLifetime = 60_000;

/** Hands a file to the browser's download list. */
export const saveBlob = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), addressLifetime);
};
