import { translator } from '@heju/i18n'
import { getTableColumns, isNotNull, isNull } from 'drizzle-orm'
import * as v from 'valibot'
import { defineList } from '../../platform/lists/index.ts'
import { feeItemName } from './names.ts'
import { feeItemSchema } from './schemas.ts'
import { feeItems } from './tables.ts'
import { feeItemTexts } from './texts.ts'

/** The company's fee items, in the order in which they are settled. */
export const feeItemList = defineList({
  permission: 'tariffs.read',
  filter: { state: v.optional(v.picklist(['used', 'retired'])) },
  item: feeItemSchema,
  project: null,
  where: (_ctx, { state }) => [
    state === 'used' ? isNull(feeItems.retiredAt) : undefined,
    state === 'retired' ? isNotNull(feeItems.retiredAt) : undefined,
  ],
  order: { by: { settleOrder: feeItems.settleOrder, id: feeItems.id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select(getTableColumns(feeItems))
      .from(feeItems)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: ({ createdAt: _created, changedAt: _changed, ...item }) => item,
  file: {
    action: 'fee_items.exported',
    table: (_ctx, locale) => {
      const say = translator(feeItemTexts, locale)
      const yes = (isSo: boolean) => (isSo ? 'yes' : 'no')
      return {
        name: say('title'),
        columns: [
          [say('name'), (row) => feeItemName(row, locale), { width: 22 }],
          [say('receiptName'), (row) => row.receiptName, { width: 22 }],
          [say('invoiceName'), (row) => row.invoiceName, { width: 22 }],
          [say('whoseMoney'), (row) => say(`whose.${row.whoseMoney}`), { width: 14 }],
          [say('taxCode'), (row) => row.taxCode, { width: 22 }],
          [
            say('taxRate'),
            (row) => (row.taxRateE4 === null ? null : row.taxRateE4 / 100),
            { kind: 'number', width: 10, total: false },
          ],
          [say('taxIncluded'), (row) => say(`taxIncluded.${yes(row.taxIncluded)}`), { width: 12 }],
          [say('account'), (row) => row.account, { width: 14 }],
          [say('settleOrder'), (row) => row.settleOrder, { kind: 'number', width: 10, total: false }],
          [
            say('targetKinds'),
            (row) => row.targetKinds.map((kind) => say(`target.${kind}`)).join('、'),
            { width: 16 },
          ],
          [say('exclusive'), (row) => say(`exclusive.${yes(row.exclusive)}`), { width: 24 }],
          [say('guided'), (row) => say(`guided.${yes(row.guided)}`), { width: 14 }],
          [say('chargedBy'), (row) => say(`charger.${row.chargedBy}`), { width: 22 }],
          [
            say('state'),
            (row) => say(row.retiredAt === null ? 'state.used' : 'state.retired'),
            { width: 10 },
          ],
        ],
      }
    },
  },
})
