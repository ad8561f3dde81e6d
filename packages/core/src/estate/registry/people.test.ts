import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { changePerson, createPerson, findCallers, getPerson, personList, unmaskPerson } from './index.ts'
import { smallProject } from './testing.ts'

async function start() {
  const ctx = await testCtx()
  return { ctx, ...(await smallProject(ctx)) }
}

/** Every value that lies in the database, in one text. */
async function everything(ctx: Awaited<ReturnType<typeof testCtx>>): Promise<string> {
  const tables = await ctx.db.client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  )
  const contents = await Promise.all(
    tables.rows.map((row) => ctx.db.client.execute(`SELECT * FROM "${String(row['name'])}"`)),
  )
  return JSON.stringify(contents.map(({ rows }) => rows.map((row) => Object.values(row))))
}

const secrets = {
  phones: ['13812341234', '021-62345678'],
  idDocument: { kind: 'resident_id' as const, number: '11010119900307053x' },
}

describe('personal data', () => {
  test('is masked when shown', async () => {
    const { ctx, person } = await start()
    const personId = await person('张三', secrets)
    expect(await getPerson(ctx, personId)).toMatchObject({
      phones: ['138****1234', '021-****5678'],
      idMasked: '1101**********053X',
      idKind: 'resident_id',
    })
  })

  test('lies nowhere in the database in the open, also after somebody has looked', async () => {
    const { ctx, person } = await start()
    const personId = await person('张三', secrets)
    await unmaskPerson(ctx, { requestId: freshRequestId(), personId })
    const stored = await everything(ctx)
    for (const secret of ['13812341234', '62345678', '11010119900307053X'])
      expect(stored).not.toContain(secret)
  })

  test('is shown in full to who may, and the look is recorded without it', async () => {
    const { ctx, person } = await start()
    const personId = await person('张三', secrets)
    const cashier = as(ctx, staff('cashier'))
    const shown = await unmaskPerson(cashier, { requestId: freshRequestId(), personId })
    expect(shown).toEqual({ phones: ['138 1234 1234', '021-62345678'], idNumber: '11010119900307053X' })
    const { rows } = await ctx.db.client.execute(
      "SELECT actor_id, subject_id FROM audit_log WHERE action = 'people.unmasked'",
    )
    expect(rows.map((row) => [row['actor_id'], row['subject_id']])).toEqual([['staff_cashier', personId]])
  })

  test('is refused to who may not, and nothing is recorded', async () => {
    const { ctx, person } = await start()
    const personId = await person('张三', secrets)
    const refused = unmaskPerson(as(ctx, staff('auditor')), { requestId: freshRequestId(), personId })
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' })
    expect(
      (await ctx.db.client.execute("SELECT 1 FROM audit_log WHERE action = 'people.unmasked'")).rows,
    ).toEqual([])
  })
})

describe('changePerson', () => {
  test('keeps phones and ID that are not given, and replaces those that are', async () => {
    const { ctx, person } = await start()
    const personId = await person('张三', secrets)
    await changePerson(ctx, { requestId: freshRequestId(), personId, name: '张叁' })
    expect(await getPerson(ctx, personId)).toMatchObject({
      name: '张叁',
      phones: ['138****1234', '021-****5678'],
      idKind: 'resident_id',
    })
    await changePerson(ctx, {
      requestId: freshRequestId(),
      personId,
      name: '张叁',
      phones: ['13999998888'],
      idDocument: null,
    })
    expect(await getPerson(ctx, personId)).toMatchObject({
      phones: ['139****8888'],
      idKind: null,
      idMasked: null,
    })
  })

  test('a phone that is none names its field', async () => {
    const { ctx, projectId } = await start()
    const bad = createPerson(ctx, {
      requestId: freshRequestId(),
      projectId,
      personId: newId('pers', ctx.now),
      name: '张三',
      phones: ['12345'],
    })
    await expect(bad).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'phones.0', code: 'field.phone' }],
    })
  })
})

describe('personList', () => {
  test('finds by name, number, phone and last four digits, with the places of each', async () => {
    const { ctx, projectId, person, room, give } = await start()
    const zhang = await person('张三', { phones: ['13812341234'], number: 'A01' })
    await person('李四', { phones: ['13912341234'] })
    await give(zhang, await room('101'))
    const names = async (search: string) =>
      (await personList.page(ctx, { projectId, search })).items.map(({ name }) => name)
    expect(await names('张')).toEqual(['张三'])
    expect(await names('A01')).toEqual(['张三'])
    expect(await names('139 1234 1234')).toEqual(['李四'])
    expect((await names('1234')).toSorted()).toEqual(['张三', '李四'].toSorted())
    const [found] = (await personList.page(ctx, { projectId, search: '张三' })).items
    expect(found!.places).toMatchObject([{ kind: 'room', name: '3栋-2单元-101', role: 'owner' }])
  })

  test('a name is kept and looked for in one form: blanks, width and marks that nobody sees tell nothing apart', async () => {
    const { ctx, projectId, person } = await start()
    await person('\u202A王　芳\u202C', { number: 'Ａ０１' })
    await person('阿不都•热合曼')
    await person('O\u200BNeil,  John')
    const found = async (search: string) =>
      (await personList.page(ctx, { projectId, search })).items.map(({ name }) => name)
    for (const search of ['王芳', '王 芳', '王　芳', '\u202A王芳\u202C', 'A01', 'Ａ０１'])
      expect(await found(search)).toEqual(['王芳'])
    expect(await found('阿不都・热')).toEqual(['阿不都·热合曼'])
    expect(await found('ＯNeil')).toEqual(['ONeil, John'])
    expect((await findCallers(ctx, { search: '王　芳女士' })).callers.map(({ name }) => name)).toEqual([
      '王芳',
    ])
  })

  test('people of another project are not found', async () => {
    const { ctx, person } = await start()
    await person('张三', { phones: ['13812341234'] })
    const other = await smallProject(ctx, '另一个项目')
    expect((await personList.page(ctx, { projectId: other.projectId, search: '13812341234' })).items).toEqual(
      [],
    )
  })
})
