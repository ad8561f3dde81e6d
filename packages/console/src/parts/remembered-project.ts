/** Under which a tab keeps the project that was chosen last in it. */
const key = 'heju.project'

/** Keeps a project that somebody chose, for the pages that this tab opens after it. */
export function rememberProject(projectId: string): void {
  sessionStorage.setItem(key, projectId)
}

/**
 * The project that is meant where nobody says: the only one, else the one that was chosen last in this tab, if it is still
 * within reach. Undefined where it must be asked for.
 */
export function usualProject(projects: readonly { id: string }[]): string | undefined {
  if (projects.length === 1) return projects[0]?.id
  const last = sessionStorage.getItem(key)
  return projects.find(({ id }) => id === last)?.id
}
