import { expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { headingWords, tableKinds, type Field, type TableKind } from './headings.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

/** The least that each kind of table is known by, under a name that tells the kind. */
const least: Readonly<Record<TableKind, { name: string; headings: string[]; row: Cell[] }>> = {
  rooms: { name: '房屋', headings: ['楼栋', '房号', '建筑面积'], row: ['3栋', '101', 88.5] },
  people: { name: '业主', headings: ['业主编号', '姓名'], row: ['A01', '张三'] },
  parking: { name: '车位', headings: ['停车场', '车位号'], row: ['地库', 'B-001'] },
  tariffs: { name: '收费', headings: ['收费项目', '单价'], row: ['物业费', 2.5] },
  buildings: { name: '楼栋', headings: ['楼栋', '单元'], row: ['3栋', '1'] },
}

function wordsOf(kind: TableKind): [Field, string[]][] {
  const words = [...headingWords(kind)]
  return [...Map.groupBy(words, ([, field]) => field)].map(([field, of]) => [
    field,
    of.map(([word]) => word).slice(0, 2),
  ])
}

const pairs = tableKinds.flatMap((kind) =>
  wordsOf(kind).flatMap(([field, [word = '', other = word]]) =>
    [[word, word], ...(other === word ? [] : [[word, other]])].map((two) => ({ kind, field, two })),
  ),
)

test.each(pairs)('$kind with two columns of $field, $two, are read', ({ kind, two }) => {
  const { name, headings, row } = least[kind]
  for (const [first, second] of [
    ['月', '月'],
    ['1', '2'],
    ['', '2026-01-01'],
  ]) {
    const found = readRegistry([
      sheet(name, [
        [...headings, ...two],
        [...row, first!, second!],
      ]),
    ])
    // Whichever column is said to be kept is one of the sheet, by its letter and heading.
    for (const { code, params } of found.problems.filter((one) => one.code.endsWith('column_repeated'))) {
      const at = String(params?.kept).charCodeAt(0) - 'A'.charCodeAt(0)
      expect([code, params?.keptHeading]).toEqual([code, [...headings, ...two][at]])
    }
  }
})
