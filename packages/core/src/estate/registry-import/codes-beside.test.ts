import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { testCtx } from '../../testing.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})
const start = () => projectOfSpaces(ctx)

const rooms: Rows = [
  ['楼栋', '房号', '建筑面积', '业主', '车位'],
  ['1栋', '101', '80', '冯甲', '001'],
  ['1栋', '102', '80', '蒋戊', '002'],
]
const headings = ['停车场', '车位号', '使用人']
const once = ['冯甲 15000', '蒋戊 15000']

test('a code beside a room is the space that its owner has, also where one without a lot is on record, and so a second time', async () => {
  const { take, written, billed } = await start()
  const both: Rows[] = [
    [rooms[0]!, ['1栋', '101', '80', '蒋戊', '001']],
    [headings, ['地下车库', '001', '蒋戊'], ['', '001', '']],
  ]
  await take({}, ...both)
  const again = await take({}, ...both)
  expect([again.anything, again.asked, again.said]).toEqual([false, [], []])
  await take({}, both[0]!)
  expect(await written()).toEqual(['|001', '地下车库|001 蒋戊'])
  expect(await billed()).toEqual(['蒋戊 15000'])
})

describe('a space whose code begins with its estate (丁香苑001)', () => {
  const beside: Rows = [
    rooms[0]!,
    ['1栋', '101', '80', '冯甲', '丁香苑001'],
    ['1栋', '102', '80', '蒋戊', '海棠园-001'],
  ]
  const both: Rows = [headings, ['丁香苑车库', '001', '冯甲'], ['海棠园地库', '001', '蒋戊']]
  const listed = ['丁香苑车库|001 冯甲', '海棠园地库|001 蒋戊']

  test('is asked about, and gets the lot and the code of the list; its name beside the room is known from then on', async () => {
    const { take, spaces, written, billed, logged } = await start()
    await take({}, beside)
    expect(await written()).toEqual(['|丁香苑001 冯甲', '|海棠园-001 蒋戊'])
    const { id } = (await spaces())[0]!
    const taken = await take({ 丁香苑车库: 'same', 海棠园地库: 'same' }, both)
    expect([taken.asked, taken.said]).toEqual([['丁香苑车库', '海棠园地库'], []])
    expect(taken.changes).toMatchObject([
      {
        fields: [
          { field: 'lot', before: '', after: '丁香苑车库' },
          { field: 'code', before: '丁香苑001', after: '001' },
        ],
      },
      {},
    ])
    expect(await written()).toEqual(listed)
    expect((await spaces()).map((one) => one.id)).toContain(id)
    expect(await logged(id)).toEqual([
      [
        'registry.parking_space_changed',
        { lot: { from: '', to: '丁香苑车库' }, spaceCode: { from: '丁香苑001', to: '001' } },
      ],
    ])
    for (const again of [[beside], [both], [beside, both]]) {
      const more = await take({}, ...again)
      expect([more.anything, more.asked, more.said]).toEqual([false, [], []])
    }
    expect(await billed()).toEqual(once)
  })

  test('that is another one than that of the list stays, and is meant beside the room', async () => {
    const { take, written } = await start()
    await take({}, beside)
    await take({ 丁香苑车库: 'others', 海棠园地库: 'others' }, [
      headings,
      ['丁香苑车库', '001', '顾庚'],
      ['海棠园地库', '001', ''],
    ])
    await take({}, beside)
    expect(await written()).toEqual(
      ['丁香苑车库|001 顾庚', '海棠园地库|001', '|丁香苑001 冯甲', '|海棠园-001 蒋戊'].toSorted(),
    )
  })

  test('is that of the list within one workbook, and of the registry after it', async () => {
    const one = await start()
    expect((await one.take({}, beside, both)).said).toEqual([])
    expect(await one.written()).toEqual(listed)
    const other = await start()
    await other.take({}, both)
    expect((await other.take({}, beside)).said).toEqual([])
    expect(await other.written()).toEqual(listed)
    expect(await other.billed()).toEqual(once)
  })

  test('is not taken where two lots of the estate have the code and neither is of the owner of the room', async () => {
    const { take, written } = await start()
    await take({}, [headings, ['丁香苑车库', '001', ''], ['丁香苑地面', '001', '顾庚']])
    const taken = await take({}, [rooms[0]!, beside[1]!])
    expect(taken.said).toEqual(['2 space_beside_unclear'])
    expect(await written()).toEqual(['丁香苑地面|001 顾庚', '丁香苑车库|001'])
  })

  test('goes by the estate: a lot of another one, or a code that goes on otherwise, is another space', async () => {
    const { take, written } = await start()
    await take({}, [headings, ['海棠园车库', '001', '顾庚'], ['丁香苑车库', '1001', '']])
    const taken = await take({}, [rooms[0]!, beside[1]!])
    expect(taken.said).toEqual([])
    expect((await written()).toSorted()).toEqual(
      ['丁香苑车库|1001', '海棠园车库|001 顾庚', '|丁香苑001 冯甲'].toSorted(),
    )
  })
})

