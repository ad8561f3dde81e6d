import type { SqldSettings } from '@heju/db/provisioning'
import type { TenantDb } from '@heju/db'

const pageBytes = 4_096

/** Says how large a database may become, as an operator who divides a disk does. */
export class SizeLimit {
  readonly #config: string
  readonly #key: string
  readonly #db: TenantDb

  constructor(settings: Pick<SqldSettings, 'adminUrl' | 'adminKey'>, namespace: string, db: TenantDb) {
    this.#config = `${settings.adminUrl}/v1/namespaces/${namespace}/config`
    this.#key = settings.adminKey
    this.#db = db
  }

  /** Leaves no room for one row more, not even in the last page of the ledger, which every write begins with. */
  async fillUp(): Promise<number> {
    const pages = await this.#pages()
    await this.allow(pages)
    for (const bytes of [2_000, 200, 20, 1]) while (await this.#fits(bytes));
    return pages
  }

  /** @param pages of 4,096 bytes */
  async allow(pages: number): Promise<void> {
    const headers = { authorization: `Basic ${this.#key}`, 'content-type': 'application/json' }
    const config = (await (await fetch(this.#config, { headers })).json()) as object
    const body = JSON.stringify({ ...config, max_db_size: `${pages * pageBytes}B` })
    const answer = await fetch(this.#config, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`The size could not be limited: ${answer.status} ${await answer.text()}`)
  }

  async lift(): Promise<void> {
    await this.allow(1_000_000)
  }

  async #pages(): Promise<number> {
    const { rows } = await this.#db.client.execute('SELECT page_count AS n FROM pragma_page_count')
    return Number(rows[0]?.n)
  }

  async #fits(bytes: number): Promise<boolean> {
    try {
      await this.#db.client.execute({
        sql: `INSERT INTO _requests (scope, id, verb, actor_id, answer_json, at)
          VALUES ('filler', hex(randomblob(8)), '', '', hex(zeroblob(?)), 0)`,
        args: [Math.floor(bytes / 2)],
      })
      return true
    } catch (error) {
      if ((error as { code?: string }).code === 'SQLITE_FULL') return false
      throw error
    }
  }
}
