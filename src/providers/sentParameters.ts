import type { Parameter, ParameterValue, PlanStep } from './contract.ts';
import { providerError } from './errorFrom.ts';

/**
 * The options of a step as they are sent: those of its operation, the initial value where one must always be sent.
 * @throws ProviderError of kind validation for a value outside what the parameter allows: nothing has been sent then.
 */
export const sentParameters = (
  label: string,
  parameters: readonly Parameter[],
  { operation, parameters: chosen }: Pick<PlanStep, 'operation' | 'parameters'>,
): Record<string, ParameterValue> => {
  const sent: Record<string, ParameterValue> = {};
  for (const parameter of parameters) {
    if (!parameter.operations.includes(operation)) continue;
    const value = chosen[parameter.key] ?? (parameter.sendWhen === 'always' ? parameter.initial : undefined);
    if (value === undefined) continue;
    const problem = problemOf(parameter, value);
    if (problem !== null)
      throw providerError(
        'validation',
        label,
        { mayHaveCharged: 'no' },
        {
          message: `${parameter.label} ${problem}.`,
          nextStep: `Change ${parameter.label} and press Generate again.`,
        },
      );
    sent[parameter.key] = value;
  }
  return sent;
};

const problemOf = (parameter: Parameter, value: ParameterValue): string | null => {
  switch (parameter.type) {
    case 'integer':
    case 'number': {
      const { min, max } = parameter;
      if (typeof value !== 'number' || !(value >= min && value <= max)) return `must be between ${min} and ${max}`;
      return parameter.type === 'integer' && !Number.isInteger(value) ? 'must be a whole number' : null;
    }
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be on or off';
    case 'choice': {
      const known = parameter.values.some((choice) => choice.value === value);
      return known ? null : `must be one of ${parameter.values.map((choice) => choice.label).join(', ')}`;
    }
    case 'text':
      return typeof value === 'string' ? null : 'must be a text';
  }
};
