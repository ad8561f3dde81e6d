/**
 * The colours, named by what they say. Warm greys carry the page, one deep jade is the house's own, and three accents
 * speak: overdue, done, warning. Each accent has a `soft` ground for tags and notices on which it is still legible.
 * `contrast.test.ts` lists every pair that may be used and holds it to WCAG 2.2 AA; add the pair there first.
 */
export const color = {
  /** Deep jade: links, the main button, what is selected. AA on white as text, and under white text. */
  brand: '#0f6b58',
  /** Under the pointer: darker, not lighter, so that white text stays legible. */
  brandHover: '#0b5547',
  brandActive: '#08443a',
  brandSoft: '#e6f2ee',
  /** A line or a quiet outline in the brand's hue; carries no text. */
  brandLine: '#a5cdc3',

  /** What is overdue, refused or failed. */
  overdue: '#b3261e',
  overdueHover: '#951c15',
  overdueActive: '#7a140f',
  overdueSoft: '#fbecea',
  overdueLine: '#e6b3ae',

  /** What is done, paid, closed. */
  done: '#2f6f2a',
  doneHover: '#255a21',
  doneActive: '#1c4719',
  doneSoft: '#eaf4e8',
  doneLine: '#b4d3b0',

  /** What needs attention soon: near its deadline, missing, provisional. */
  warning: '#8a5200',
  warningHover: '#704200',
  warningActive: '#573300',
  warningSoft: '#fdf3e0',
  warningLine: '#e5c894',

  /** Body text. */
  ink: '#23211f',
  /** Labels, secondary text. */
  inkSoft: '#57524d',
  /** Hints, placeholders, timestamps: the lightest grey that is still text. */
  inkFaint: '#6f6962',
  /** Text on brand, overdue, done and warning grounds. */
  inkOnAccent: '#ffffff',
  /** What cannot be used at the moment; WCAG exempts it, and it never carries the only copy of something. */
  inkDisabled: '#a8a19a',

  /** Edges of inputs and other controls, 3:1 on every ground. */
  edge: '#857e76',
  /** Lines between rows and sections; decoration, so no contrast is asked of it. */
  line: '#e3dfda',

  /** The page. */
  canvas: '#f6f4f1',
  /** Cards, tables, sheets. */
  surface: '#ffffff',
  /** Table heads, wells, disabled fields. */
  sunken: '#efece8',
} as const

export type ColorName = keyof typeof color
