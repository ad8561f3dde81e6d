import { expect, test } from 'vitest'
import { joinedPlates, platesIn } from './plates.ts'

test.each([
  ['粤b·12345', ['粤B12345']],
  ['粤B 12345', ['粤B12345']],
  ['粤B12345、沪A88888', ['粤B12345', '沪A88888']],
  ['粤B12345 沪AD88888', ['粤B12345', '沪AD88888']],
  ['粤B12345,粤B12345', ['粤B12345']],
  ['粤Z1234港', ['粤Z1234港']],
  ['粤Z1234澳/粤B12345', ['粤Z1234澳', '粤B12345']],
  ['ＡＢ－1234', ['AB1234']],
  [' ', []],
])('%s: the plates %j', (text, plates) => {
  expect(platesIn(text)).toEqual(plates)
  expect(platesIn(joinedPlates(plates) ?? '')).toEqual(plates)
})
