import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** Parent and used time of one process; undefined when it has ended meanwhile. */
const readProcess = (pid: string): { readonly parent: string; readonly ms: number } | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces; it ends with the last parenthesis. Then: state, parent, ..., user and system time (14th, 15th field).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: fields[1] ?? '', ms: (Number(fields[11]) + Number(fields[12])) * tickMs };
  } catch {
    return undefined;
  }
};

/** User and system time in ms that a process and all that it started have used; undefined where there is no /proc. */
export const processTime = (root: number): number | undefined => {
  let pids: string[];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const processes = new Map(pids.map((pid) => [pid, readProcess(pid)] as const));
  const isBelowRoot = (pid: string): boolean => {
    if (pid === String(root)) return true;
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && parent !== '0' && isBelowRoot(parent);
  };
  return pids.filter(isBelowRoot).reduce((sum, pid) => sum + (processes.get(pid)?.ms ?? 0), 0);
};
