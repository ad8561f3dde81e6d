import { newId } from '@heju/kernel'
import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import {
  buildings,
  occupancies,
  parkingSpaces,
  people,
  rooms,
  type OccupancyRole,
} from '../../estate/registry/index.ts'
import { tariffAssignments, tariffPrices, tariffs } from './tables.ts'

/** SQLite takes 32,766 values in one statement. */
const mostValues = 30_000

async function insertAll<T extends SQLiteTable>(
  ctx: Ctx,
  table: T,
  rows: SQLiteInsertValue<T>[],
): Promise<void> {
  const size = Math.floor(mostValues / Object.keys(getTableColumns(table)).length)
  for (let from = 0; from < rows.length; from += size) {
    await ctx.db.orm.insert(table).values(rows.slice(from, from + size))
  }
}

export interface EstateRoom {
  areaE2?: number | null
  use?: (typeof rooms.$inferInsert)['use']
  state?: (typeof rooms.$inferInsert)['state']
  archived?: boolean
}

export interface EstateOccupancy {
  place: string
  role?: OccupancyRole
  person: string
  fromOn?: string | null
  toOn?: string | null
}

/** A project with rooms, people and tariffs, laid down directly: what bills are made from. */
export class Estate {
  readonly ctx: Ctx
  readonly projectId: string
  readonly buildingId: string
  #places = 0

  private constructor(ctx: Ctx) {
    this.ctx = ctx
    this.projectId = newId('proj', ctx.now)
    this.buildingId = newId('bldg', ctx.now)
  }

  static async lay(
    ctx: Ctx,
    priceRegime: 'market' | 'guided' = 'market',
    name = '翠湖花园',
  ): Promise<Estate> {
    const estate = new Estate(ctx)
    const stamps = { createdAt: ctx.now - 1, changedAt: ctx.now }
    await ctx.db.orm.insert(projects).values({
      id: estate.projectId,
      name,
      type: 'residential',
      serviceMode: 'custom',
      priceRegime,
      ...stamps,
    })
    await ctx.db.orm.insert(buildings).values({
      id: estate.buildingId,
      projectId: estate.projectId,
      key: '1',
      name: '1栋',
      sortKey: '0001',
      ...stamps,
    })
    return estate
  }

  /** Adds rooms 1, 2, 3 … of the one building. @returns their ids, in order */
  async rooms(given: readonly EstateRoom[]): Promise<string[]> {
    const rows = given.map(({ areaE2 = 10_000, use = 'residence', state = 'occupied', archived }) => {
      const n = (this.#places += 1)
      return {
        id: newId('room', this.ctx.now),
        projectId: this.projectId,
        buildingId: this.buildingId,
        key: `1||${n}`,
        number: String(n),
        name: `1栋-${n}`,
        sortKey: String(n).padStart(8, '0'),
        areaE2,
        use,
        state,
        archivedAt: archived ? this.ctx.now : null,
        createdAt: this.ctx.now - 1,
        changedAt: this.ctx.now,
      }
    })
    await insertAll(this.ctx, rooms, rows)
    return rows.map(({ id }) => id)
  }

  async spaces(count: number, kind: 'ground' | 'underground' = 'ground'): Promise<string[]> {
    const rows = Array.from({ length: count }, () => {
      const n = (this.#places += 1)
      return {
        id: newId('park', this.ctx.now),
        projectId: this.projectId,
        code: `C${n}`,
        key: `|c${n}`,
        sortKey: String(n).padStart(8, '0'),
        kind,
        createdAt: this.ctx.now - 1,
        changedAt: this.ctx.now,
      }
    })
    await insertAll(this.ctx, parkingSpaces, rows)
    return rows.map(({ id }) => id)
  }

  async people(count: number): Promise<string[]> {
    const rows = Array.from({ length: count }, (_, i) => ({
      id: newId('pers', this.ctx.now),
      projectId: this.projectId,
      name: `业主${i + 1}`,
      kind: 'natural' as const,
      createdAt: this.ctx.now,
      changedAt: this.ctx.now,
    }))
    await insertAll(this.ctx, people, rows)
    return rows.map(({ id }) => id)
  }

  /** A room of 100 m², unless another area is given (m² × 100, null for none), with its owner. */
  async ownedRoom(given: EstateRoom = {}): Promise<string> {
    const [room] = (await this.rooms([given])) as [string]
    const [person] = (await this.people(1)) as [string]
    await this.occupy([{ place: room, person }])
    return room
  }

  async occupy(given: readonly EstateOccupancy[]): Promise<void> {
    const rows = given.map(({ place, person, role = 'owner', fromOn = '2020-01-01', toOn = null }) => ({
      id: newId('occ', this.ctx.now),
      projectId: this.projectId,
      personId: person,
      roomId: place.startsWith('room_') ? place : null,
      parkingSpaceId: place.startsWith('room_') ? null : place,
      role,
      fromOn,
      toOn,
      createdAt: this.ctx.now,
      changedAt: this.ctx.now,
    }))
    await insertAll(this.ctx, occupancies, rows)
  }

  /** A tariff with one price, in use. @returns its id */
  async tariff(
    given: Partial<typeof tariffs.$inferInsert> & Partial<typeof tariffPrices.$inferInsert> = {},
  ): Promise<string> {
    const { ctx, projectId } = this
    const id = newId('tariff', ctx.now)
    const {
      name = `物业服务费 ${id.slice(-4)}`,
      feeItem = 'property',
      basis = 'area',
      state = 'active',
      surcharge = false,
    } = given
    await ctx.db.orm.insert(tariffs).values({
      id,
      projectId,
      name,
      feeItem,
      basis,
      state,
      surcharge,
      createdAt: ctx.now,
      changedAt: ctx.now,
    })
    // Nobody has said yet what the price of a draft stands on.
    await this.price(id, { ...given, ...(state === 'draft' && { approvalKind: null }) })
    return id
  }

  async price(tariffId: string, given: Partial<typeof tariffPrices.$inferInsert> = {}): Promise<string> {
    const id = newId('price', this.ctx.now)
    await this.ctx.db.orm.insert(tariffPrices).values({
      id,
      tariffId,
      fromOn: given.fromOn ?? '2020-01-01',
      toOn: given.toOn ?? null,
      priceE4: given.priceE4 ?? 28_000,
      additionFen: given.additionFen ?? 0,
      rounding: given.rounding ?? 'half_up',
      roundingUnitFen: given.roundingUnitFen ?? 1,
      approvalKind: given.approvalKind === undefined ? 'contract' : given.approvalKind,
      approvalNo: 'HT-2020-1',
      approvalOn: '2019-12-01',
      createdAt: this.ctx.now,
    })
    return id
  }

  async assign(
    tariffId: string,
    targets: readonly string[],
    fromOn = '2020-01-01',
    toOn: string | null = null,
  ): Promise<void> {
    await this.assignAll(targets.map((targetId) => ({ targetId, tariffId, fromOn, toOn })))
  }

  async assignAll(rows: (typeof tariffAssignments.$inferInsert)[]): Promise<void> {
    await insertAll(this.ctx, tariffAssignments, rows)
  }

  /** What a query of the database says, as rows. */
  async all<T>(query: ReturnType<typeof sql>): Promise<T[]> {
    return (await this.ctx.db.orm.all(query)) as T[]
  }
}
