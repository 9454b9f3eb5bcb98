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
    resume: async (handle, call) => needed((await load()).resume, description)(handle, call),
  }),
  ...(also.includes('test') && {
    test: async (call) => needed((await load()).test, description)(call),
  }),
});

const needed = <Method>(method: Method | undefined, { id }: ProviderDescription): Method => {
  if (!method) throw new Error(`The provider “${id}” lacks a call that the registry says it has.`);
  return method;
};
