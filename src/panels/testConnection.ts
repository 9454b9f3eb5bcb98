import type { Connection, EditProvider } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { networkFetch } from '../providers/http.ts';
import { wait } from '../providers/wait.ts';

export type TestAnswer = {
  readonly kind: 'passed' | 'failed';
  /** Sentences of ours. */
  readonly words: string;
  /** The provider's own, shown as text. */
  readonly providerWords?: string | undefined;
};

/** Makes the provider's unpaid call over that connection. Never rejects. */
export const testConnection = async (
  provider: EditProvider,
  connection: Connection,
  signal: AbortSignal,
): Promise<TestAnswer> => {
  const ignore = (): void => undefined;
  const call = { connection, signal, fetch: networkFetch, wait, onProgress: ignore, onJob: ignore };
  try {
    return { kind: 'passed', words: (await provider.test?.(call)) ?? '' };
  } catch (error) {
    if (error instanceof ProviderError) {
      const words = `${error.message} ${error.nextStep}`;
      return { kind: 'failed', words, providerWords: error.facts.providerWords };
    }
    return { kind: 'failed', words: 'The test failed unexpectedly.', providerWords: String(error) };
  }
};
