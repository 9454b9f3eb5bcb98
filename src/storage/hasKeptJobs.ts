/** Whether there can be jobs of an earlier visit: cheap, so that the database's code is loaded only where it has something to read. */
export const hasKeptJobs = async (): Promise<boolean> => {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === 'overpaint-jobs');
  } catch {
    return false;
  }
};
