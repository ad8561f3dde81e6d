import { fill, type Locale } from '@heju/i18n'
import type { Ctx } from '../../context.ts'
import { writeTables, type TableCell } from '../../platform/spreadsheets/index.ts'
import { placesLeftOut } from './left-out-places.ts'
import { readPayers } from './list-payers.ts'
import type { PayerLine, ShownStretch } from './payer-lines.ts'
import { payerTexts } from './payer-texts.ts'
import { saidNext } from './remembered.ts'

/**
 * Who pays from when at the places where an import changes it, as an `.xlsx`: a row for each stretch of days. Names leave the
 * company with it, so that it is put on record, and is for a sign-in that stands. Two round trips.
 */
export async function downloadPayers(ctx: Ctx, importId: string, locale: Locale): Promise<Uint8Array> {
  const { job, lines } = await readPayers(ctx, importId)
  ctx.require('exports.create', job.projectId)
  const left = placesLeftOut(saidNext(job.questionsJson, []))
  const rows: TableCell[][] = []
  for await (const part of lines)
    for (const line of part) rows.push(...rowsOf(line, left.has(line.place), locale))
  await ctx.writeAnew(
    'registry_import.download_payers',
    (write) =>
      write.audit('registry_import.payers_downloaded', importId, {
        projectId: job.projectId,
        detail: { rows: rows.length },
      }),
    { whileSuspended: true },
  )
  const say = (text: keyof typeof payerTexts) => fill(payerTexts[text], locale)
  const columns = [
    { heading: say('place'), width: 24, kind: 'text' as const },
    { heading: say('payer'), width: 20, kind: 'text' as const },
    { heading: say('from'), width: 14, kind: 'date' as const },
    { heading: say('to'), width: 14, kind: 'date' as const },
    { heading: say('remark'), width: 50 },
    { heading: say('source'), width: 30 },
  ]
  return writeTables([{ name: say('title'), columns, rows }])
}

/** A row for each stretch as the bills will be made out: of a place that is left out, those on record. */
function rowsOf(line: PayerLine, isLeftOut: boolean, locale: Locale): TableCell[][] {
  const { name, before, after, unbilled, sources, leftBefore } = line
  const say = (text: keyof typeof payerTexts, values: Record<string, string> = {}) =>
    fill(payerTexts[text], locale, values)
  const where = sources.map(({ sheet, row }) => say('row', { sheet, row: String(row) })).join('、')
  const inWords = (stretches: readonly ShownStretch[]) =>
    stretches
      .filter(({ payer }) => payer !== null)
      .map((one) => stretchText(one, locale))
      .join('、')
  const asIs = inWords(before)
  const ofPlace = isLeftOut
    ? [say('left_out'), say('told', { told: inWords(after) || say('nobody') })]
    : [
        ...(leftBefore ? [say('left_before')] : []),
        asIs === '' ? say('before.none') : say('before', { before: asIs }),
        ...(unbilled.length > 0 ? [say('unbilled', { people: unbilled.join('、') })] : []),
      ]
  return (isLeftOut ? before : after).map(({ fromOn, toOn, payer, liable, fromAssumed, toAssumed }) => {
    const own = [
      ...(fromAssumed ? [say('from.assumed')] : []),
      ...(toAssumed ? [say('to.assumed')] : []),
      ...(liable === null ? [] : [say('liable', { owner: liable })]),
    ]
    return [name, payer ?? say('nobody'), fromOn, toOn, [...own, ...ofPlace].join('；'), where]
  })
}

function stretchText({ fromOn, toOn, payer }: ShownStretch, locale: Locale): string {
  const days = fromOn === null && toOn === null ? '' : ` ${fromOn ?? ''} – ${toOn ?? ''}`.trimEnd()
  return `${payer ?? fill(payerTexts.nobody, locale)}${days}`
}
