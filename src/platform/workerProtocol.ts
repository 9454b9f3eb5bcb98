/** What crosses between the page and a worker: a call, its progress, its answer. `Methods` maps a name to its argument, answer and progress. */
export type Methods = Readonly<Record<string, { argument: unknown; answer: unknown; progress: unknown }>>;

export type CallMessage = { readonly id: number; readonly method: string; readonly argument: unknown };

export type ReplyMessage =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: unknown }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: unknown }
  | { readonly id: number; readonly kind: 'error'; readonly name: string; readonly message: string };
