import { useId } from 'react';
import type { Parameter, ParameterValue } from '../providers/contract.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import field from '../ui/field.module.css';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { Slider } from '../ui/Slider.tsx';
import { tip } from '../ui/tip.ts';
import styles from './ParameterFields.module.css';

type ParameterFieldsProps = {
  readonly parameters: readonly Parameter[];
  /** What the user chose; what is missing is the provider's own. */
  readonly values: Readonly<Record<string, ParameterValue>>;
  /** Undefined goes back to the provider's own value. */
  readonly onChange: (key: string, value: ParameterValue | undefined) => void;
  /** Why a parameter does not fit, or null. */
  readonly problemOf: (key: string) => string | null;
};

/** The options of a provider, as its data describe them. */
export const ParameterFields = ({ parameters, values, onChange, problemOf }: ParameterFieldsProps) => (
  <>
    {parameters.map((parameter) => (
      <ParameterField
        key={parameter.key}
        parameter={parameter}
        value={values[parameter.key]}
        problem={problemOf(parameter.key)}
        onChange={(value) => onChange(parameter.key, value)}
      />
    ))}
  </>
);

type ParameterFieldProps = {
  readonly parameter: Parameter;
  readonly value: ParameterValue | undefined;
  readonly problem: string | null;
  readonly onChange: (value: ParameterValue | undefined) => void;
};

const ParameterField = ({ parameter, value, problem, onChange }: ParameterFieldProps) => {
  const id = useId();
  const note = problem ?? parameter.help;
  const noteId = note === undefined ? undefined : `${id}note`;
  return (
    <div className={styles.parameter}>
      <div className={styles.control}>
        <Control id={id} parameter={parameter} value={value} describedBy={noteId} onChange={onChange} />
        {parameter.sendWhen === 'set' &&
          value !== undefined &&
          ['integer', 'number', 'boolean'].includes(parameter.type) && (
            <Button
              {...tip({ label: `${parameter.label}: automatic`, side: 'above' })}
              size="small"
              icon="close"
              smallIcon
              aria-label={`${parameter.label}: automatic`}
              onClick={() => onChange(undefined)}
            />
          )}
      </div>
      {note !== undefined && (
        <p className={problem === null ? field.note : styles.problem} id={noteId}>
          {note}
        </p>
      )}
    </div>
  );
};

type ControlProps = {
  readonly id: string;
  readonly parameter: Parameter;
  readonly value: ParameterValue | undefined;
  readonly describedBy: string | undefined;
  readonly onChange: (value: ParameterValue | undefined) => void;
};

/** Most steps that a slider can tell apart in the panel; beyond that the number is typed. */
const finest = 1000;

/** What stands for "not sent" in a list of values. */
const unset = '';

const Control = ({ id, parameter, value, describedBy, onChange }: ControlProps) => {
  const { label } = parameter;
  const own = parameter.sendWhen === 'set' && value === undefined;
  switch (parameter.type) {
    case 'integer':
    case 'number': {
      const { min, max, step, initial } = parameter;
      const number = typeof value === 'number' ? value : initial;
      return (max - min) / step <= finest ? (
        <Slider
          name={label}
          min={min}
          max={max}
          step={step}
          value={number}
          format={(shown) => (own ? 'auto' : formatStep(shown, step))}
          describedBy={describedBy}
          onChange={onChange}
        />
      ) : (
        <div className={field.field}>
          <label className={field.label} htmlFor={id}>
            {label}
          </label>
          <NumberField
            id={id}
            value={number}
            min={min}
            max={max}
            step={step}
            describedBy={describedBy}
            onChange={onChange}
          />
        </div>
      );
    }
    case 'boolean':
      return (
        <Check
          label={label}
          checked={typeof value === 'boolean' ? value : parameter.initial}
          describedBy={describedBy}
          onChange={onChange}
        />
      );
    case 'choice': {
      const ownOption = { value: unset, label: 'Automatic' };
      return (
        <div className={field.field}>
          <span className={field.label} aria-hidden="true">
            {label}
          </span>
          <Select
            name={label}
            options={parameter.sendWhen === 'set' ? [ownOption, ...parameter.values] : parameter.values}
            value={own ? unset : String(value ?? parameter.initial)}
            describedBy={describedBy}
            onChange={(chosen) => onChange(parameter.sendWhen === 'set' && chosen === unset ? undefined : chosen)}
          />
        </div>
      );
    }
    case 'text':
      return (
        <div className={field.field}>
          <label className={field.label} htmlFor={id}>
            {label}
          </label>
          <input
            id={id}
            className={field.input}
            type="text"
            autoComplete="off"
            value={String(value ?? parameter.initial)}
            aria-describedby={describedBy}
            onChange={({ currentTarget: { value: typed } }) =>
              onChange(typed === '' && parameter.sendWhen === 'set' ? undefined : typed)
            }
          />
        </div>
      );
  }
};

/** A number with as many decimals as its step has: 0.5 by 0.05 is "0.50". */
const formatStep = (value: number, step: number): string => {
  const decimals = (String(step).split('.')[1] ?? '').length;
  return value.toFixed(decimals);
};
