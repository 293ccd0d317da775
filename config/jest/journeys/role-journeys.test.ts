import { codeAt } from '#functions/sessions/totp.ts'
import { describeInBrowser } from '../browser.ts'
import { stumblesIn } from './look.ts'
import type { Phone } from './phone.ts'
import { readQrCode } from './qr-reader.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)

describeInBrowser('roles on the page, each person on their own phone', () => {
  const street = useStreet()

  test('an administrator invites a street officer, who invites a grid worker and ends the role again', async () => {
    const admin = await street().phoneOf('admin')
    await admin.open('/pages/me/index')
    await admin.tap('#roles')
    await admin.tap('#place-tangkan')
    await admin.tap('#give-role')
    await admin.tap('街道')
    await admin.tap('不设期限')
    const street_ = await codeFor(admin, '廖小燕')

    const officer = await street().phoneOf('tenant')
    await takeRole(officer, street_, '檀木林街道 街道')
    await officer.open('/community/roles/index?scope=community&of=jinxiu')
    await officer.tap('#give-role')
    await officer.tap('社区')
    await officer.tap('网格员')
    await officer.tap('1 年')
    const worker = await street().phoneOf('coowner')
    const grid = await codeFor(officer, await nameOf(worker))
    await takeRole(worker, grid, '锦绣花园 社区 网格员')
    await worker.reads(/任期到 .+为止/)

    const again = await street().phoneOf('property')
    await again.open('/resident/role-join/index')
    await again.write('code', grid)
    await again.tap('#look')
    await again.reads(/一个邀请码只能用一次/)

    const { held } = (await worker.ask('/me')) as Me
    const grant = held[0]?.grant ?? ''
    await officer.open('/community/roles/index?scope=community&of=jinxiu')
    await officer.tap(`#end-${grant}`)
    await officer.write(`reason-${grant}`, '工作调动')
    await officer.tap(`#sure-${grant}`)
    await officer.tap(`#sure-${grant}-sure`)
    await officer.reads(/已结束/)
    expect(((await worker.ask('/me')) as Me).held).toEqual([])
  })

  test('an officer scans the second factor off the screen, and its first code turns it on', async () => {
    const officer = await street().phoneOf('manager')
    await officer.open('/resident/devices-factor/index')
    await officer.tap('#start-factor')
    const uri = new URL(await readQrCode(officer, '#factor-qr'))
    expect([uri.protocol, uri.searchParams.get('issuer')]).toEqual(['otpauth:', '家园'])
    const secret = uri.searchParams.get('secret') ?? ''
    await officer.reads(secret.replace(/(.{4})(?=.)/g, '$1 '))
    const step = Math.floor((await street().server.now()).getTime() / 30_000)
    await officer.write('factor-code', codeAt(bytesOf(secret), step))
    await officer.tap('#turn-on-factor')
    await officer.reads('备用码只显示这一次。请抄在纸上，收在家里。')
    expect(await stumblesIn(officer)).toEqual([])
  })

  test('who may give nothing is told so, and a wrong code is refused', async () => {
    const resident = await street().phoneOf('resident')
    await resident.open('/community/roles/index')
    await resident.reads('您现在没有可以授予的角色')
    await resident.open('/resident/role-join/index')
    await resident.write('code', '3333-3333-3333')
    expect(await stumblesIn(resident)).toEqual([])
  })
})

interface Me {
  readonly name: string
  readonly held: readonly { readonly grant: string }[]
}

const nameOf = async (phone: Phone): Promise<string> => ((await phone.ask('/me')) as Me).name

/** RFC 4648, as an authenticator reads it. */
function bytesOf(base32: string): Uint8Array {
  const bits = Array.from(base32, (symbol) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol).toString(2).padStart(5, '0'),
  ).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2))
}

async function codeFor(giver: Phone, name: string): Promise<string> {
  await giver.write('invited-name', name)
  await giver.write('ground', '街道任命文件 2026-8 号')
  expect(await stumblesIn(giver)).toEqual([])
  await giver.tap('#make-code')
  await giver.see('#invitation-code').waitFor()
  return (await giver.see('#invitation-code').textContent()) ?? ''
}

async function takeRole(person: Phone, code: string, title: string): Promise<void> {
  await person.open('/resident/role-join/index')
  await person.write('code', code)
  await person.tap('#look')
  await person.reads(title)
  await person.tap('#take-role')
  await person.page.waitForURL('**/pages/me/index*')
  await person.reads(title)
}
