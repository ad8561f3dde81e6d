import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Assignment,
  may,
  type Permission,
  permissionRules,
  permissions,
  permissionsOf,
  projectsWhere,
  type Role,
  roleGrants,
  roles,
} from './index.ts'
import { within } from '@heju/kernel'

/** Columns: the roles in their order, each by a short word. */
const readable = `
                      admin head  reg   pm    desk  hk    lead  squad work  cash  arr   acct  qual  audit
projects.read         x     x     x     x     x     x     x     x     x     x     x     x     x     x
projects.manage       x     .     .     .     .     .     .     .     .     .     .     .     .     .
organisation.manage   x     .     .     .     .     .     .     .     .     .     .     .     .     .
staff.read            x     x     x     x     x     x     x     x     .     .     .     .     x     x
staff.manage          x     .     .     .     .     .     .     .     .     .     .     .     .     .
company.settings      x     .     .     .     .     .     .     .     .     .     .     .     .     .
audit.read            x     .     .     .     .     .     .     .     .     .     .     .     .     x
exports.create        x     x     x     x     x     .     .     .     .     x     x     x     x     x
registry.read         x     x     x     x     x     x     x     .     .     x     x     x     x     x
registry.write        x     .     .     x     x     .     .     .     .     .     .     .     .     .
people.unmask         x     .     .     x     x     x     .     .     .     x     x     .     x     .
registry.import       x     .     .     x     x     .     .     .     .     .     .     .     .     .
areas.manage          x     .     .     x     .     .     .     .     .     .     .     .     .     .
places.manage         x     .     .     x     x     .     .     .     .     .     .     .     .     .
tariffs.read          x     x     x     x     x     x     .     .     .     x     x     x     .     x
tariffs.write         x     .     .     x     .     .     .     .     .     .     .     x     .     .
bills.read            x     x     x     x     x     x     .     .     .     x     x     x     .     x
bills.run             x     .     .     x     .     .     .     .     .     .     .     x     .     .
bills.publish         x     .     .     x     .     .     .     .     .     .     .     x     .     .
bills.correct         x     .     .     x     .     .     .     .     .     .     .     x     .     .
payments.read         x     x     x     x     x     x     .     .     .     x     x     x     .     x
payments.record       x     .     .     .     .     .     .     .     .     x     .     .     .     .
payments.reverse      x     .     .     .     .     .     .     .     .     .     .     x     .     .
payments.exceptions   x     .     .     .     .     .     .     .     .     x     .     x     .     .
receipts.print        x     .     .     .     x     .     .     .     .     x     .     x     .     .
merchant.write        x     .     .     .     .     .     .     .     .     .     .     .     .     .
reminders.read        x     x     x     x     x     x     .     .     .     x     x     x     .     x
reminders.policy      x     x     .     x     .     .     .     .     .     .     .     .     .     .
messages.read         x     x     x     x     x     x     .     .     .     x     x     .     .     x
messages.resend       x     .     .     x     x     .     .     .     .     x     x     .     .     .
complaints.read       x     x     x     x     x     x     x     .     .     .     .     .     x     x
complaints.own        x     .     .     x     x     x     x     x     x     x     x     .     x     .
complaints.receive    x     .     .     x     x     x     x     x     x     x     x     .     x     .
complaints.assign     x     .     .     x     x     .     x     x     .     .     .     .     .     .
complaints.handle     x     .     .     x     x     x     x     x     x     .     .     .     .     .
complaints.close      x     .     .     x     x     .     .     .     .     .     .     .     .     .
complaints.escalated  x     x     x     x     .     .     .     .     .     .     .     .     .     .
revisits.record       x     .     .     x     x     x     .     .     .     .     .     .     x     .
surveys.read          x     x     x     x     x     x     .     .     .     .     .     .     x     x
surveys.manage        x     x     .     .     .     .     .     .     .     .     .     .     .     .
surveys.record        x     .     .     x     x     x     .     .     .     .     .     .     .     .
satisfaction.compare  x     x     x     x     .     .     .     .     .     .     .     .     x     x
`

const heading = 'admin head  reg   pm    desk  hk    lead  squad work  cash  arr   acct  qual  audit'
const row = (permission: Permission) =>
  permission.padEnd(22) +
  roles
    .map((role) => (roleGrants(role, permission) ? 'x' : '.').padEnd(6))
    .join('')
    .trimEnd()

const anyAssignment: fc.Arbitrary<Assignment> = fc.record({
  role: fc.constantFrom(...roles),
  projects: fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3'))),
})
const anyAssignments = fc.array(anyAssignment, { maxLength: 4 })
const anyPermission = fc.constantFrom(...permissions)
const everywhere = (role: Role): Assignment[] => [{ role, projects: 'all' }]

