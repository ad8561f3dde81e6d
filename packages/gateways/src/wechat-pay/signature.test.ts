import { describe, expect, it } from 'vitest'
import { merchantKeys } from './keys.ts'
import { doubt } from './signature.ts'

/** A platform certificate and a message signed with its key by OpenSSL; the key itself was thrown away. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIDazCCAlOgAwIBAgIUUVfwnv3Alt4V6+gaRwV6cjLxuOEwDQYJKoZIhvcNAQEL
BQAwRDEgMB4GA1UEAwwXVGVucGF5LmNvbSBSb290IENBIHRlc3QxEzARBgNVBAoM
ClRlbnBheS5jb20xCzAJBgNVBAYTAkNOMCAXDTI2MTEyMjE1NDAzMFoYDzIxMjYx
MDI5MTU0MDMwWjBEMSAwHgYDVQQDDBdUZW5wYXkuY29tIFJvb3QgQ0EgdGVzdDET
MBEGA1UECgwKVGVucGF5LmNvbTELMAkGA1UEBhMCQ04wggEiMA0GCSqGSIb3DQEB
AQUAA4IBDwAwggEKAoIBAQDL9q+PwygklTFgARhrFKl+cvBNpEBYOyTDYfamwUXh
ApJLcZTuhlPExDi4xkbXbEase80axSAZ/9SFw7ncTkm2jb44L8DdgiM1VbllTarn
Ie6YwWizTmcAFu5UhlUTGMKJrpcBAY8WMb1eUdsgpJjtcB1mHl63zlOAZ1hY//gP
qnMAhGWZqtfl4T2jX5s0SIBHS28xbOhvm2c10zsuoz6+PZ/y/wY8yDH1C37e593k
F64oSKs5YetunZcjq2KnZnLzpf2hR2GoKvZRR7HPU9iziI0/JPAL9BIPqhDKMhV5
72dYTLc9RddxqzsU3ynoyB8yhJjjZQVL5jmzb7OlPcurAgMBAAGjUzBRMB0GA1Ud
DgQWBBQ9jpa7SUjJDTlEqkOSUbUDoTD0AzAfBgNVHSMEGDAWgBQ9jpa7SUjJDTlE
qkOSUbUDoTD0AzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQCQ
Hurk5NMqVhQQrmex00Ll38J+JxBv93H8WFVmM9TZdGSGGvEGi43lp6UddlK59u68
0WEiFoZDI2m38unIzyS+eAgsVw1G0HihLWuaDMjLsigApWoOWNMEsMxHGFdeIpL8
M8pBDrFpCH13oUeycSqeC2MNrJtn5Ix5/ecCSyye2rxBGgf3TORI8ECuNbd39F8B
019M+acyDICj9Oj2ND+jpFN5J7HehlSbifpzDqQ1jNEceWrilNdWs5oL7P/Olgfy
UPFwJyVf1VMUF3sd6QY4v8w3/l+D30uSu1mUL6g68JIou+bRzMlCquu0iUw1YHxM
9e0BzLdUerJzK8IIK12C
-----END CERTIFICATE-----`
const SIGNATURE =
  'pTUUrablTMXBn7hwV5wEG7y4QCASuf2rpN1l6Zxhho2qybIWhS7hiqAabQdhlqEwlj9THazbeXFu/07XfU0B8QuKx3YWhNfF' +
  'DuqEOF/4czNQe8j4F47dM/9KGhOAvynBmn8DkZZc5vistmzy64YI0h/mcN+gbjP09aLTUbj7pMR7bZzqP2wsG7xT8P4QFWBu' +
  'HOSZffHo+zgqZbSf33XZtOWArJ/Rc/RupjKpL0sWaRifh88FaLaTcNogI4YafpkOXhzw0TxzIGrYTWhVpdiQugbQhpbxmz5+' +
  'SteQQzSuC7+qyZ7DeOv17SdhklColywqK+UxLJtWJ3Pc3BMR+Zko+w=='

describe('a platform certificate', () => {
  const headers = () =>
    new Headers({
      'Wechatpay-Timestamp': '1554209980',
      'Wechatpay-Nonce': 'c5ac7061fccab6bf3e254dcf98995b8c',
      'Wechatpay-Serial': '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
      'Wechatpay-Signature': SIGNATURE,
    })
  const keys = merchantKeys({
    merchantId: '1900000001',
    appId: 'wx0000000000000000',
    merchantSerial: '00',
    merchantPrivateKey: '',
    apiV3Key: '',
    // Pasted from a Windows editor, with the serial in the case that OpenSSL prints.
    platformKeys: [
      {
        serial: '5157f09efdc096de15ebe81a47057a7232f1b8e1',
        pem: `\r\n${CERTIFICATE.replaceAll('\n', '\r\n')}\r\n`,
      },
    ],
  })

  it('verifies what OpenSSL signed with its key', async () => {
    expect(await doubt(headers(), '{"data":[]}', keys, 1_554_209_980_000)).toBeNull()
  })

  it('verifies nothing else', async () => {
    expect(await doubt(headers(), '{"data":[1]}', keys, 1_554_209_980_000)).toBe('signature')
  })
})