describe.each(['地库001', '地库-001', '地库 001', '001号', 'C-001', 'C.001', '地库C 001'])(
  'a space that is %s beside a room and has another code in a list',
  (code) => {
    const beside: Rows = [rooms[0]!, ['1栋', '101', '80', '冯甲', code]]
    const list: Rows = [headings, ['地库', code.includes('C') ? 'C001' : '001', '冯甲']]
    const listed = [`地库|${list[1]![1]!} 冯甲`]

    test('is that of the list in one workbook, and of the registry after it', async () => {
      const { take, written, billed } = await start()
      expect((await take({}, beside, list)).said).toEqual([])
      expect((await take({}, beside)).anything).toBe(false)
      expect(await written()).toEqual(listed)
      expect(await billed()).toEqual(['冯甲 15000'])
    })

    test('is asked about where the list comes after the rooms', async () => {
      const { take, written, billed } = await start()
      await take({}, beside)
      const taken = await take({ 地库: 'same' }, list)
      expect([taken.asked, taken.said]).toEqual([['地库'], []])
      for (const again of [[beside], [list], [beside, list]])
        expect(await take({}, ...again)).toMatchObject({ anything: false, asked: [], said: [] })
      expect(await written()).toEqual(listed)
      expect(await billed()).toEqual(['冯甲 15000'])
    })
  },
)

test('a code beside a room that may be another way to write several is left out', async () => {
  const { take, written } = await start()
  const taken = await take(
    {},
    [rooms[0]!, ['1栋', '101', '80', '冯甲', 'C.001']],
    [headings, ['地库', 'C001', '冯甲'], ['地面', 'C-001', '']],
  )
  expect(taken.said).toEqual(['2 space_beside_alike'])
  expect(await written()).toEqual(['地库|C001 冯甲', '地面|C-001'])
})

test.each<[string, string, Rows]>([
  ['001', '地库001', [headings, ['地库', '001', '冯甲']]],
  [
    'C001',
    'C-001',
    [
      ['车位号', '使用人'],
      ['C001', '冯甲'],
    ],
  ],
  ['B1-001', '001', [headings, ['B1', '001', '冯甲']]],
])('one space that is %s beside one room and %s beside another comes in once', async (one, other, list) => {
  const { take, written, billed } = await start()
  const beside: Rows = [rooms[0]!, ['1栋', '101', '80', '冯甲', one], ['1栋', '102', '80', '冯甲', other]]
  await take({}, beside, list)
  expect((await written()).length).toBe(1)
  expect(await billed()).toEqual(['冯甲 15000'])
  expect((await take({}, beside, list)).anything).toBe(false)
})

test('of spaces whose codes are much alike each that is listed just so is the one on record', async () => {
  const { take, written, billed } = await start()
  await take({}, [rooms[0]!, ['1栋', '101', '80', '冯甲', 'C-001']])
  const taken = await take({ 地库: 'same' }, [headings, ['地库', 'C001', '蒋戊'], ['地库', 'C-001', '冯甲']])
  expect(taken.said).toEqual([])
  expect(await written()).toEqual(['地库|C-001 冯甲', '地库|C001 蒋戊'])
  expect(await billed()).toEqual(once)
})

test('a code beside a room stays the space in the lot in which its owner has it, where a list tells another lot', async () => {
  const { take, written, billed } = await start()
  await take({}, [headings, ['地面', '001', '冯甲']])
  await take({}, rooms, [headings, ['地库', '001', '']])
  expect(await written()).toEqual(['|002 蒋戊', '地库|001', '地面|001 冯甲'])
  expect(await billed()).toEqual(once)
})

