import { expect, test } from 'vitest'
import { mayMean } from './codes-alike.ts'

test.each<[written: string, lot: string, code: string]>([
  ['丁香苑001', '丁香苑车库', '001'],
  ['地库001', '地库', '1'],
  ['地库-001', '地库', '001'],
  ['地下车库B-12', '地下车库', 'B12'],
  ['B1-001', 'B1', '001'],
  ['B1001', 'B1', '001'],
  ['B1区001', 'B1区', '001'],
  ['12/3号', '地库', '12-3'],
  ['001号', '地库', '001'],
  ['001号车位', '', '001'],
  ['车位001', '地库', '001'],
  ['C-001', '地库', 'C001'],
  ['C—001', '', 'C001'],
  ['C.001', '地库', 'c1'],
  ['Ｃ_001', '地库', 'C001'],
])('%s may be the space of %s with the code %s', (written, lot, code) => {
  expect(mayMean(written, { lot, code })).toBe(true)
})

test.each<[written: string, lot: string, code: string]>([
  ['海棠园001', '丁香苑车库', '001'],
  ['地面001', '地库', '001'],
  ['一期001', '二期车库', '001'],
  ['B2-001', 'B1', '001'],
  ['丁香苑001', '丁香苑车库', '1001'],
  ['D001', '地库', 'C001'],
  ['地面', '地面', '001'],
  ['12-3', '地库', '123'],
  ['12-3', '地库', '1-23'],
  ['A1-01', '地库', 'A101'],
  ['1期001', '', '1001'],
])('%s is not the space of %s with the code %s', (written, lot, code) => {
  expect(mayMean(written, { lot, code })).toBe(false)
})
