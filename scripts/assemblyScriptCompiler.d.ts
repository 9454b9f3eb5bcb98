/**
 * What we use of AssemblyScript's compiler (`assemblyscript/asc`, by `paths` in tsconfig.node.json). Its own declarations redefine
 * built-in types for every file of the program: `at()` would no longer be undefined past the end.
 */
export const version: string;

export function main(
  args: readonly string[],
  host: {
    readonly readFile: (name: string) => string | null;
    readonly writeFile: (name: string, contents: string | Uint8Array) => void;
    readonly listFiles: (folder: string) => string[];
  },
): Promise<{ readonly error: Error | null; readonly stderr: { toString: () => string } }>;
