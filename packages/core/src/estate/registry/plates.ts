import { plainText } from '@heju/kernel'

/** Between the plates of one person at one space: a family with two cars takes turns. */
const between = '、'

/** The characters with which plates of the mainland begin: after the end of one plate, the next one. */
const nextPlate =
  /(?<=[A-Z0-9港澳学警挂领])(?=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])/u

/** The plates of a text in the one form by which they are kept and compared: 粤b·12345 is 粤B12345. Each once. */
export function platesIn(text: string): string[] {
  const parts = plainText(text)
    .toUpperCase()
    .split(/[、,;/|\n]/)
  const plates = parts.flatMap((part) => part.replaceAll(/[\s·.-]/g, '').split(nextPlate))
  return [...new Set(plates.filter(Boolean))]
}

/** Plates as one text; null without any. */
export function joinedPlates(plates: Iterable<string>): string | null {
  return [...new Set(plates)].join(between) || null
}
