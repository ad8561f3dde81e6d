import { idSchema } from '@heju/core'
import {
  answerImport,
  answerImportSchema,
  confirmImport,
  confirmImportSchema,
  discardImport,
  downloadBadRows,
  downloadPayers,
  getImport,
  importChangeSchema,
  importProblemSchema,
  importSummarySchema,
  listImportChanges,
  listImportProblems,
  listImports,
  listOfImportSchema,
  listPayers,
  listPayersSchema,
  ofImportSchema,
  payerLinesSchema,
  payerTexts,
  previewImport,
  previewImportSchema,
  retryImport,
  writeTemplate,
  type ImportSummary,
  type Problem,
} from '@heju/core/estate/registry-import'
import { fileTooLarge, readLimits } from '@heju/core/platform/spreadsheets'
import { importTexts } from '@heju/core/estate/registry-import/texts'
import { reasonText } from '@heju/core/error-texts'
import { fill } from '@heju/i18n'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { command, question } from '../../http/command.ts'
import { ctxOf, withCtx } from '../../http/context.ts'
import { anySpreadsheet, idempotent, params, query, route, workbook } from '../../http/describe.ts'
import { download, spreadsheetTypes } from '../../http/download.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { getOnly } from '../../http/get-only.ts'

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
  failureMessage: job.failure === null ? null : reasonText(job.failure, c.var.locale),
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
    ...question(
      '/',
      'The imports of a project, the newest first',
      async (ctx, { projectId }, c) => {
        const imports = await listImports(ctx, projectId)
        return { imports: imports.map((job) => described(c, job)) }
      },
      ofProject,
      v.object({ imports: v.array(importSchema) }),
    ),
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
    ...question(
      '/:importId',
      'An import with its progress',
      async (ctx, { importId }, c) => described(c, await getImport(ctx, importId)),
      ofImport,
      importSchema,
    ),
  )
  .get(
    ...question(
      '/:importId/problems',
      'What was found, by sheet, row and column',
      async (ctx, input, c) => {
        const { items, next } = await listImportProblems(ctx, input)
        return { items: items.map((problem) => ({ ...problem, message: messageOf(c, problem) })), next }
      },
      listOfImportSchema,
      partSchema(problemSchema),
    ),
  )
  .get(
    ...question(
      '/:importId/changes',
      'What would be changed, before and after',
      listImportChanges,
      listOfImportSchema,
      partSchema(importChangeSchema),
    ),
  )
  .get(
    ...question(
      '/:importId/payers',
      'Who would pay from when, at the places where it changes',
      listPayers,
      listPayersSchema,
      payerLinesSchema,
    ),
  )
  .get(
    '/:importId/payers/file',
    getOnly,
    route('The same of all those places, as a workbook', workbook, [401, 403, 404]),
    params(ofImport),
    async (c) => {
      const { importId } = c.req.valid('param')
      const file = await withCtx(c, (ctx) => downloadPayers(ctx, importId, c.var.locale))
      return download(file, fill(payerTexts.file, c.var.locale), spreadsheetTypes.xlsx)
    },
  )
  .get(
    '/:importId/bad-rows',
    getOnly,
    route('The rows to correct, with what is wrong, to be uploaded again', workbook, [401, 403, 404]),
    params(ofImport),
    async (c) => {
      const { importId } = c.req.valid('param')
      const file = await withCtx(c, (ctx) =>
        downloadBadRows(ctx, importId, {
          textOf: (problem) => messageOf(c, problem),
          along: fill(importTexts['row.along'], c.var.locale),
        }),
      )
      return download(file, nameOf(c, 'file.bad_rows'), spreadsheetTypes.xlsx)
    },
  )
  .post(
    ...command(
      '/:importId/confirm',
      'Let it be applied; a job carries it out',
      confirmImport,
      confirmImportSchema,
      ofImport,
    ),
  )
  .post(
    ...command(
      '/:importId/answers',
      'Say what the workbook leaves open; says anew what it would do',
      async (ctx, input, c) => described(c, await answerImport(ctx, input)),
      answerImportSchema,
      importSchema,
    ),
  )
  .post(
    ...command(
      '/:importId/retry',
      'Let one that stopped go on from where it stopped',
      retryImport,
      ofImportSchema,
      ofImport,
    ),
  )
  .post(
    ...command(
      '/:importId/discard',
      'Drop it with all that it still had to bring',
      discardImport,
      ofImportSchema,
      ofImport,
    ),
  )

function messageOf(c: HttpContext, { code, params: values }: Problem): string {
  return reasonText(code, c.var.locale, values)
}

function nameOf(c: HttpContext, file: 'file.template' | 'file.bad_rows'): string {
  return fill(registryTexts[file], c.var.locale)
}
