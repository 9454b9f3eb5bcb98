import type { Operation } from '../providers/contract.ts';

/** What the user calls each operation. */
export const operationWords: Readonly<Record<Operation, string>> = {
  inpaint: 'Inpaint',
  outpaint: 'Outpaint',
  erase: 'Erase',
  'search-and-replace': 'Search and replace',
};
