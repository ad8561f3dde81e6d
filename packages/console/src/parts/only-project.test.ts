import { expect, test } from 'vitest'
import { projectToBeginWith } from './only-project.ts'

test('a form opens with the project that its list shows or the only one, and never with the first of several', () => {
  const [one, two] = [{ id: 'proj_1' }, { id: 'proj_2' }]
  expect(projectToBeginWith('proj_2', [one, two])).toBe('proj_2')
  expect(projectToBeginWith(undefined, [one])).toBe('proj_1')
  expect(projectToBeginWith(undefined, [one, two])).toBeUndefined()
  expect(projectToBeginWith(undefined, [])).toBeUndefined()
})
