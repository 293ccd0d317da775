import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { messages } from '#shared/messages/contract.ts'
import { consents, type Consent } from '#shared/privacy/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, settled, startServer } from '../../server.fixture.ts'
import { AskNote } from './ask-note.tsx'
import { useAskToTell } from './use-ask-to-tell.ts'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const ITEMS = [
  { template: 'complaint_progress', title: '投诉进度提醒', id: 'weixin-1', credits: 0 },
  { template: 'complaint_moved', title: '投诉转办通知', id: 'weixin-2', credits: 1 },
  { template: 'complaint_result', title: '投诉处理结果通知', id: 'weixin-1', credits: 0 },
  { template: 'emergency', title: '紧急事件通知', id: 'weixin-3', credits: 0 },
]
const order: string[] = []

function Form() {
  const asking = useAskToTell(['complaint_progress', 'complaint_moved', 'complaint_result'])
  const submit = () => {
    void asking.ask()
    order.push('submitted')
  }
  return (
    <>
      <AskNote note={asking.note} />
      <button onClick={submit}>提交</button>
    </>
  )
}

const standing = (state: Consent['state']): Consent => ({ purpose: 'notices', state, mayAsk: true })
const weixinSays = (results: Readonly<Record<string, string>> | Error): void => {
  jest.mocked(Taro.requestSubscribeMessage).mockImplementation((() => {
    order.push('asked')
    return results instanceof Error ? Promise.reject(results) : Promise.resolve(results)
  }) as never)
}

async function submit(state: Consent['state'] = 'given'): Promise<void> {
  answerTo(consents.mine, { items: [standing(state)] })
  render(<Form />)
  await settled()
  await settled()
  await tap(screen.getByText('提交'))
  await settled()
  await settled()
}

beforeEach(() => {
  Object.assign(globalThis, { __TARGET__: 'weapp' })
  startServer()
  comeAs('owner')
  order.length = 0
  answerTo(messages.credits, { items: ITEMS })
  answerTo(messages.answered, { items: ITEMS })
  answerTo(consents.give, { items: [standing('given')] })
  weixinSays({ 'weixin-1': 'accept', 'weixin-2': 'reject', errMsg: 'ok' })
})
afterEach(() => Object.assign(globalThis, { __TARGET__: 'h5' }))

test('WeChat is asked within the tap, before anything else, each template once', async () => {
  await submit()
  expect(order).toEqual(['asked', 'submitted'])
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith({
    tmplIds: ['weixin-1', 'weixin-2'],
    entityIds: [],
  })
})

test('what was answered is told to the server, once for each, under a key', async () => {
  await submit()
  const [told] = callsOf(messages.answered)
  expect(told?.body).toEqual({
    answers: [
      { template: 'complaint_progress', result: 'accept' },
      { template: 'complaint_moved', result: 'reject' },
    ],
  })
  expect(told?.key).toMatch(/^\w{28}$/)
  expect(callsOf(consents.give)).toEqual([])
})

test('the first yes is the consent that the sentence beside the button speaks of', async () => {
  await submit('none')
  expect(screen.getByText(/点“允许”，就是同意有进展时用微信告诉您/)).toBeInTheDocument()
  expect(callsOf(consents.give)[0]?.body).toEqual({ purpose: 'notices', version: 1 })
  expect(callsOf(messages.answered)).toHaveLength(1)
})

test('a no is no consent', async () => {
  weixinSays({ 'weixin-1': 'reject', 'weixin-2': 'reject' })
  await submit('none')
  expect(callsOf(consents.give)).toEqual([])
  expect(callsOf(messages.answered)).toHaveLength(1)
})

test.each(['refused', 'withdrawn'] as const)('%s: nobody is asked, and told why', async (state) => {
  await submit(state)
  expect(order).toEqual(['submitted'])
  expect(screen.getByText(/您关了微信提醒/)).toBeInTheDocument()
})

test('where WeChat cannot ask, submitting goes on', async () => {
  weixinSays(new Error('requestSubscribeMessage:fail 20004'))
  await submit()
  expect(order).toEqual(['asked', 'submitted'])
  expect(callsOf(messages.answered)).toEqual([])
})

test('an answer that nobody knows is not told of', async () => {
  weixinSays({ 'weixin-1': 'perhaps' })
  await submit()
  expect(callsOf(messages.answered)).toEqual([])
})

test('where the app has no templates nothing is asked or said', async () => {
  answerTo(messages.credits, { items: [] })
  await submit()
  expect(order).toEqual(['submitted'])
  expect(screen.queryByText(/微信/)).toBeNull()
})

test('in a browser nothing is asked, not even the server, and it says so', async () => {
  Object.assign(globalThis, { __TARGET__: 'h5' })
  await submit()
  expect(order).toEqual(['submitted'])
  expect(callsOf(messages.credits)).toEqual([])
  expect(screen.getByText(/浏览器里收不到微信提醒/)).toBeInTheDocument()
})
