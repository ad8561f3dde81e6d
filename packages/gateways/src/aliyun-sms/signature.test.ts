import { describe, expect, it } from 'vitest'
import { signAcs3 } from './signature.ts'

describe('ACS3-HMAC-SHA256', () => {
  it('gives the signature that the provider publishes for its example', async () => {
    const { query, headers } = await signAcs3(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
        now: Date.UTC(2023, 9, 26, 10, 22, 32),
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
      { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
    )
    expect(query).toBe('ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai')
    expect(headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  it('encodes what encodeURIComponent leaves alone', async () => {
    const { query } = await signAcs3(
      { host: 'h', action: 'a', version: 'v', query: { Text: "您好 (3栋)!*'~" }, now: 0, nonce: 'n' },
      { accessKeyId: 'k', accessKeySecret: 's' },
    )
    expect(query).toBe('Text=%E6%82%A8%E5%A5%BD%20%283%E6%A0%8B%29%21%2A%27~')
  })
})
