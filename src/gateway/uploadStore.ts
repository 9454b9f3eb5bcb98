/** Where uploads lie while a provider fetches them. */
export type UploadStore = {
  /** Keeps the file and resolves with the address under which anyone who knows it can fetch it. Times in ms. */
  put(name: string, type: string, bytes: Uint8Array<ArrayBuffer>, lifetimeMs: number): Promise<string>;
  /** Its bytes, where the gateway serves them itself. */
  read?(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  remove(name: string): Promise<void>;
  /** Removes whatever else the store made. */
  close(): Promise<void>;
};
