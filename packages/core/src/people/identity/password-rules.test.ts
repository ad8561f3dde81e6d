import { describe, expect, test } from 'vitest'
import { isCommonPassword, tellsLogin } from './password-rules.ts'

describe('choosing a password', () => {
  test('what everybody tries first is refused, in any writing', () => {
    for (const common of [
      '12345678',
      '87654321',
      '88888888',
      'Password1',
      'ｑｗｅｒｔｙ１２３',
      'abcdefgh',
      'WUYE1234',
    ])
      expect([common, isCommonPassword(common)]).toEqual([common, true])
  })

  test('length is enough: no capitals or signs are asked for', () => {
    for (const good of ['我家楼下有一棵老槐树', 'quiet-harbour-lamp', '20260719晴', 'blue whale 52'])
      expect([good, isCommonPassword(good)]).toEqual([good, false])
  })

  test('it may not repeat the phone or the e-mail, whole or in its telling part', () => {
    const logins = ['+8613812341234', 'wangxiaoming@example.com']
    for (const telling of [
      '13812341234',
      'wo13812341234',
      '12341234',
      'WangXiaoMing88',
      'wangxiaoming@example.com',
    ])
      expect([telling, tellsLogin(telling, logins)]).toEqual([telling, true])
    for (const fine of ['我家楼下有一棵老槐树', 'example-harbour'])
      expect([fine, tellsLogin(fine, [...logins, null])]).toEqual([fine, false])
    expect(tellsLogin('lilac-harbour', ['li@example.com'])).toBe(false)
  })
})
