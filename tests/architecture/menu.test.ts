import { stoppedPermissions } from '@heju/core/platform/stopped-work'
import { expect, test } from 'vitest'
import { stoppedPermissions as inMenu } from '../../packages/console/src/app/stopped-permissions.ts'

test('the menu shows stopped work to everybody who may see to some of it', () => {
  expect([...inMenu].toSorted()).toEqual([...stoppedPermissions].toSorted())
})
