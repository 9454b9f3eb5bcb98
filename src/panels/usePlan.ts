import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EditDocument } from '../document/editDocument.ts';
import { documentStore } from '../document/store.ts';
import { planEdit } from '../generation/planEdit.ts';
import type { Plan, Refusal } from '../generation/plan.ts';
import { editRequestOf } from './editRequestOf.ts';
import { settingsStore, type SettingsState } from './settingsStore.ts';
import { useChosenProvider, type ChosenProvider } from './useChosenProvider.ts';

export type Planned = {
  readonly plan: Plan;
  /** Why Generate cannot be pressed now: what the plan says, or that the provider cannot work yet. */
  readonly refusal: Refusal | null;
};

/** What Generate would do with this document and these settings. Pure: nothing is sent or read for it. */
export const plannedOf = (document: EditDocument | null, state: SettingsState, chosen: ChosenProvider): Planned => {
  const { provider, choices, capabilities, readiness } = chosen;
  const plan = planEdit(document, provider, capabilities, editRequestOf(state, choices, capabilities));
  const refused = plan.kind === 'refused' ? plan : null;
  if (readiness.ready || refused?.control === 'picture') return { plan, refusal: refused };
  return { plan, refusal: { kind: 'refused', control: 'provider', reason: readiness.reason } };
};

/** `plannedOf` what is open and set now. */
export const usePlan = (): Planned => {
  const document = useStore(documentStore, (state) => state.document);
  const settings = useStore(settingsStore);
  const chosen = useChosenProvider();
  return useMemo(() => plannedOf(document, settings, chosen), [document, settings, chosen]);
};
