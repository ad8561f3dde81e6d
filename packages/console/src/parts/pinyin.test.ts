import { expect, test } from 'vitest'
import { beginsInPinyin } from './pinyin.ts'

test.each([
  ['电梯', 'dt'],
  ['電梯', 'dt'],
  ['空调', 'kt'],
  ['设施设备', 'sssb'],
  ['設施設備', 'sssb'],
  ['管理服务', 'glfw'],
  ['邮件快递', 'yjkd'],
  ['邻里关系', 'llgx'],
  ['认识不足', 'rsbz'],
  ['其他', 'qt'],
  ['充电桩', 'cdz'],
  ['绿化养护', 'lhyh'],
  ['挪车', 'nc'],
  ['行人通道', 'xrtd'],
  ['VIP 客户', 'vipkh'],
])('%s is found by %s and by how that begins, and not by other letters', (words, typed) => {
  for (let length = 1; length <= typed.length; length++)
    expect([typed.slice(0, length), beginsInPinyin(words, typed.slice(0, length))]).toEqual([
      typed.slice(0, length),
      true,
    ])
  expect(beginsInPinyin(words, `${typed}a`)).toBe(false)
  expect(beginsInPinyin(words, 'zzz')).toBe(false)
})
