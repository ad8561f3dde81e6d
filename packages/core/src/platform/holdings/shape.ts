import * as v from 'valibot'
import { idSchema, seenWords } from '../../input.ts'

/** What a colleague may hold, so that it is handed over when they leave or move. */
export const holdingKinds = [
  'complaints_handled', // 在办投诉
  'complaints_received', // 首问负责的投诉
  'news_promised', // 答应业主的消息
  'tasks', // 点名的待办
  'invitations', // 发出的邀请链接
  'areas', // 负责的管家责任区
  'areas_stand_in', // 代班的管家责任区
  'dunning_areas', // 负责的催缴责任区
  'dunning_areas_stand_in', // 代班的催缴责任区
] as const
export type HoldingKind = (typeof holdingKinds)[number]

/** All of a kind in a project, as it was seen, and who takes it over. */
const handedGroupSchema = v.object({
  kind: v.picklist(holdingKinds),
  /** Null for what is of the company. */
  projectId: v.nullable(idSchema('proj')),
  /** How many there were: whoever hands over what has changed meanwhile is told. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  receiverId: idSchema('stf'),
})

/** Who takes over what a colleague holds, and what they should know. */
export const handedSchema = v.object({
  /** Stands in the history of each thing (D100). */
  note: v.pipe(v.string(), seenWords, v.minLength(4), v.maxLength(500)),
  groups: v.pipe(
    v.array(handedGroupSchema),
    v.minLength(1),
    v.maxLength(1000),
    v.check(
      (groups) => new Set(groups.map(({ kind, projectId }) => `${kind} ${projectId}`)).size === groups.length,
      'handing_over.field.group_twice',
    ),
  ),
})
export type Handed = v.InferOutput<typeof handedSchema>