test.each([
  ['C-001', 'C001', '蒋戊'],
  ['001号', '001', '冯甲'],
])(
  'of %s and %s beside two rooms of one workbook neither is taken, since they may be one',
  async (one, other, owner) => {
    const { take, written } = await start()
    const beside: Rows = [rooms[0]!, ['1栋', '101', '80', '冯甲', one], ['1栋', '102', '80', owner, other]]
    expect((await take({}, beside)).said).toEqual(['2 space_beside_alike', '3 space_beside_alike'])
    expect(await written()).toEqual([])
  },
)

test('codes from one to another beside a room are left out where a list has them', async () => {
  const { take, written } = await start()
  const spaces = ['001', '002', '003'].map((code) => ['地库', code, '蒋戊'])
  const taken = await take({}, [rooms[0]!, ['1栋', '101', '80', '蒋戊', '001-003']], [headings, ...spaces])
  expect(taken.said).toEqual(['2 space_beside_alike'])
  expect(await written()).toEqual(['地库|001 蒋戊', '地库|002 蒋戊', '地库|003 蒋戊'])
})

describe('a list that gives a space to another than the owner of the room beside which its code stands', () => {
  const byRoom: Rows = [
    ['停车场', '车位号', '房号'],
    ['地库', '002', '1栋-102'],
  ]
  const ofRooms: Rows = [rooms[0]!, ['1栋', '101', '80', '吴癸', '002'], ['1栋', '102', '80', '蒋戊', '']]
  const byNumber: Rows[] = [
    [
      ['楼栋', '房号', '业主编号', '车位'],
      ['1栋', '101', 'A01', '002'],
      ['1栋', '102', 'A02', ''],
    ],
    [
      ['业主编号', '姓名'],
      ['A01', '吴癸'],
      ['A02', '蒋戊'],
    ],
  ]

  test.each<[string, Rows[]]>([
    ['by a room', [ofRooms, byRoom]],
    ['by name, and rooms name theirs by number', [...byNumber, [headings, ['地库', '002', '蒋戊']]]],
    ['by a room, and rooms name theirs by number', [...byNumber, byRoom]],
  ])('says whose it is: %s', async (_, sheets) => {
    const { take, written, billed } = await start()
    const taken = await take({}, ...sheets)
    expect(taken.said).toEqual(['2 space_of_holders'])
    expect(await written()).toEqual(['地库|002 蒋戊'])
    expect(await billed()).toEqual(['蒋戊 15000'])
    expect((await take({}, ...sheets)).anything).toBe(false)
  })

  test('is not doubted where it names just this room, or its owner by name', async () => {
    for (const list of [
      [byRoom[0]!, ['地库', '002', '1栋101']],
      [headings, ['地库', '002', '吴癸']],
    ]) {
      const { take, written } = await start()
      expect((await take({}, ofRooms, list)).said).toEqual([])
      expect(await written()).toEqual(['地库|002 吴癸'])
    }
  })

  test('is asked about apart where it comes later', async () => {
    const { take, written, billed } = await start()
    await take({}, ofRooms)
    const taken = await take({ 地库: 'others' }, ofRooms, byRoom)
    expect(taken.found.questions[0]).toMatchObject({ spaces: { onRecord: 1, ofOthers: 1 } })
    expect(await written()).toEqual(['|002 吴癸', '地库|002 蒋戊'])
    expect(await billed()).toEqual(['吴癸 15000', '蒋戊 15000'])
  })
})

describe('two lots that count from 001, in two files', () => {
  test.each<[string, Rows, Rows]>([
    [
      'by name',
      [headings, ['地库', '001', '冯甲'], ['地库', '002', '']],
      [headings, ['地面', '001', ''], ['地面', '002', '蒋戊']],
    ],
    [
      'by name, to others',
      [headings, ['地库', '001', '冯甲'], ['地库', '002', '钱乙']],
      [headings, ['地面', '001', '钱乙'], ['地面', '002', '蒋戊']],
    ],
  ])('are told apart by who has them (%s)', async (_, first, second) => {
    const { take, preview, answerEach, confirm, apply, written, billed } = await start()
    await take({}, rooms)
    for (const list of [first, second]) {
      const found = await answerEach(await preview(list), ({ ofOthers }) =>
        ofOthers > 0 ? 'others' : 'same',
      )
      await confirm(found)
      await apply(found)
    }
    expect((await written()).map((is) => is.replace(' 钱乙', ''))).toEqual([
      '地库|001 冯甲',
      '地库|002',
      '地面|001',
      '地面|002 蒋戊',
    ])
    expect((await billed()).filter((one) => !one.startsWith('钱乙'))).toEqual(once)
  })
})

