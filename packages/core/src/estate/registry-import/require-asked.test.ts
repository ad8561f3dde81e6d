import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { smallProject } from '../registry/testing.ts'
import { freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, getImport, previewImport } from './index.ts'

/** An import of rooms of two estates, of which one question is left open. */
async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const importId = newId('imp', ctx.now)
  const file = new TextEncoder().encode('小区,楼栋,房号,业主\n丁香苑,1栋,101,冯甲\n海棠园,1栋,101,蒋戊\n')
  const named = { requestId: freshRequestId(), importId, projectId, fileName: '登记.csv' }
  const { questions } = await previewImport(ctx, named, file)
  const answer = (...answers: { id: string; answer: string }[]) =>
    answerImport(ctx, { requestId: freshRequestId(), importId, answers })
  const said = async () => (await getImport(ctx, importId)).questions.map(({ id, answer: of }) => [id, of])
  return { id: questions[0]!.id, answer, said }
}

test.each([
  ['a question that is not asked', { id: 'estate:组团', answer: 'building' }, 'id', 'not_asked'],
  ['a question that is not asked, taken back', { id: 'estate:组团', answer: '' }, 'id', 'not_asked'],
  ['what is none of the choices', { answer: 'is:楼栋' }, 'answer', 'no_choice'],
  ['an estate that the file does not have', { answer: 'only:翠湖花园' }, 'answer', 'no_choice'],
])(
  'an answer to %s is refused with its field, and nothing of the others is kept',
  async (_, given, field, code) => {
    const { id, answer, said } = await start()
    const other = { id, answer: 'building' }
    await expect(answer(other, { id, ...given })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: `answers.1.${field}`, code: `registry_import.field.${code}` }],
    })
    expect(await said()).toEqual([[id, null]])
  },
)

test('each choice can be said and taken back', async () => {
  const { id, answer, said } = await start()
  for (const choice of ['building', 'only:丁香苑', 'only:海棠园', '']) {
    await answer({ id, answer: choice })
    expect(await said()).toEqual([[id, choice === '' ? null : choice]])
  }
})
