import { defaultOptions, type EditRequest } from '../generation/editRequest.ts';
import type { Capabilities, Operation, Parameter, ParameterValue } from '../providers/contract.ts';
import type { ProviderChoices, SettingsState } from './settingsStore.ts';

/** What can be asked for a masked part, in the order of the list; growing the picture is asked for by its frame. */
const maskOperations: readonly Operation[] = ['inpaint', 'erase', 'search-and-replace'];

/** Those of them that the provider has; at least one of every provider. */
export const maskOperationsOf = (capabilities: Capabilities): readonly Operation[] =>
  maskOperations.filter((operation) => capabilities.operations[operation]);

/** The chosen operation, or the provider's first where nothing is chosen that it has. */
export const operationOf = (capabilities: Capabilities, { operation }: ProviderChoices): Operation => {
  const offered = maskOperationsOf(capabilities);
  return offered.find((each) => each === operation) ?? offered[0] ?? 'inpaint';
};

/** The parameters that the operation takes, in the provider's order. */
export const parametersOf = (capabilities: Capabilities, operation: Operation): readonly Parameter[] =>
  capabilities.parameters.filter(({ operations }) => operations.includes(operation));

/** What the panel asks for, in no provider's words. Values that the provider does not know are left out. */
export const editRequestOf = (
  state: SettingsState,
  choices: ProviderChoices,
  capabilities: Capabilities,
): EditRequest => {
  const operation = operationOf(capabilities, choices);
  const { seed, maxCandidates, negativePrompt } = capabilities;
  const chosen: readonly (readonly [string, ParameterValue])[] = parametersOf(capabilities, operation).flatMap(
    ({ key }) => {
      const value = choices.parameters[key];
      return value === undefined ? [] : [[key, value] as const];
    },
  );
  return {
    operation,
    prompt: state.prompt.trim(),
    negativePrompt: negativePrompt ? state.negativePrompt.trim() : '',
    searchPrompt: operation === 'search-and-replace' ? state.searchPrompt.trim() : '',
    seed: seed && Math.min(Math.max(state.seed, seed.min), seed.max),
    candidates: Math.min(choices.candidates, maxCandidates),
    parameters: Object.fromEntries(chosen),
    options: { ...defaultOptions, invertMask: choices.invertMask },
  };
};
