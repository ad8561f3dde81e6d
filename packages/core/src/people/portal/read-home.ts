import type { Ctx } from '../../context.ts'
import { clocksOf, complaintsOfOwner, type MyComplaint } from '../../desk/complaints/index.ts'
import { ordersUnderWay, owedByOwner } from '../../fees/payments/index.ts'
import { openSurveys, type OpenSurvey } from '../../insight/satisfaction/index.ts'
import { placesOfOwner, type OwnerPlace } from '../../estate/registry/index.ts'
import { stewardsOfOwner } from '../../estate/areas/index.ts'
import { servicePhones } from './service-phones.ts'

/** The first page of an owner: what is theirs, what they owe, what is under way. */
export interface Home {
  places: OwnerPlace[]
  owed: { owedFen: number; bills: number; firstDueOn: string | null }
  orders: Awaited<ReturnType<typeof ordersUnderWay>>
  /** Of the last ones, those that are not closed. */
  complaints: MyComplaint[]
  surveys: OpenSurvey[]
  phones: { projectName: string; projectPhone: string }[]
  /** Who of the company is responsible for their rooms. */
  stewards: { roomName: string; name: string }[]
}

/** As many of the newest complaints are looked at for the first page. */
const newestComplaints = 10

/** What an owner needs to see at first, across capabilities, in one round trip. */
export async function readHome(ctx: Ctx): Promise<Home> {
  const ownerId = ctx.requireOwner()
  const [places, [owed], orders, complaints, surveys, phones, stewards] = await ctx.db.orm.batch([
    placesOfOwner(ctx, ownerId),
    owedByOwner(ctx, ownerId),
    ordersUnderWay(ctx, ownerId),
    complaintsOfOwner(ctx, { limit: newestComplaints }),
    openSurveys(ctx, ownerId),
    servicePhones(ctx),
    stewardsOfOwner(ctx, ownerId),
  ])
  return {
    places,
    owed: owed ?? { owedFen: 0, bills: 0, firstDueOn: null },
    orders,
    complaints: complaints
      .filter((row) => row.closedAt === null)
      .map(({ terms, ...row }) => ({ ...row, clocks: clocksOf(terms, ctx.now) })),
    surveys: surveys.filter((survey) => !survey.answered),
    phones,
    stewards,
  }
}
