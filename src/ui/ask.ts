import { createStore } from 'zustand/vanilla';

/** A question with two answers. `confirm` and `cancel` are the words on the buttons. */
export type Question = {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly cancel: string;
};

type Asking = { readonly question: Question; readonly answer: (yes: boolean) => void };

export const askStore = createStore<{ readonly asking: Asking | null }>(() => ({ asking: null }));

/** Asks in a dialog; true only if the person confirms. A second question answers the first with no. */
export const ask = (question: Question): Promise<boolean> =>
  new Promise((resolve) => {
    askStore.getState().asking?.answer(false);
    const answer = (yes: boolean): void => {
      askStore.setState({ asking: null });
      resolve(yes);
    };
    askStore.setState({ asking: { question, answer } });
  });
