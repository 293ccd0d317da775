import { bindings } from '#shared/bindings/contract.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { AT, memberOf, newcomer, PLACE, verified } from '../bindings/bindings.fixture.ts'
import type { TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'

type Naming = Partial<Sent<typeof bindings.invite>>
const HELPER = { name: '李小花', tie: 'neighbour' } as const

/** Another home of the register, of 周八, who has no phone. */
export const PHONELESS = { community: 'jinxiu', unit: '3-1-201' }

/** 张三 of 3-1-101, verified, and somebody they named who has accepted. */
export async function helped(app: TestApp, naming: Naming = {}) {
  const { client: owner } = await verified(app, 'zhang')
  const { body } = await offer(owner, naming)
  const helper = await newcomer(app, 'helper')
  const accepted = await accept(helper, body.secret)
  return { owner, helper, binding: accepted.body.binding }
}

export const offer = (by: Client, naming: Naming = {}) =>
  by.send(bindings.invite, { ...PLACE, relation: 'helper', helper: HELPER, ...naming })

const accept = (by: Client, secret: string, room = '101') =>
  by.send(bindings.redeem, { ...AT, room, name: HELPER.name, secret })

/** The community worker has seen 周八's consent on paper; the helper has accepted. */
export async function helpedOnPaper(app: TestApp, id = 'paper_helper') {
  const worker = await app.as('community')
  const { body } = await worker.send(bindings.issue, {
    ...PHONELESS,
    relation: 'helper',
    helper: { ...HELPER, tie: 'volunteer' },
    member: await memberOf(worker, '周八', PHONELESS.unit),
    evidence: { kind: 'written_consent' },
  })
  const helper = await newcomer(app, id)
  await accept(helper, body.secret, '201')
  return helper
}
