import type { Texts } from '@heju/i18n'

/** Texts of what is asked of parking spaces: whether those of a lot, or codes beside rooms, are spaces that there are. */
export const ofSpaces = {
  'question.lot': {
    'zh-CN':
      '已登记的 {spaces} 个车位没有写停车场（{codes}），表中“{lot}”里有可能就是它们的车位。是不是同一批？',
    'zh-Hant':
      '已登記的 {spaces} 個車位沒有寫停車場（{codes}），表中「{lot}」裡有可能就是它們的車位。是不是同一批？',
    en: '{spaces} spaces on record have no lot ({codes}), and the file has spaces in {lot} that may be these. Are these the same spaces?',
  },
  'question.lot.other': {
    'zh-CN':
      '已登记的 {spaces} 个车位（{codes}）停车场写的是“{before}”，表中“{lot}”里有可能就是它们的车位。是不是同一批？',
    'zh-Hant':
      '已登記的 {spaces} 個車位（{codes}）停車場寫的是「{before}」，表中「{lot}」裡有可能就是它們的車位。是不是同一批？',
    en: '{spaces} spaces on record ({codes}) have the lot {before}, and the file has spaces in {lot} that may be these. Are these the same spaces?',
  },
  'question.lot.none': {
    'zh-CN': '已登记的 {spaces} 个车位（{codes}），表中的车位号写法相近。是不是同一批？',
    'zh-Hant': '已登記的 {spaces} 個車位（{codes}），表中的車位號寫法相近。是不是同一批？',
    en: '{spaces} spaces on record ({codes}) have codes much like those of the file. Are these the same spaces?',
  },
  'question.space.new': {
    'zh-CN': '写在房屋旁的 {spaces} 个车位没有登记过，车位表里也没有。是新的车位吗？',
    'zh-Hant': '寫在房屋旁的 {spaces} 個車位沒有登記過，車位表裡也沒有。是新的車位嗎？',
    en: '{spaces} spaces beside rooms are neither on record nor in a list of spaces. Are these new spaces?',
  },
  'question.space.holder': {
    'zh-CN':
      '写在房屋旁的 {spaces} 个车位没有登记过，车位表里也没有，而房屋的业主已有别的车位。是另外的新车位吗？',
    'zh-Hant':
      '寫在房屋旁的 {spaces} 個車位沒有登記過，車位表裡也沒有，而房屋的業主已有別的車位。是另外的新車位嗎？',
    en: '{spaces} spaces beside rooms are neither on record nor in a list of spaces, and the owners of the rooms have other spaces. Are these new spaces besides?',
  },
  'question.space.alike': {
    'zh-CN': '写在房屋旁的 {spaces} 个车位号，和登记的或车位表里的写法不同。是同一个车位吗？',
    'zh-Hant': '寫在房屋旁的 {spaces} 個車位號，和登記的或車位表裡的寫法不同。是同一個車位嗎？',
    en: '{spaces} codes beside rooms are written otherwise than on record or in the list of spaces. Are these the same spaces?',
  },
  'questions.codes': {
    'zh-CN': '车位号和房屋：',
    'zh-Hant': '車位號和房屋：',
    en: 'Codes and rooms: ',
  },
  'choice.space.right': {
    'zh-CN': '是新的车位，登记到房屋的业主名下',
    'zh-Hant': '是新的車位，登記到房屋的業主名下',
    en: 'They are new: take them in, for the owners of the rooms',
  },
  'choice.space.alike': {
    'zh-CN': '是同一个，按登记的或车位表里的车位号',
    'zh-Hant': '是同一個，按登記的或車位表裡的車位號',
    en: 'They are the same: go by the code on record or in the list',
  },
  'choice.space.leave': {
    'zh-CN': '不是，或说不准：房屋照常导入，这些车位不带入',
    'zh-Hant': '不是，或說不準：房屋照常匯入，這些車位不帶入',
    en: 'They are not, or we are not sure: take the rooms without these spaces',
  },
  'questions.spaces': {
    'zh-CN': '可能是同一个的车位：',
    'zh-Hant': '可能是同一個的車位：',
    en: 'Spaces that may be the same: ',
  },
  'questions.ofOthers': {
    'zh-CN': '表中这些车位没有写登记的使用人，可能是另外的车位。',
    'zh-Hant': '表中這些車位沒有寫登記的使用人，可能是另外的車位。',
    en: 'For these the file does not name who has them on record, so they may be other spaces.',
  },
  'choice.lot.same': {
    'zh-CN': '是同一批，按表中的停车场和车位号更改已登记的车位',
    'zh-Hant': '是同一批，按表中的停車場和車位號更改已登記的車位',
    en: 'They are the same: give the spaces on record the lot and code of the file',
  },
  'choice.lot.others': {
    'zh-CN': '不是，是另外的车位（已登记的不变）',
    'zh-Hant': '不是，是另外的車位（已登記的不變）',
    en: 'They are other spaces (those on record stay as they are)',
  },
} as const satisfies Texts
