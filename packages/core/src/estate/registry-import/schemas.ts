import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { searchSchema } from '../registry/shape.ts'
import { applyStages, codeDoubts, countedKinds, importStates, mostAnswers } from './import-rules.ts'

export const previewImportSchema = v.object({
  requestId: requestIdSchema,
  importId: idSchema('imp'),
  projectId: idSchema('proj'),
  fileName: nameSchema(200),
})
export type PreviewImport = v.InferInput<typeof previewImportSchema>

const revisionSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

export const confirmImportSchema = v.object({
  requestId: requestIdSchema,
  importId: idSchema('imp'),
  /** Its revision as it was shown. */
  revision: revisionSchema,
  /** Take the good rows although others have errors. */
  leaveBadRows: v.optional(v.boolean(), false),
})
export type ConfirmImport = v.InferInput<typeof confirmImportSchema>

export const answerImportSchema = v.object({
  requestId: requestIdSchema,
  importId: idSchema('imp'),
  /** Its revision as it was shown, where the answers are to hold for that alone. */
  revision: v.optional(revisionSchema),
  /** By question; an empty answer takes the one before back. */
  answers: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
        answer: v.pipe(v.string(), v.maxLength(200)),
      }),
    ),
    v.maxLength(mostAnswers),
  ),
})
export type AnswerImport = v.InferInput<typeof answerImportSchema>

export const ofImportSchema = v.object({ requestId: requestIdSchema, importId: idSchema('imp') })
export type OfImport = v.InferInput<typeof ofImportSchema>

/** Lists of an import come in the parts in which they are kept, up to 1,000 entries each. */
export const listOfImportSchema = v.object({
  importId: idSchema('imp'),
  part: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.integer(),
      v.minValue(0),
      v.maxValue(10_000),
    ),
    0,
  ),
})
export type ListOfImport = v.InferInput<typeof listOfImportSchema>

/** Places where it changes who pays, page by page. */
export const listPayersSchema = v.object({
  importId: idSchema('imp'),
  /** Part of a place's name, or of the name of somebody who pays there or did. */
  search: searchSchema,
  /** Only those with days that no row tells, with days on which nobody owes any more, or what may have been left out before. */
  only: v.optional(v.picklist(['assumed', 'gaps', 'left_before'])),
  page: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.integer(),
      v.minValue(1),
      v.maxValue(100_000),
    ),
    1,
  ),
})
export type ListPayers = v.InferInput<typeof listPayersSchema>

const shownStretchSchema = v.object({
  fromOn: v.nullable(v.string()),
  toOn: v.nullable(v.string()),
  payer: v.nullable(v.string()),
  liable: v.nullable(v.string()),
  fromAssumed: v.boolean(),
  toAssumed: v.boolean(),
  isGap: v.boolean(),
})
export const payerLinesSchema = v.object({
  items: v.array(
    v.object({
      /** By which it is left out: `place:` and this. */
      place: v.string(),
      name: v.string(),
      /** Who pays from when to when once the import is applied. */
      after: v.array(shownStretchSchema),
      /** The same as it is on record. */
      before: v.array(shownStretchSchema),
      unbilled: v.array(v.string()),
      sources: v.array(v.object({ sheet: v.string(), row: v.number() })),
      /** Whether it may be what was left out before the rows of that told otherwise. */
      leftBefore: v.boolean(),
    }),
  ),
  /** How many places there are in all, over all pages. */
  total: v.number(),
})

/** A fee item that would become a new tariff: how it was understood, beside its cells. */
const newFeeSchema = v.object({
  row: v.number(),
  name: v.string(),
  item: v.string(),
  basis: v.picklist(['area', 'room']),
  /** Yuan × 10^4 a month, per ㎡ or per room. */
  priceE4: v.number(),
  additionFen: v.number(),
  fromOn: v.nullable(v.string()),
  endsOn: v.nullable(v.string()),
  rooms: v.number(),
  cells: v.array(v.object({ column: v.string(), heading: v.string(), value: v.string() })),
})

