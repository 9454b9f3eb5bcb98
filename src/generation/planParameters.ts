import type { Operation, Parameter, ParameterValue } from '../providers/contract.ts';
import type { Refusal } from './plan.ts';
import { refusal } from './refuse.ts';

type Values = Readonly<Record<string, ParameterValue>>;

/** The parameters that a call of `operation` gets: those the user set, and the first values of those that are always sent. */
export const planParameters = (
  parameters: readonly Parameter[],
  operation: Operation,
  wanted: Values,
): { readonly kind: 'ready'; readonly values: Values } | Refusal => {
  const values: Record<string, ParameterValue> = {};
  for (const parameter of parameters) {
    if (!parameter.operations.includes(operation)) continue;
    const value = wanted[parameter.key] ?? (parameter.sendWhen === 'always' ? parameter.initial : undefined);
    if (value === undefined) continue;
    const reason = reasonAgainst(parameter, value);
    if (reason !== null) return refusal(`parameter:${parameter.key}`, reason);
    values[parameter.key] = value;
  }
  return { kind: 'ready', values };
};

const reasonAgainst = (parameter: Parameter, value: ParameterValue): string | null => {
  const { label } = parameter;
  switch (parameter.type) {
    case 'integer':
    case 'number': {
      const { min, max } = parameter;
      const whole = parameter.type === 'integer';
      const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
      return fits ? null : `${label} has to be a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`;
    }
    case 'boolean':
      return typeof value === 'boolean' ? null : `${label} is either on or off.`;
    case 'choice':
      return parameter.values.some((choice) => choice.value === value)
        ? null
        : `${label} has to be one of: ${parameter.values.map((choice) => choice.label).join(', ')}.`;
    case 'text':
      return typeof value === 'string' ? null : `${label} has to be text.`;
  }
};