test('spaces without a holder are asked about apart also where a list names people for new ones alone', async () => {
  const { take, preview } = await start()
  await take({}, rooms)
  const found = await preview([
    headings,
    ['地库', '001', ''],
    ['地库', '002', '蒋戊'],
    ['地库', '003', '顾庚'],
  ])
  expect(found.questions.map(({ spaces }) => spaces)).toMatchObject([
    { onRecord: 1, ofOthers: 1 },
    { onRecord: 1, ofOthers: 0 },
  ])
  const vacant = await preview([headings, ['地库', '001', ''], ['地库', '003', '顾庚']])
  expect(vacant.questions.map(({ spaces }) => spaces)).toMatchObject([{ onRecord: 1, ofOthers: 1 }])
})

test('two lots of one list whose holders are told by their rooms are told apart by these', async () => {
  const { take, written, billed } = await start()
  await take({}, rooms)
  const list: Rows = [
    ['停车场', '车位号', '房号'],
    ['地库', '001', '1栋-101'],
    ['地库', '002', ''],
    ['地面', '001', ''],
    ['地面', '002', '1栋-102'],
  ]
  const taken = await take({ 地库: 'same', 地面: 'same' }, list, rooms)
  expect(taken.said).toEqual([])
  expect(await written()).toEqual(['地库|001 冯甲', '地库|002', '地面|001', '地面|002 蒋戊'])
  expect(await billed()).toEqual(once)
})

test('a garage that is called otherwise by a later list is asked about where the same people have its spaces', async () => {
  const { take, written, billed } = await start()
  const list = (lot: string): Rows => [headings, [lot, '001', '冯甲'], [lot, '002', '蒋戊'], [lot, '003', '']]
  await take({}, list('地库'))
  const taken = await take({ 地下停车场: 'same' }, list('地下停车场'))
  expect(taken.asked).toEqual(['地下停车场'])
  expect(await written()).toEqual([
    '地下停车场|001 冯甲',
    '地下停车场|002 蒋戊',
    '地下停车场|003',
    '地库|003',
  ])
  expect(await billed()).toEqual(once)
})

test('a list without lots whose code names a lot is refused where that has the space', async () => {
  const { take, written } = await start()
  await take({}, [headings, ['地库', '001', '冯甲']])
  const taken = await take({}, [
    ['车位号', '使用人'],
    ['地库001', '冯甲'],
    ['地面001', '蒋戊'],
  ])
  expect(taken.said).toEqual(['2 space_lot_unclear'])
  expect(await written()).toEqual(['|地面001 蒋戊', '地库|001 冯甲'])
})

test('a list without lots is asked about where it writes a code otherwise', async () => {
  const { take, written, billed } = await start()
  await take({}, [rooms[0]!, ['1栋', '101', '80', '冯甲', 'C-001']])
  const list: Rows = [
    ['车位号', '使用人'],
    ['C001', '冯甲'],
  ]
  const open = await take({}, list)
  expect([open.anything, open.found.openQuestions]).toEqual([false, 1])
  await take({ '': 'same' }, list)
  expect(await written()).toEqual(['|C001 冯甲'])
  expect(await billed()).toEqual(['冯甲 15000'])
})

