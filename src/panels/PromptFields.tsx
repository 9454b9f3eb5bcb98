import { useStore } from 'zustand';
import type { Capabilities, EditProvider, Operation } from '../providers/contract.ts';
import { classes } from '../ui/classes.ts';
import field from '../ui/field.module.css';
import { operationWords } from './operationWords.ts';
import { settingsStore } from './settingsStore.ts';
import styles from './RequestSection.module.css';

type PromptFieldsProps = {
  readonly provider: EditProvider;
  readonly capabilities: Capabilities;
  readonly operation: Operation;
  readonly rows: number;
  /** What is to be said at a control, or null. */
  readonly noteOn: (control: string) => string | null;
};

/** The words of the request: what shall be there, what shall not, and what is looked for. */
export const PromptFields = ({ provider, capabilities, operation, rows, noteOn }: PromptFieldsProps) => {
  const prompt = useStore(settingsStore, (state) => state.prompt);
  const negativePrompt = useStore(settingsStore, (state) => state.negativePrompt);
  const searchPrompt = useStore(settingsStore, (state) => state.searchPrompt);
  const taken = capabilities.operations[operation];
  const promptNote = noteOn('prompt') ?? ownNote(provider, operation, taken?.prompt ?? 'optional');
  const searches = operation === 'search-and-replace';
  return (
    <>
      {searches && (
        <TextField
          id="search-prompt"
          label="Search prompt"
          value={searchPrompt}
          placeholder="What to look for"
          note={noteOn('search-prompt')}
          onChange={(typed) => settingsStore.setState({ searchPrompt: typed })}
        />
      )}
      <div className={classes(field.field, styles.prompt)}>
        <label className={field.label} htmlFor="prompt">
          Prompt
        </label>
        <textarea
          id="prompt"
          className={field.input}
          rows={rows}
          value={prompt}
          placeholder={searches ? 'What to put in its place' : undefined}
          aria-required={taken?.prompt === 'required'}
          aria-describedby={promptNote ? 'prompt-note' : undefined}
          onChange={(event) => settingsStore.setState({ prompt: event.currentTarget.value })}
        />
        {promptNote && (
          <p className={field.note} id="prompt-note">
            {promptNote}
          </p>
        )}
      </div>
      {capabilities.negativePrompt && taken?.prompt !== 'ignored' && (
        <TextField
          id="negative-prompt"
          label="Negative prompt"
          value={negativePrompt}
          placeholder="What should not appear"
          note={noteOn('negative-prompt')}
          onChange={(typed) => settingsStore.setState({ negativePrompt: typed })}
        />
      )}
    </>
  );
};

const ownNote = (
  provider: EditProvider,
  operation: Operation,
  taken: 'required' | 'optional' | 'ignored',
): string | null => {
  if (taken === 'optional') return 'May be left empty.';
  if (taken === 'required') return null;
  return provider.defaultBaseUrl === null
    ? `${provider.label} continues the surroundings and ignores the prompt.`
    : `${operationWords[operation]} continues the surroundings and ignores the prompt.`;
};

type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly note: string | null;
  readonly onChange: (typed: string) => void;
};

const TextField = ({ id, label, value, placeholder, note, onChange }: TextFieldProps) => (
  <div className={field.field}>
    <label className={field.label} htmlFor={id}>
      {label}
    </label>
    <input
      id={id}
      className={field.input}
      type="text"
      autoComplete="off"
      value={value}
      placeholder={placeholder}
      aria-describedby={note ? `${id}-note` : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    {note && (
      <p className={field.note} id={`${id}-note`}>
        {note}
      </p>
    )}
  </div>
);