describe('the table of permissions', () => {
  test('is what it was agreed to be', () => {
    expect(`\n${' '.repeat(22)}${heading}\n${permissions.map(row).join('\n')}\n`).toBe(readable)
  })

  test('the auditor reads everything and changes nothing', () => {
    const reads = permissions.filter((permission) => /\.(read|compare)$/.test(permission))
    const effects = new Set(reads.map((permission) => permissionRules[permission].effect))
    expect([...effects]).toEqual(['reads'])
    expect(permissionsOf(everywhere('auditor')).toSorted()).toEqual([...reads, 'exports.create'].toSorted())
  })

  test('nobody but the administrator both takes money and makes, corrects or reverses what is owed', () => {
    for (const role of roles.filter((name) => name !== 'company_admin')) {
      const held = permissionsOf(everywhere(role))
      const against: Permission[] = [
        'bills.run',
        'bills.publish',
        'bills.correct',
        'tariffs.write',
        'payments.reverse',
      ]
      if (held.includes('payments.record')) expect(held.filter((name) => against.includes(name))).toEqual([])
    }
  })

  test('a worker sees their own complaints, not the registry, money or other people', () => {
    expect(permissionsOf(everywhere('worker'))).toEqual([
      'projects.read',
      'complaints.own',
      'complaints.receive',
      'complaints.handle',
    ])
  })
})

describe('assignments', () => {
  test('a role in some projects grants nothing in others', () => {
    const assignments: Assignment[] = [{ role: 'cashier', projects: ['p1', 'p2'] }]
    expect(may(assignments, 'payments.record', 'p1')).toBe(true)
    expect(may(assignments, 'payments.record', 'p3')).toBe(false)
    expect(projectsWhere(assignments, 'payments.record')).toEqual(['p1', 'p2'])
    expect(projectsWhere(assignments, 'bills.run')).toEqual([])
  })

  test('roles in different projects do not mix', () => {
    const assignments: Assignment[] = [
      { role: 'cashier', projects: ['p1'] },
      { role: 'accountant', projects: ['p2'] },
    ]
    expect(may(assignments, 'payments.record', 'p2')).toBe(false)
    expect(may(assignments, 'bills.run', 'p1')).toBe(false)
    expect(projectsWhere(assignments, 'bills.read')).toEqual(['p1', 'p2'])
  })

  test('an administrator of one project cannot appoint, change the company or read its audit trail', () => {
    const assignments: Assignment[] = [{ role: 'company_admin', projects: ['p1'] }]
    for (const permission of [
      'staff.manage',
      'projects.manage',
      'organisation.manage',
      'company.settings',
      'merchant.write',
      'audit.read',
    ] as const) {
      expect(may(assignments, permission)).toBe(false)
      expect(may(assignments, permission, 'p1')).toBe(false)
      expect(may(everywhere('company_admin'), permission)).toBe(true)
    }
    expect(may(assignments, 'bills.run', 'p1')).toBe(true)
  })

  test('without assignments, or with a role in no project, nothing is allowed', () => {
    expect(permissionsOf([])).toEqual([])
    expect(permissionsOf([{ role: 'company_admin', projects: [] }])).toEqual([])
  })

  test('another assignment never takes a permission away', () => {
    fc.assert(
      fc.property(
        anyAssignments,
        anyAssignment,
        anyPermission,
        fc.constantFrom('p1', 'p9'),
        (held, added, permission, project) => {
          if (may(held, permission, project)) expect(may([...held, added], permission, project)).toBe(true)
        },
      ),
    )
  })

  test('a permission comes from one assignment alone, never from two put together', () => {
    fc.assert(
      fc.property(
        anyAssignments,
        anyPermission,
        fc.constantFrom('p1', 'p2', 'p9'),
        (held, permission, project) => {
          expect(may(held, permission, project)).toBe(held.some((one) => may([one], permission, project)))
        },
      ),
    )
  })

  test('within some projects reach no further, also those for all projects', () => {
    const held: Assignment[] = [
      { role: 'department_lead', projects: 'all' },
      { role: 'front_desk', projects: ['p1', 'p2'] },
    ]
    const reaching = within(held, ['p1', 'p3'])
    expect(projectsWhere(reaching, 'complaints.read')).toEqual(['p1', 'p3'])
    expect(projectsWhere(reaching, 'exports.create')).toEqual(['p1'])
    expect(within(held, 'all')).toEqual(held)
    fc.assert(
      fc.property(
        anyAssignments,
        anyPermission,
        fc.subarray(['p1', 'p2', 'p9']),
        fc.constantFrom('p1', 'p2', 'p9'),
        (theirs, permission, some, project) => {
          const reaches = may(within(theirs, some), permission, project)
          // What concerns the company as a whole is held for all projects or not at all.
          if (reaches)
            expect([may(theirs, permission, project), some.includes(project)]).toEqual([true, true])
        },
      ),
    )
  })

  test('asking for a project and asking for all projects agree', () => {
    fc.assert(
      fc.property(anyAssignments, anyPermission, (held, permission) => {
        const where = projectsWhere(held, permission)
        for (const project of ['p1', 'p2', 'p3', 'p9']) {
          expect(may(held, permission, project)).toBe(where === 'all' || where.includes(project))
        }
        expect(may(held, permission)).toBe(where === 'all' || where.length > 0)
      }),
    )
  })
})
