import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export const listImports = (projectId: string) => call(api.imports.$get({ query: { projectId } }))
export type Import = Awaited<ReturnType<typeof listImports>>['imports'][number]

export const readImport = (importId: string) => call(api.imports[':importId'].$get({ param: { importId } }))

export const listProblems = (importId: string, part: number) =>
  call(api.imports[':importId'].problems.$get({ param: { importId }, query: { part: String(part) } }))
export type Problem = Awaited<ReturnType<typeof listProblems>>['items'][number]

export const listChanges = (importId: string, part: number) =>
  call(api.imports[':importId'].changes.$get({ param: { importId }, query: { part: String(part) } }))
export type Change = Awaited<ReturnType<typeof listChanges>>['items'][number]

export const listPayers = (
  importId: string,
  { search, only, page }: { search: string; only: 'all' | 'assumed' | 'gaps' | 'left_before'; page: number },
) =>
  call(
    api.imports[':importId'].payers.$get({
      param: { importId },
      query: { search, page: String(page), ...(only !== 'all' && { only }) },
    }),
  )
export type PayerLine = Awaited<ReturnType<typeof listPayers>>['items'][number]

/** All of who pays from when, to be looked through elsewhere. */
export const payersFile = (importId: string) =>
  api.imports[':importId'].payers.file.$get({ param: { importId } })

/** Our own workbook to fill in. */
export const template = () => api.imports.template.$get()

/** The rows of an import that are to be corrected, with what is wrong. */
export const badRows = (importId: string) =>
  api.imports[':importId']['bad-rows'].$get({ param: { importId } })

/** Sends a workbook as it is, its bytes as the body; the answer says what it would do. */
export const uploadWorkbook = (
  { importId, projectId, file }: { importId: string; projectId: string; file: File },
  send: Send,
) =>
  send(
    api.imports.uploads.$post,
    { query: { importId, projectId, fileName: file.name } },
    { init: { body: file } },
  )
