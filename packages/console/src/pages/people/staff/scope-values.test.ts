import { describe, expect, test } from 'vitest'
import type { Node } from '../../../parts/tree-nodes.ts'
import { scopeChoices, scopesFound, settledScopes } from './scope-choices.ts'
import { askedRoles, chosenRoles, idsOf, scopeOf } from './scope-values.ts'

test('what is chosen is asked for unit by unit, with projects together, and comes back as it was chosen', () => {
  const chosen = [
    { role: 'regional_manager', scopes: ['unit_1', 'unit_2'] },
    { role: 'front_desk', scopes: ['unit_1', 'proj_1', 'proj_2'] },
    { role: 'auditor', scopes: ['all'] },
  ]
  const asked = askedRoles(chosen)
  expect(asked).toEqual([
    { role: 'regional_manager', scope: { kind: 'unit', unitId: 'unit_1' } },
    { role: 'regional_manager', scope: { kind: 'unit', unitId: 'unit_2' } },
    { role: 'front_desk', scope: { kind: 'unit', unitId: 'unit_1' } },
    { role: 'front_desk', scope: { kind: 'projects', projectIds: ['proj_1', 'proj_2'] } },
    { role: 'auditor', scope: { kind: 'company' } },
  ])
  expect(chosenRoles(asked)).toEqual(chosen)
})

test('the company covers whatever is chosen beside it', () => {
  expect(askedRoles([{ role: 'auditor', scopes: ['proj_1', 'all', 'unit_1'] }])).toEqual([
    { role: 'auditor', scope: { kind: 'company' } },
  ])
})

test('an id that was chosen stands for its scope', () => {
  for (const id of ['all', 'unit_1', 'proj_1']) expect(idsOf(scopeOf(id))).toEqual([id])
})

describe('the tree to choose from', () => {
  const node = (key: string, children: Node[] = []): Node =>
    key.startsWith('proj')
      ? { key, project: { projectId: key, name: key, entity: undefined }, children }
      : { key, unit: { id: key, name: key, closedOn: null } as Node['unit'] & object, children }
  const choices = scopeChoices(
    [node('集团', [node('华东', [node('苏州', [node('proj_1')]), node('proj_2')]), node('proj_3')])],
    '全部项目',
  )

  test('has the whole company as its root, and below it units and projects', () => {
    expect(choices.map(({ value, title }) => [value, title])).toEqual([['all', '全部项目']])
    expect(choices[0]?.children.map(({ value, title }) => [value, title])).toEqual([
      ['华东', '华东'],
      ['proj_3', 'proj_3'],
    ])
  })

  test('leaves out what the last choice covers, and what covers it', () => {
    expect(settledScopes(choices, ['proj_1', 'proj_3', '华东'], ['proj_1', 'proj_3'])).toEqual([
      'proj_3',
      '华东',
    ])
    expect(settledScopes(choices, ['华东', 'proj_3', 'proj_1'], ['华东', 'proj_3'])).toEqual([
      'proj_3',
      'proj_1',
    ])
    expect(settledScopes(choices, ['proj_1', 'all'], ['proj_1'])).toEqual(['all'])
    expect(settledScopes(choices, ['all', 'proj_3'], ['all'])).toEqual(['proj_3'])
    expect(settledScopes(choices, ['华东'], ['华东', 'proj_3'])).toEqual(['华东'])
  })

  test('is searched by name, and tells of each what it stands under', () => {
    expect(scopesFound(choices, '苏').map(({ value, title }) => [value, title])).toEqual([
      ['苏州', '华东 / 苏州'],
    ])
    expect(scopesFound(choices, 'proj_').map(({ title }) => title)).toEqual([
      '华东 / 苏州 / proj_1',
      '华东 / proj_2',
      'proj_3',
    ])
  })
})
