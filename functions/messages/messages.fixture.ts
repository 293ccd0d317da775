import { consents } from '#shared/privacy/contract.ts'
import { messages as contract, type AskResult, type Message } from '#shared/messages/contract.ts'
import type { TemplateKey } from '#shared/messages/templates.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { ledgersOf } from './ledgers.ts'
import { messages, type Told } from './offers.ts'
import { inboxOf } from './repository.ts'
import { messageIdOf, type StoredMessage } from './stored.ts'

export const PROGRESS_ID = 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc'
const EMERGENCY_ID = '9nLIlbOQZC5Y89AZteFEux3WCXRRRG5Wfzkpssu4bLI'
/** `complaint_result` is applied for under the same template of WeChat's; `complaint_duty` not at all. */
const TEMPLATES = {
  complaint_progress: { id: PROGRESS_ID, keys: { thing2: 'thing8' } },
  complaint_result: { id: PROGRESS_ID, keys: {} },
  emergency: { id: EMERGENCY_ID, keys: {} },
}

export const TOLD: Omit<Told, 'person'> = {
  event: 'complaint JX7K2M94 3',
  template: 'complaint_progress',
  subject: { kind: 'complaint', id: 'JX7K2M94', community: 'jinxiu' },
  title: '楼道漏水',
  words: '物业已受理，刘*会在 11 月 25 日 18:00 前答复。',
  at: '2026-11-24T01:59:00.000Z',
  number: 'JX7-K2M-94',
}

export interface MessageWorld extends TestApp {
  /** Whom everything below is about: somebody new for each test, who agrees to be told by WeChat. */
  readonly me: { readonly person: string; readonly client: Client }
  /** Somebody new, at the first moment, to whom WeChat has said nothing. */
  begin(): Promise<void>
  tell(told?: Partial<Told>): Promise<void>
  /** WeChat's question is answered, and the phone tells of it. */
  answer(result: AskResult, template?: TemplateKey, key?: string): Promise<void>
  inbox(client?: Client): Promise<readonly Message[]>
  stored(event?: string, person?: string): Promise<StoredMessage | undefined>
  credits(templateId?: string): Promise<number>
  close(): Promise<void>
}

type Open = Parameters<typeof openTestAppOn>[0]
let made = 0

export async function openMessageWorld(open: Open): Promise<MessageWorld> {
  const app = await openTestAppOn(open, {
    templates: TEMPLATES,
    push: { appid: 'wx8f16a5be77871234', token: 'T' },
  })
  const { ports, weixin, clock } = app
  const { table } = ports
  const begun = clock.now
  let me: MessageWorld['me'] = { person: 'resident', client: await app.as('resident') }
  return {
    ...app,
    get me() {
      return me
    },
    async begin() {
      clock.now = begun
      weixin.sent.length = 0
      weixin.sending.length = 0
      const person = `person-${(made += 1)}`
      await addPerson(ports, person, { name: '沈安' })
      me = { person, client: await app.as(person) }
      for (const purpose of ['agreement', 'notices'] as const) {
        await me.client.send(consents.give, { purpose, version: purposeOf(purpose).version })
      }
    },
    tell: (told = {}) => messages(ports).tell({ ...TOLD, person: me.person, ...told }),
    async answer(result, template = 'complaint_progress', key = `answer-${(made += 1)}`) {
      await me.client.send(contract.answered, { answers: [{ template, result }] }, { key })
    },
    inbox: async (client = me.client) => (await client.send(contract.list, {})).body.items,
    stored: async (event = TOLD.event, person = me.person) =>
      (await inboxOf(table, person).find(messageIdOf(event)))?.stored,
    credits: async (templateId = PROGRESS_ID) =>
      (await ledgersOf(table, me.person).find(templateId)).credits,
  }
}
