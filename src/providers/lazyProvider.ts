import type { EditProvider } from './contract.ts';

/** What is known of a provider before any of its calls: plain data, which the interface and the planner read. */
export type ProviderDescription = Pick<
  EditProvider,
  'id' | 'label' | 'documentation' | 'defaultBaseUrl' | 'settings' | 'capabilities'
>;

/** A provider whose calls are loaded with the first of them. `also` names the optional calls that it has. */
export const lazyProvider = (
  description: ProviderDescription,
  load: () => Promise<EditProvider>,
  also: readonly ('resume' | 'test')[],
): EditProvider => ({
  ...description,
  edit: async (step, call) => (await load()).edit(step, call),
  ...(also.includes('resume') && {
    resume: async (handle, call) => (await load()).resume?.(handle, call) ?? missing(description),
  }),
  ...(also.includes('test') && {
    test: async (call) => (await load()).test?.(call) ?? missing(description),
  }),
});

const missing = ({ id }: ProviderDescription): never => {
  throw new Error(`The provider “${id}” lacks a call that the registry says it has.`);
};
