import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { productKey } from '../../product-keys.ts'
import { categoryDictionary } from './category-dictionary.ts'
import { complaintCategories } from './tables.ts'

/** Gives a new company the categories of complaints (D94). A second time changes nothing, whatever was edited since. */
export const complaintCategorySeed = {
  name: 'complaint_categories',
  async seed(ctx: Ctx): Promise<void> {
    await ctx.writeOnce(productKey('complaints.seed_categories', 'seed-complaint-categories'), (write) => {
      const common = { name: null, changedAt: ctx.now }
      const rows = categoryDictionary.flatMap(({ code, line: serviceLine, children, ...more }, position) => {
        const aboutFees = 'aboutFees' in more && more.aboutFees
        const parent = {
          ...common,
          id: newId('ccat', ctx.now),
          code,
          parentId: null,
          serviceLine,
          aboutFees,
          position,
        }
        const below = children.map((child, place) => ({
          ...parent,
          id: newId('ccat', ctx.now),
          code: child,
          parentId: parent.id,
          serviceLine: null,
          position: place,
        }))
        return [parent, ...below]
      })
      write.add(ctx.db.orm.insert(complaintCategories).values(rows))
      return null
    })
  },
}