describe('namesakes at one space are two people', () => {
  const ofPhones = ['楼栋', '房号', '业主', '电话', '车位']
  const ofNumbers = ['楼栋', '房号', '业主编号', '业主', '车位']
  const people = async (projectId: string) => {
    const { rows: found } = await ctx.db.client.execute({
      sql: `SELECT p.name, coalesce(r.name, s.code) AS place FROM people p JOIN occupancies o ON o.person_id = p.id
        LEFT JOIN rooms r ON r.id = o.room_id LEFT JOIN parking_spaces s ON s.id = o.parking_space_id
        WHERE p.project_id = ? ORDER BY p.id, place`,
      args: [projectId],
    })
    return found.map(({ name, place }) => `${String(name)} ${String(place)}`)
  }

  test.each<[string, readonly string[], string, string]>([
    ['phones', ofPhones, '13911110001', '13911110002'],
    ['numbers', ofNumbers, 'A01', 'A02'],
  ])('told apart by %s, over two workbooks', async (by, heads, one, other) => {
    const { take, projectId, billed } = await start()
    const row = (building: string, is: string) =>
      by === 'phones' ? [building, '101', '王伟', is, '001'] : [building, '101', is, '王伟', '001']
    await take({}, [heads, row('1栋', one)])
    const taken = await take({}, [heads, row('2栋', other)])
    expect(taken.said).toEqual(['2 space_owner_differs'])
    expect(taken.found.counts.people).toMatchObject({ created: 1, changed: 0 })
    expect(await people(projectId)).toEqual(['王伟 001', '王伟 1栋-101', '王伟 2栋-101'])
    expect(await billed()).toEqual(['王伟 15000'])
  })

  test('in one workbook, where one of them has it on record', async () => {
    const { take, written, billed } = await start()
    await take({}, [
      [...headings, '电话'],
      ['地库', '001', '王伟', '13911110001'],
    ])
    const taken = await take({}, [
      ofPhones,
      ['1栋', '101', '王伟', '13911110001', '001'],
      ['2栋', '101', '王伟', '13911110002', '001'],
    ])
    expect(taken.said).toEqual(['2 space_beside_others', '3 space_beside_others'])
    expect(await written()).toEqual(['地库|001 王伟'])
    expect(await billed()).toEqual(['王伟 15000'])
  })

  test('told apart by numbers, in one workbook', async () => {
    const { take, written } = await start()
    const taken = await take({}, [
      ofNumbers,
      ['1栋', '101', 'A01', '王伟', '001'],
      ['2栋', '101', 'A02', '王伟', '001'],
    ])
    expect(taken.said).toEqual(['2 space_beside_others', '3 space_beside_others'])
    expect(await written()).toEqual([])
  })

  test('and a list of spaces gives nobody another’s phone', async () => {
    const { take, written, projectId } = await start()
    await take({}, [ofPhones, ['1栋', '101', '王伟', '13911110001', '001']])
    const taken = await take({ 地库: 'same' }, [
      [...headings, '电话'],
      ['地库', '001', '王伟', '13911110002'],
    ])
    expect(taken.said).toEqual(['2 space_owner_differs'])
    expect(taken.found.counts.people).toMatchObject({ changed: 0 })
    expect(await written()).toEqual(['地库|001 王伟'])
    expect(await people(projectId)).toEqual(['王伟 001', '王伟 1栋-101'])
  })
})

test('a code that a list has just so in another lot is asked about in this one', async () => {
  const { take, written, billed } = await start()
  await take({}, [rooms[0]!, ['1栋', '101', '80', '冯甲', 'C-001']])
  const taken = await take({ 地库: 'same', 地面: 'others' }, [
    headings,
    ['地库', 'C001', '冯甲'],
    ['地面', 'C-001', '蒋戊'],
  ])
  expect(taken.asked).toEqual(['地库', '地面'])
  expect(await written()).toEqual(['地库|C001 冯甲', '地面|C-001 蒋戊'])
  expect(await billed()).toEqual(once)
})

test('a list without lots whose code reads like the number and a code of a garage has a space of its own', async () => {
  const { take, written } = await start()
  await take({}, [headings, ['1号车库', '12', '']])
  await take({}, [
    ['车位号', '使用人'],
    ['1-12', '冯甲'],
  ])
  expect(await written()).toEqual(['1号车库|12', '|1-12 冯甲'])
})

test.each(['same', 'others'] as const)(
  'a list that calls lot and code of a space otherwise is asked about where it names who has it: %s',
  async (said) => {
    const { take, written, billed } = await start()
    await take({}, [headings, ['地面车场', 'K-01', '冯甲'], ['地面车场', 'K-02', '']])
    const taken = await take({ 路面: said }, [headings, ['路面', 'K01', '冯甲'], ['路面', 'K03', '蒋戊']])
    expect(taken.asked).toEqual(['路面'])
    const [come, bills] =
      said === 'same'
        ? [['路面|K01 冯甲'], once]
        : [
            ['地面车场|K-01 冯甲', '路面|K01 冯甲'],
            ['冯甲 15000', ...once],
          ]
    expect((await written()).filter((one) => one.includes('冯甲'))).toEqual(come)
    expect(await billed()).toEqual(bills)
  },
)

test.each([
  ['地库001', '地库-001'],
  ['A区-001', 'A区001'],
])('of %s and %s beside two rooms of one workbook neither is taken, names or not', async (one, other) => {
  const { take, written } = await start()
  const taken = await take({}, [
    rooms[0]!,
    ['1栋', '101', '80', '冯甲', one],
    ['1栋', '102', '80', '冯甲', other],
  ])
  expect(taken.said).toEqual(['2 space_beside_alike', '3 space_beside_alike'])
  expect(await written()).toEqual([])
})
