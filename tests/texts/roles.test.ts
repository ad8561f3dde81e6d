import type { Text } from '@heju/i18n'
import { roles as texts } from '../../packages/console/src/pages/people/staff/role-texts.ts'
import { roleTexts } from '@heju/core/people/roles/texts'
import { permissions, roles } from '@heju/core/permissions'
import { expect, test } from 'vitest'

test('every permission and every role has its words in the table that administrators read', () => {
  const [words, names]: Record<string, Text>[] = [texts, roleTexts]
  expect(permissions.filter((permission) => words?.[`can.${permission}`] === undefined)).toEqual([])
  expect(roles.filter((role) => words?.[`about.${role}`] === undefined)).toEqual([])
  expect(roles.filter((role) => names?.[`role.${role}`] === undefined)).toEqual([])
})

test('no words are left of a permission that is gone', () => {
  const said = Object.keys(texts).filter((key) => key.startsWith('can.'))
  const known: readonly string[] = permissions.map((permission) => `can.${permission}`)
  expect(said.filter((key) => !known.includes(key))).toEqual([])
})
