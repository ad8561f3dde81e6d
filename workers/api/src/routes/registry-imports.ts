import { idSchema } from '@heju/core'
import {
  answerImport,
  answerImportSchema,
  confirmImport,
  confirmImportSchema,
  discardImport,
  downloadBadRows,
  getImport,
  importChangeSchema,
  importProblemSchema,
  importSummarySchema,
  listImportChanges,
  listImportProblems,
  listImports,
  listOfImportSchema,
  previewImport,
  previewImportSchema,
  retryImport,
  writeTemplate,
  type ImportSummary,
  type Problem,
} from '@heju/core/registry-import'
import { fileTooLarge, readLimits } from '@heju/core/spreadsheets'
import { errorText, fill } from '@heju/i18n'
import { registryTexts } from '@heju/i18n/texts/registry'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { ctxOf, withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, params, query, route, workbook } from '../http/describe.ts'
import { download, spreadsheetTypes } from '../http/download.ts'
import type { HttpContext, HttpEnv } from '../http/env.ts'

const ofImport = v.object({ importId: idSchema('imp') })
const ofProject = v.object({ projectId: idSchema('proj') })

const problemSchema = v.object({
  ...importProblemSchema.entries,
  /** What is wrong and what to do, in the language of the request. */
  message: v.string(),
})
/** As people see it: with the reason why it stopped in words. */
const importSchema = v.object({
  ...importSummarySchema.entries,
  /** Why it stopped and what to do, in the language of the request. */
  failureMessage: v.nullable(v.string()),
})
const described = (c: HttpContext, job: ImportSummary): v.InferOutput<typeof importSchema> => ({
  ...job,
  failureMessage: job.failure === null ? null : errorText(job.failure, c.var.locale, {}),
})
const partSchema = <S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), next: v.nullable(v.number()) })

/** Stops a body before it is longer than a workbook may be, whatever length it claims. */
const oneWorkbook = bodyLimit({
  maxSize: readLimits.fileBytes,
  onError: () => {
    throw fileTooLarge({ megabytes: readLimits.fileBytes / 1024 / 1024 })
  },
})

/** Workbooks from which a registry is loaded: uploaded, looked at, confirmed, applied by a job. */
export const registryImportRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('The imports of a project, the newest first', v.object({ imports: v.array(importSchema) })),
    query(ofProject),
    async (c) => {
      const { projectId } = c.req.valid('query')
      const imports = await withCtx(c, (ctx) => listImports(ctx, projectId))
      return c.json({ imports: imports.map((job) => described(c, job)) })
    },
  )
  .get(
    '/template',
    route('A workbook to fill in, with explanations and examples', workbook, [401, 403]),
    async (c) => {
      const ctx = await ctxOf(c)
      ctx.require('registry.import')
      return download(await writeTemplate(), nameOf(c, 'file.template'), spreadsheetTypes.xlsx)
    },
  )
  .post(
    '/uploads',
    route(
      'Send an .xlsx or .csv, its bytes as the body: says what it would do, and does nothing yet',
      importSchema,
      [401, 403, 409, 413, 415, 422],
      anySpreadsheet,
    ),
    idempotent,
    query(v.omit(previewImportSchema, ['requestId'])),
    oneWorkbook,
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('query') }
      const file = new Uint8Array(await c.req.arrayBuffer())
      return c.json(described(c, await withCtx(c, (ctx) => previewImport(ctx, input, file))))
    },
  )
  .get(
    '/:importId',
    route('An import with its progress', importSchema, [401, 403, 404]),
    params(ofImport),
    async (c) => {
      const { importId } = c.req.valid('param')
      return c.json(described(c, await withCtx(c, (ctx) => getImport(ctx, importId))))
    },
  )
  .get(
    '/:importId/problems',
    route('What was found, by sheet, row and column', partSchema(problemSchema), [401, 403, 404, 422]),
    params(ofImport),
    query(v.pick(listOfImportSchema, ['part'])),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') }
      const { items, next } = await withCtx(c, (ctx) => listImportProblems(ctx, input))
      // Named by the schema, so that the API's clients see its words and no type of the core.
      const inWords: v.InferOutput<typeof problemSchema>[] = items.map((problem) => ({
        ...problem,
        message: messageOf(c, problem),
      }))
      return c.json({ items: inWords, next })
    },
  )
  .get(
    '/:importId/changes',
    route('What would be changed, before and after', partSchema(importChangeSchema), [401, 403, 404, 422]),
    params(ofImport),
    query(v.pick(listOfImportSchema, ['part'])),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') }
      return c.json(await withCtx(c, (ctx) => listImportChanges(ctx, input)))
    },
  )
  .get(
    '/:importId/bad-rows',
    route('The rows to correct, with what is wrong, to be uploaded again', workbook, [401, 403, 404]),
    params(ofImport),
    async (c) => {
      const { importId } = c.req.valid('param')
      const file = await withCtx(c, (ctx) =>
        downloadBadRows(ctx, importId, (problem) => messageOf(c, problem)),
      )
      return download(file, nameOf(c, 'file.bad_rows'), spreadsheetTypes.xlsx)
    },
  )
  .post(
    '/:importId/confirm',
    route('Let it be applied; a job carries it out', ofImport, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofImport),
    body(v.omit(confirmImportSchema, ['requestId', 'importId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => confirmImport(ctx, input)))
    },
  )
  .post(
    '/:importId/answers',
    route(
      'Say what the workbook leaves open; says anew what it would do',
      importSchema,
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    params(ofImport),
    body(v.omit(answerImportSchema, ['requestId', 'importId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(described(c, await withCtx(c, (ctx) => answerImport(ctx, input))))
    },
  )
  .post(
    '/:importId/retry',
    route('Let one that stopped go on from where it stopped', ofImport, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofImport),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => retryImport(ctx, input)))
    },
  )
  .post(
    '/:importId/discard',
    route('Drop it with all that it still had to bring', ofImport, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofImport),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => discardImport(ctx, input)))
    },
  )

function messageOf(c: HttpContext, { code, params: values }: Problem): string {
  return errorText(code, c.var.locale, values)
}

function nameOf(c: HttpContext, file: 'file.template' | 'file.bad_rows'): string {
  return fill(registryTexts[file], c.var.locale)
}
