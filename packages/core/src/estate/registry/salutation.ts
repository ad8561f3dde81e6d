import type { Gender, PersonKind } from './rules.ts'

/** Surnames of two characters; all others have one. */
const compound =
  '欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 令狐 百里 呼延 东郭 東郭 南门 南門 西门 西門'.split(
    ' ',
  )
const titles = { male: '先生', female: '女士' } as const

/**
 * How somebody is greeted at the desk and on the phone (D31): 王女士. Whoever is registered with a title, and whoever is
 * no natural person or of whom nothing more is known, is called as they are written down.
 */
export function salutationOf({
  name,
  kind,
  gender,
}: {
  name: string
  kind: PersonKind
  gender: Gender | null
}): string {
  const isChinese = /^\p{Script=Han}{2,4}$/u.test(name)
  if (kind !== 'natural' || gender === null || !isChinese || untitled(name) !== name) return name
  const surname = compound.find((each) => name.length > 2 && name.startsWith(each)) ?? name.slice(0, 1)
  return surname + titles[gender]
}

/** A name without the title that somebody says or writes with it: 王 for 王女士. */
export function untitled(name: string): string {
  return name.replace(/(?<=\p{Script=Han})(?:先生|女士|小姐|太太|老师|老師)$/u, '')
}
