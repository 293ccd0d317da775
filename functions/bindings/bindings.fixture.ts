import { bindings } from '#shared/bindings/contract.ts'
import type { HomeInFull, MyBinding } from '#shared/bindings/views.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { consents } from '#shared/privacy/contract.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { importRegister } from '../register/importing.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Answer, Client, Sending } from '../platform/test-client.fixture.ts'

export const PLACE = { community: 'jinxiu', unit: '3-1-101' }
export const SHARED = { community: 'jinxiu', unit: '3-1-102' }

const HEADER = '楼栋,单元,房号,建筑面积,业主姓名,联系电话,交付状态'
export const ROWS = [
  '3幢,1单元,101,89.57,张三,13300000001,已交付',
  '3幢,1单元,102,101.20,李四、王五,13300000002、13300000003,已交付',
  '3幢,1单元,103,77.00,孙七,13300000004,已交付',
  '3幢,1单元,201,60.00,周八,,已交付',
]
export const PHONES: Readonly<Record<string, string>> = {
  张三: '13300000001',
  李四: '13300000002',
  王五: '13300000003',
  孙七: '13300000004',
}

/** The register a community's office sends in; again with other rows it is the next version. */
export async function importRows(
  { ports }: TestApp,
  rows: readonly string[] = ROWS,
  communityId = 'jinxiu',
): Promise<void> {
  await importRegister(Buffer.from([HEADER, ...rows].join('\n')), {
    table: ports.table,
    communityId,
    now: ports.now(),
    newId: ports.newId,
    hash: (text) => ports.keys.digestText('register', communityId, text),
  })
}

export type BindingApp = TestApp & { readonly close: () => Promise<void> }

/** The app with a register in each community, and a second person in the community office. */
export async function openBindingApp(
  open: Parameters<typeof openTestAppOn>[0],
): Promise<BindingApp> {
  const app = await openTestAppOn(open)
  await importRows(app)
  await importRows(app, ['9幢,1单元,101,89.57,张三,13300000001,已交付'], 'yunxi')
  await addPerson(app.ports, 'colleague_worker', { name: '郑青', roles: ['community'] })
  return app
}

const agree = async (client: Client, purpose: 'agreement' | 'phone'): Promise<void> => {
  await client.send(consents.give, { purpose, version: purposeOf(purpose).version })
}

/** Somebody without a home, who has read and agreed, and given a phone number where one is named. */
export async function newcomer(
  app: TestApp,
  id: string,
  phone?: string,
  roles: readonly Role[] = [],
): Promise<Client> {
  await addPerson(app.ports, id, { name: '', roles })
  const client = await app.as(id)
  await agree(client, 'agreement')
  await agree(client, 'phone')
  if (phone !== undefined) await client.send(bindings.phone, { code: phone })
  return client
}

export const AT = { community: 'jinxiu', building: '3幢', unit: '1单元', room: '101' }

export const claim = (
  by: Client,
  rest: Partial<Sent<typeof bindings.claim>> = {},
  sending: Sending = {},
): Promise<Answer<MyBinding>> => by.send(bindings.claim, { ...AT, name: '张三', ...rest }, sending)

export const look = (by: Client, unit = PLACE.unit): Promise<Answer<HomeInFull>> =>
  by.send(bindings.look, { community: 'jinxiu', unit })

/** The id under which the officers' screens know an owner of the register. */
export async function memberOf(by: Client, name: string, unit = PLACE.unit): Promise<string> {
  const { body } = await look(by, unit)
  return body.owners.find((owner) => owner.name === name)?.member ?? ''
}

export async function confirm(
  by: Client,
  binding: string,
  rest: Partial<Sent<typeof bindings.confirm>> & { readonly name?: string } = {},
  sending: Sending = {},
): Promise<Answer<HomeInFull>> {
  const { name = '张三', ...more } = rest
  const unit = rest.unit ?? PLACE.unit
  const member = rest.member ?? (await memberOf(by, name, unit))
  const evidence = { kind: 'register_match' } as const
  return by.send(
    bindings.confirm,
    { community: 'jinxiu', unit, binding, member, evidence, ...more },
    sending,
  )
}

/** A person whose claim matched and was confirmed. */
export async function verified(
  app: TestApp,
  id: string,
  name = '张三',
  room = '101',
): Promise<{ readonly client: Client; readonly binding: string }> {
  const client = await newcomer(app, id, PHONES[name] ?? '13399999999')
  const { body } = await claim(client, { name, room })
  const done = await confirm(await app.as('committee'), body.binding, { name, unit: body.unit })
  if (done.status !== 200) throw new Error(`confirming was answered ${done.code}`)
  return { client, binding: body.binding }
}
