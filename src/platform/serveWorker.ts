import type { CallMessage, Methods, ReplyMessage } from './workerProtocol.ts';

/** What a handler answers: the value, and the buffers in it that may be moved instead of copied. */
export type Answer<Value> = { readonly value: Value; readonly transfer?: readonly Transferable[] };

export type Handlers<M extends Methods> = {
  readonly [Name in keyof M]: (
    argument: M[Name]['argument'],
    report: (progress: M[Name]['progress']) => void,
  ) => Promise<Answer<M[Name]['answer']>> | Answer<M[Name]['answer']>;
};

/** The few members of a dedicated worker's scope that are used, since the page's types don't know it. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<CallMessage>) => void) | null;
  postMessage(message: ReplyMessage, transfer: readonly Transferable[]): void;
};

/** Runs inside a worker: answers each call by the handler of its name, errors as errors. Calls start in the order they came. */
export const serveWorker = <M extends Methods>(handlers: Handlers<M>): void => {
  const scope = self as unknown as WorkerScope;
  const answer = async ({ id, method, argument }: CallMessage): Promise<void> => {
    try {
      const handler = handlers[method];
      if (!handler) throw new Error(`No worker method is called ${method}.`);
      const report = (progress: unknown) => scope.postMessage({ id, kind: 'progress', progress }, []);
      const { value, transfer = [] } = await handler(argument, report);
      scope.postMessage({ id, kind: 'answer', answer: value }, transfer);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      scope.postMessage({ id, kind: 'error', name, message }, []);
    }
  };
  scope.onmessage = (event) => void answer(event.data);
};
