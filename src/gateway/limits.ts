const MEBIBYTE = 1024 * 1024;

/** What one request may take, bytes and ms. Tests make them small. */
export type Limits = {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly uploadBytes: number;
  /** Of all uploads kept at one time. */
  readonly uploadedBytes: number;
  readonly webhookBytes: number;
  /** One forwarded call, from its first byte to its last. */
  readonly timeoutMs: number;
  readonly heartbeatMs: number;
  /** How many requests a client may make at once, and how many more it earns each second. */
  readonly burst: number;
  readonly perSecond: number;
};

export const LIMITS: Limits = {
  requestBytes: 40 * MEBIBYTE,
  responseBytes: 64 * MEBIBYTE,
  uploadBytes: 20 * MEBIBYTE,
  uploadedBytes: 1024 * MEBIBYTE,
  webhookBytes: MEBIBYTE,
  timeoutMs: 180_000,
  heartbeatMs: 15_000,
  burst: 300,
  perSecond: 10,
};

/** How long an upload or a webhook's event is kept at most. */
export const LIFETIME_MS = 3_600_000;
