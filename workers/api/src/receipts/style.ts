import { color, fontStack, tabularFigures } from '@heju/look'

/** Papers that receipts are printed on: a sheet cut in half, a whole one, and the roll of a till. */
export const papers = ['a5', 'a4', '80mm'] as const
export type Paper = (typeof papers)[number]

const pageRules: Record<Paper, (lines: number) => string> = {
  a5: () => '@page { size: A5 landscape; margin: 10mm 12mm }',
  a4: () => '@page { size: A4 portrait; margin: 18mm 16mm }',
  '80mm': (lines) => `@page { size: 80mm ${lengthOfRoll(lines)}mm; margin: 3mm }`,
}
/**
 * How long a piece of the roll a receipt takes, in mm: a page of CSS has no length by what stands on it (`80mm auto` is
 * not valid, and the printer's own paper would be taken). Each line may break twice; what is longer still goes on below.
 */
function lengthOfRoll(lines: number): number {
  return 145 + 17 * lines
}
/** Of the sheet on the screen, so that it looks as it will on paper. */
const widths: Record<Paper, string> = { a5: '186mm', a4: '178mm', '80mm': '74mm' }

/** A till roll is too narrow for two columns, and for a mark beside the heading. */
const roll = `dl { grid-template-columns: 1fr }
article { padding: 4mm 0 }
h1 { font-size: 16px }
.mark { position: static; display: table; margin: 4px auto 0 }
table { font-size: 12px }
th, td { padding: 2px 3px }
.signed { flex-direction: column; gap: 4px }
/* Also on a printer that keeps to paper of its own. */
@media print { body { width: ${widths['80mm']} } }`

/**
 * Black on white: what is printed must be legible on any printer, and void at a glance without colour.
 * @param lines how many things were paid for: a roll is as long as these need
 */
export function receiptStyle(paper: Paper, lines = 0): string {
  return `${pageRules[paper](lines)}
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: ${color.canvas}; color: #000; font: 14px/1.6 ${fontStack['zh-CN']} }
.tools { max-width: ${widths[paper]}; margin: 16px auto; padding: 0 8px; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center }
nav { display: flex; gap: 16px }
.tools a { color: ${color.brand}; padding: 8px 0 }
.tools a[aria-current] { color: #000; font-weight: 600; text-decoration: none }
.tools p { margin: 0; flex-basis: 100%; color: ${color.inkSoft} }
button { font: inherit; min-height: 44px; padding: 0 24px; border: 0; border-radius: 4px; background: ${color.brand}; color: #fff; cursor: pointer }
article { position: relative; width: ${widths[paper]}; max-width: 100%; margin: 0 auto 32px; padding: 8mm; background: #fff; overflow: hidden }
h1 { margin: 0; text-align: center; font-size: 22px; letter-spacing: .1em }
.mark { position: absolute; top: 4mm; right: 6mm; border: 1px solid #000; padding: 0 6px; font-size: 12px }
.void { position: absolute; inset: 30% 0 auto; text-align: center; font-size: 72px; font-weight: 700; letter-spacing: .5em; transform: rotate(-18deg); opacity: .28; pointer-events: none }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 2px 16px; margin: 12px 0 }
dl div { display: flex; gap: 8px }
dt { flex: none; min-width: 5em }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse }
thead { display: table-header-group }
/* A total that stands at the foot of each page would read like the sum of that page. */
tfoot { display: table-row-group }
tr { break-inside: avoid }
th, td { border: 1px solid #000; padding: 3px 6px; text-align: left; font-weight: 400 }
th { background: #f2f2f2; print-color-adjust: exact }
.money { text-align: right; white-space: nowrap; font-variant-numeric: ${tabularFigures} }
td.number { white-space: nowrap }
tfoot td, tfoot th { font-weight: 600 }
.signed { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 24px; margin: 16px 0 8px }
.soft { font-size: 12px; margin: 8px 0 0 }
/* The sum, who took it and what the paper is not stand on one sheet. */
.signed, .signed + .soft { break-before: avoid; break-inside: avoid }
.notice { border: 2px solid #000; padding: 4px 8px; font-weight: 600 }
${paper === '80mm' ? roll : ''}
/* Half of a table's outermost lines lies outside it, and would be cut off with nothing beside it. */
@media screen { .on-paper { display: none } }
@media print { body { background: #fff } .tools, .on-screen { display: none } article { width: auto; margin: 0; padding: 0 1px } }`
}
