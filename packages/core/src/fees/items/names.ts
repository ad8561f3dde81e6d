import { translator, type Locale } from '@heju/i18n'
import { sql, type SQL } from 'drizzle-orm'
import { feeItemNames, feeItems } from './tables.ts'
import { feeItemTexts } from './texts.ts'

/** What an item is called: as the company named it, or by the product's word. */
export function feeItemName({ id, name }: { id: string; name: string }, locale: Locale): string {
  const key = `item.${id}`
  if (name !== '') return name
  return key in feeItemTexts ? translator(feeItemTexts, locale)(key as 'item.property') : id
}

/** What an item is called now, in SQL: empty for the product's own word. */
function itemNameNow(item: SQL): SQL<string> {
  return sql<string>`(SELECT i.name FROM ${feeItems} i WHERE i.id = ${item})`
}

/** The same as it was called at a moment; null for now. What was given out then shows that name. */
export function itemNameAt(item: SQL, at: SQL): SQL<string> {
  return sql<string>`coalesce((SELECT n.name FROM ${feeItemNames} n WHERE n.item_id = ${item} AND n.until_at > ${at}
    ORDER BY n.until_at LIMIT 1), ${itemNameNow(item)})`
}
