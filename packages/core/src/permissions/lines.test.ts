import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossedBy, crossedLine, permissions, permissionsOfRole, roles, type Assignment } from './index.ts'

const everywhere = (role: string): Assignment => ({ role, projects: 'all' })
const inProjects = (role: string, ...projects: string[]): Assignment => ({ role, projects })
const own = (carried: Assignment['own'] & object, projects: Assignment['projects'] = 'all'): Assignment => ({
  role: 'role_1',
  projects,
  own: carried,
})

describe('a role', () => {
  test('that every company has crosses no line, but the administrator’s', () => {
    const crossing = roles.filter((role) => crossedLine(permissionsOfRole(role)) !== undefined)
    expect(crossing).toEqual(['company_admin'])
  })

  test.each([
    [['payments.record', 'bills.run'], 'money'],
    [['payments.record', 'bills.publish'], 'money'],
    [['payments.record', 'bills.correct'], 'money'],
    [['payments.record', 'tariffs.write'], 'money'],
    [['payments.record', 'payments.reverse'], 'money'],
    [['payments.record', 'payments.exceptions', 'bills.read'], undefined],
    [['bills.run', 'payments.reverse', 'tariffs.write'], undefined],
    [['audit.read', 'exports.create', 'bills.read'], undefined],
    [['audit.read', 'registry.write'], 'audit'],
    [['audit.read', 'receipts.print'], 'audit'],
  ] as const)('that carries %j: %s', (carried, line) => {
    expect(crossedLine(carried)).toBe(line)
  })

  test('that audits may carry whatever shows, and nothing that changes beside taking files away', () => {
    const auditor = permissionsOfRole('auditor')
    const more = permissions.filter((one) => crossedLine([...auditor, one]) === undefined)
    expect(more.filter((one) => !/\.(read|compare|own|unmask)$/.test(one))).toEqual(['exports.create'])
  })
})

describe('all that one person holds', () => {
  test('is judged by place: money is taken in one project and corrected in another', () => {
    expect(crossedBy([inProjects('cashier', 'p1'), inProjects('accountant', 'p2')])).toBeUndefined()
    expect(crossedBy([inProjects('cashier', 'p1', 'p2'), inProjects('accountant', 'p2')])).toBe('money')
    expect(crossedBy([everywhere('cashier'), inProjects('project_manager', 'p2')])).toBe('money')
    expect(crossedBy([inProjects('cashier', 'p1'), everywhere('accountant')])).toBe('money')
    expect(crossedBy([everywhere('cashier'), inProjects('accountant')])).toBeUndefined()
  })

  test('counts what a role of the company’s own carries', () => {
    const reverses = own({ template: null, permissions: ['payments.reverse'] }, ['p1'])
    expect(crossedBy([inProjects('cashier', 'p1'), reverses])).toBe('money')
    expect(crossedBy([inProjects('cashier', 'p2'), reverses])).toBeUndefined()
  })

  test('lets an auditor change nothing anywhere', () => {
    expect(crossedBy([everywhere('auditor'), everywhere('head_office')])).toBe('audit')
    expect(crossedBy([everywhere('auditor'), inProjects('worker', 'p1')])).toBe('audit')
    // An audit of single projects is none: what concerns the company is held for all of it.
    expect(crossedBy([inProjects('auditor', 'p1'), inProjects('worker', 'p1')])).toBeUndefined()
  })

  test('stands above both lines for whoever administers the company, and for nobody else', () => {
    const rest = [everywhere('cashier'), everywhere('accountant'), everywhere('auditor')]
    expect(crossedBy([everywhere('company_admin'), ...rest])).toBeUndefined()
    expect(crossedBy([inProjects('company_admin', 'p1'), ...rest])).toBe('money')
  })

  test('that crosses a line crosses it whatever is added, short of administering the company', () => {
    const anyAssignment = fc.record({
      role: fc.constantFrom(...roles.filter((role) => role !== 'company_admin')),
      projects: fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom('p1', 'p2'))),
    })
    fc.assert(
      fc.property(fc.array(anyAssignment, { maxLength: 4 }), anyAssignment, (held, added) => {
        if (crossedBy(held) !== undefined) expect(crossedBy([...held, added])).toBeDefined()
      }),
    )
  })
})