const countSchema = v.object({ created: v.number(), changed: v.number(), unchanged: v.number() })
export const importSummarySchema = v.object({
  id: v.string(),
  projectId: v.string(),
  fileName: v.string(),
  state: v.picklist(importStates),
  counts: v.object(v.entriesFromList(countedKinds, countSchema)),
  /** How each sheet was understood. */
  tables: v.array(
    v.object({
      sheet: v.string(),
      kind: v.picklist(['buildings', 'people', 'tariffs', 'rooms', 'parking']),
      headings: v.object({ first: v.number(), last: v.number() }),
      columns: v.array(v.object({ column: v.string(), heading: v.string(), field: v.string() })),
      dataRows: v.number(),
      /** How many of its rows tell otherwise than what is on record, which stays; once that is known. */
      otherwise: v.optional(v.number()),
      /** What warnings say was not taken of its rows, where nothing of it is on record. */
      untaken: v.optional(v.number()),
      /** How many of its rooms come in without a charge that their rows tell. */
      uncharged: v.optional(v.number()),
      /** Estates and phases whose rooms come in without their name, by the question about them. */
      estates: v.optional(v.array(v.object({ id: v.string(), values: v.array(v.string()) }))),
    }),
  ),
  errors: v.number(),
  warnings: v.number(),
  notes: v.number(),
  /** How often it was calculated anew: what is confirmed is what was shown under it. */
  revision: v.number(),
  /** Whether another import was set going since the preview: it cannot be confirmed, and what it compares with is untrue. */
  outdated: v.boolean(),
  /** 0 to 1 once confirmed. */
  progress: v.number(),
  createdAt: v.number(),
  createdBy: v.string(),
  confirmedAt: v.nullable(v.number()),
  appliedAt: v.nullable(v.number()),
  /** Why it stopped, a code, and what it was writing: of a failed one. */
  failure: v.nullable(v.string()),
  failedStage: v.nullable(v.picklist(applyStages)),
  /** What the workbook leaves open, with the answers; nothing is applied while one is missing. */
  questions: v.array(
    v.object({
      id: v.string(),
      about: v.picklist([
        'estate',
        'column',
        'same',
        'which',
        'sheet',
        'charge',
        'fee',
        'payers',
        'place',
        'lot',
        'space',
      ]),
      sheet: v.string(),
      column: v.nullable(v.string()),
      heading: v.nullable(v.string()),
      values: v.array(
        v.object({
          value: v.string(),
          rows: v.number(),
          /** Where several sheets are asked about, how many of the rows stand in which. */
          sheets: v.optional(v.array(v.object({ sheet: v.string(), rows: v.number() }))),
        }),
      ),
      choices: v.array(v.string()),
      answer: v.nullable(v.string()),
      fee: v.optional(newFeeSchema),
      /** Of a `charge`: how many rooms it is about. */
      rooms: v.optional(v.number()),
      /** Of a `place`, with which `place:` begins its id where it is left out: `kind|key`. */
      place: v.optional(v.string()),
      /** Of a `place`: the rows that tell of it, or told of it. */
      rows: v.optional(v.array(v.object({ sheet: v.string(), row: v.number() }))),
      /** Of a `place` whose rows tell otherwise by now, so that it is out no more: what may be meant. */
      tellOf: v.optional(
        v.array(
          v.object({
            place: v.string(),
            name: v.string(),
            /** Whether exactly these rows tell of it: it has another name. */
            isSame: v.boolean(),
          }),
        ),
      ),
      /**
       * Of `payers`: the places to look at, those with assumed days, with days that nobody owes, whose rows told of what was
       * left out before, and those not shown.
       */
      payers: v.optional(
        v.object({
          places: v.number(),
          assumed: v.number(),
          gaps: v.number(),
          leftBefore: v.number(),
          throughout: v.number(),
        }),
      ),
      /**
       * Of a `lot` that lists tell: how many spaces on record have no lot and the codes of its spaces, and for how many of these
       * the lists name other people.
       */
      spaces: v.optional(
        v.object({
          lot: v.string(),
          lotOnRecord: v.string(),
          onRecord: v.number(),
          ofOthers: v.number(),
        }),
      ),
      /** Of a `space`: what is asked of how many codes beside rooms. */
      codes: v.optional(v.object({ doubt: v.picklist(codeDoubts), count: v.number() })),
    }),
  ),
  openQuestions: v.number(),
  /** What rooms that are on record would be charged by once it is applied, and are not now: tariffs in use. */
  charges: v.array(v.object({ tariff: v.string(), rooms: v.number() })),
  /** Whether who asks may let it be applied with these. */
  mayCharge: v.boolean(),
})
export type ImportSummary = v.InferOutput<typeof importSummarySchema>

export const importProblemSchema = v.object({
  sheet: v.string(),
  row: v.nullable(v.number()),
  column: v.nullable(v.string()),
  value: v.nullable(v.string()),
  code: v.string(),
  params: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
  severity: v.picklist(['error', 'warning', 'note']),
  /** Of an error: a part of the row is left out, and the rest is taken. */
  ofAPart: v.boolean(),
})

const valueSchema = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
export const importChangeSchema = v.object({
  /** `charge`: a room gets another charge in the place of one that ends. `occupancy`: somebody at a place gets a first day. */
  kind: v.picklist(['building', 'unit', 'room', 'parking', 'person', 'occupancy', 'charge']),
  name: v.string(),
  fields: v.array(v.object({ field: v.string(), before: valueSchema, after: valueSchema })),
})

/** One part of a list; `next` is null after the last. */
export interface PartOf<T> {
  items: T[]
  next: number | null
}
