/**
 * The project that a form opens with: the one that the list behind it shows, else the only one. With several and none
 * chosen nobody has said which, and a choice is asked.
 */
export function projectToBeginWith(
  chosen: string | undefined,
  projects: readonly { id: string }[],
): string | undefined {
  if (chosen !== undefined && chosen !== '') return chosen
  return projects.length === 1 ? projects[0]?.id : undefined
}
