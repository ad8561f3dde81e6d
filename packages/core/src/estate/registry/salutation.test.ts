import { expect, test } from 'vitest'
import { salutationOf } from './salutation.ts'

test.each([
  ['王小明', 'natural', 'male', '王先生'],
  ['王小明', 'natural', 'female', '王女士'],
  ['欧阳文', 'natural', 'female', '欧阳女士'],
  ['歐陽文', 'natural', 'male', '歐陽先生'],
  // A surname of one character that begins like one of two.
  ['东方', 'natural', 'male', '东先生'],
  ['王小明', 'natural', null, '王小明'],
  ['李女士', 'natural', 'female', '李女士'],
  ['Anna Smith', 'natural', 'female', 'Anna Smith'],
  ['翠湖商贸有限公司', 'organisation', null, '翠湖商贸有限公司'],
] as const)('%s (%s, %s) is greeted as %s', (name, kind, gender, greeted) => {
  expect(salutationOf({ name, kind, gender })).toBe(greeted)
})
