import { describe, expect, test } from 'vitest'
import { lacking, permissionRules, permissions, permissionsOfRole, roles, withNeeds } from './index.ts'

describe('what a permission needs', () => {
  test('is seeing projects at least, and whoever changes something sees something', () => {
    for (const one of permissions.filter((name) => name !== 'projects.read')) {
      expect(withNeeds([one])).toContain('projects.read')
      if (permissionRules[one].effect === 'reads') continue
      const [, ...seen] = withNeeds([one]).filter((other) => permissionRules[other].effect === 'reads')
      expect([one, permissionRules[one].companyWide === true || seen.length > 0]).toEqual([one, true])
    }
  })

  test('is one of several where several would do', () => {
    expect(lacking(['complaints.handle', 'projects.read'])).toEqual([
      { permission: 'complaints.handle', needs: ['complaints.own', 'complaints.read'] },
    ])
    expect(lacking(['complaints.handle', 'complaints.read', 'projects.read'])).toEqual([])
    expect(withNeeds(['complaints.handle'])).toEqual(['projects.read', 'complaints.own', 'complaints.handle'])
    expect(withNeeds(['areas.manage'])).toEqual([
      'projects.read',
      'staff.read',
      'registry.read',
      'areas.manage',
    ])
  })

  test('is carried by each role that every company has', () => {
    expect(roles.flatMap((role) => lacking(permissionsOfRole(role)))).toEqual([])
  })
})
