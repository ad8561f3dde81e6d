import { describe, expect, test } from 'vitest'
import type { Organisation, Unit } from './organisation.ts'
import { choicesOf, foundIn, nodesOf, pathOf, type Node } from './tree-nodes.ts'

const unit = (id: string, parentId?: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  kind: 'region',
  openedOn: null,
  closedOn: null,
  revision: 0,
  parents: parentId === undefined ? [] : [{ parentId, fromOn: null }],
  ...more,
})
const organisation: Organisation = {
  units: [
    unit('集团'),
    unit('华东', '集团'),
    unit('华南', '集团', { closedOn: '2026-06-01' }),
    unit('苏州', '华东'),
    unit('新区', '集团', { openedOn: '2027-01-01' }),
  ],
  entities: [],
  projects: [
    {
      projectId: '翠湖',
      units: [
        { unitId: '华南', fromOn: null },
        { unitId: '苏州', fromOn: '2026-05-01' },
      ],
      entities: [],
    },
  ],
}
const told = (nodes: readonly Node[]): unknown =>
  nodes.map(({ key, children }) => (children.length === 0 ? key : [key, told(children)]))
const day = '2026-11-22'

describe('the tree of a day', () => {
  test('has what is open or will open, and projects where they stand', () => {
    expect(told(nodesOf(organisation, day, (id) => id))).toEqual([
      ['集团', [['华东', [['苏州', ['翠湖']]]], '新区']],
    ])
    expect(told(nodesOf(organisation, '2026-04-30', (id) => id))).toEqual([
      ['集团', [['华东', ['苏州']], ['华南', ['翠湖']], '新区']],
    ])
    expect(JSON.stringify(told(nodesOf(organisation, day, (id) => id, true)))).toContain('华南')
    // The day on which it closes is the first without it.
    expect(JSON.stringify(told(nodesOf(organisation, '2026-06-01', (id) => id)))).not.toContain('华南')
  })

  test('names a unit with what it stands under, the whole left out', () => {
    expect(pathOf(organisation.units, '苏州', day)).toBe('华东 / 苏州')
    expect(pathOf(organisation.units, '集团', day)).toBe('集团')
    expect(pathOf(organisation.units, undefined, day)).toBe('')
  })

  test('offers what is found by its name alone, with what it stands under', () => {
    const choices = choicesOf(organisation, day, { takes: ({ id }) => id !== '华东' })
    expect(foundIn(choices, '苏').map(({ value, title }) => [value, title])).toEqual([
      ['苏州', '集团 / 华东 / 苏州'],
    ])
    expect(foundIn(choices, '华').map(({ value, disabled }) => [value, disabled])).toEqual([['华东', true]])
    expect(foundIn(choices, '无')).toEqual([])
  })

  test('offers for a move what takes it, and nothing of what is moved', () => {
    const [root] = choicesOf(organisation, day, { moved: '华东', takes: ({ id }) => id !== '集团' })
    expect(root).toMatchObject({
      value: '集团',
      disabled: true,
      children: [{ value: '新区', disabled: false }],
    })
  })
})
