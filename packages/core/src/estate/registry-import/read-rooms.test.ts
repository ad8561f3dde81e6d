import { expect, test } from 'vitest'
import { spacesBeside } from './read-rooms.ts'

test.each<[string, string[]]>([
  ['001', ['001']],
  ['001、002;B1-3\n4 5', ['001', '002', 'B1-3', '4', '5']],
  ['丁香苑 001', ['丁香苑001']],
  ['丁香苑 001 海棠园 002', ['丁香苑001', '海棠园002']],
  ['海棠园 - 001', ['海棠园-001']],
  ['A - 12', ['A-12']],
  ['车位12 车位13', ['车位12', '车位13']],
  ['001 号 002 号车位', ['001号', '002号车位']],
  ['009+010', ['009', '010']],
  ['001 号 002 号车位', ['001号', '002号车位']],
  ['地面', ['地面']],
  ['-', []],
  [' — / 0 ', []],
  ['', []],
])('the cell %j beside a room names the spaces %j', (cell, codes) => {
  expect(spacesBeside(cell)).toEqual(codes)
})
