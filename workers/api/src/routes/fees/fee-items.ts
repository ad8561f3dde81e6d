import { changeFeeItem } from '@heju/core/fees/billing'
import {
  addFeeItem,
  addFeeItemSchema,
  changeFeeItemSchema,
  feeItemList,
  retireFeeItem,
  retireFeeItemSchema,
} from '@heju/core/fees/items'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const itemAnswer = v.object({ feeItemId: v.string() })

/** For what the company asks money. */
export const feeItemRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'The company’s fee items, in the order in which they are settled', feeItemList))
  .get(...fileOf('/file', 'The company’s fee items as a workbook or CSV', feeItemList))
  .post(...command('/', 'Add a fee item of the company’s own', addFeeItem, addFeeItemSchema, itemAnswer))
  .put(
    ...command(
      '/:feeItemId',
      'Change what is said of a fee item; what was given out keeps the name that it shows',
      changeFeeItem,
      changeFeeItemSchema,
      itemAnswer,
    ),
  )
  .put(
    ...command(
      '/:feeItemId/state',
      'Take a fee item out of use, or back into it',
      retireFeeItem,
      retireFeeItemSchema,
      itemAnswer,
    ),
  )
