import { useEffect } from 'react'
import { projectToBeginWith } from './only-project.ts'
import { useProjects, type Project } from './projects.ts'

/** A form that asks for a project. */
interface AsksProject {
  getFieldValue(name: 'projectId'): unknown
  setFields(fields: { name: 'projectId'; value: string; touched: false; errors: [] }[]): void
}

/**
 * The projects to choose from, with `projectId` of a form filled in where it is clear which one is meant, also when the
 * projects come after the form was opened.
 */
export function useProjectToBeginWith(form: AsksProject, chosen: string | undefined): Project[] {
  const projects = useProjects()
  const meant = projectToBeginWith(chosen, projects)
  useEffect(() => {
    if (meant !== undefined && form.getFieldValue('projectId') === undefined)
      // Nobody entered it.
      form.setFields([{ name: 'projectId', value: meant, touched: false, errors: [] }])
  }, [form, meant])
  return projects
}
