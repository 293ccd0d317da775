import { render, screen } from '@testing-library/react'
import { agreementOf } from '#shared/privacy/agreement.ts'
import { consents, privacy, type Consents } from '#shared/privacy/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { AgreementGate } from './agreement-gate.tsx'

const standing = (state: Consents['items'][number]['state']): Consents => ({
  items: [{ purpose: 'agreement', state, mayAsk: false }],
})
const collected = jest.fn()
function Collects() {
  collected()
  return <p>认领房屋</p>
}
async function open(state: Consents['items'][number]['state']): Promise<void> {
  answerTo(consents.mine, standing(state))
  render(
    <AgreementGate>
      <Collects />
    </AgreementGate>,
  )
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(privacy.agreement, agreementOf({ name: '运营方', contact: '社区' }))
  answerTo(consents.give, standing('given'))
  answerTo(consents.refuse, standing('refused'))
})

test('what was agreed to is not asked again', async () => {
  await open('given')
  expect(screen.getByText('认领房屋')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '同意并继续' })).toBeNull()
})

test.each(['none', 'refused', 'withdrawn', 'outdated'] as const)(
  '%s: what collects is not even drawn before a yes',
  async (state) => {
    await open(state)
    expect(collected).not.toHaveBeenCalled()
    for (const word of ['收集什么', '保存多久', '给谁看', '以后撤回']) {
      expect(screen.getByText(word)).toBeInTheDocument()
    }
    await tap(screen.getByRole('button', { name: '同意并继续' }))
    await settled()
    expect(callsOf(consents.give)[0]?.body).toEqual({ purpose: 'agreement', version: 1 })
    expect(screen.getByText('认领房屋')).toBeInTheDocument()
  },
)

test('a new version says that it is one', async () => {
  await open('outdated')
  expect(screen.getByRole('alert')).toHaveTextContent('规则有更新')
})

test('after a no nothing was collected, it says what can still be done, and the way back is open', async () => {
  await open('none')
  await tap(screen.getByRole('button', { name: '不同意' }))
  await settled()
  expect(collected).not.toHaveBeenCalled()
  expect(screen.getByText(/不同意也可以看公告/)).toBeInTheDocument()
  await tap(screen.getByRole('button', { name: '再看一遍规则' }))
  expect(screen.getByRole('button', { name: '同意并继续' })).toBeInTheDocument()
})

test('a text that changed meanwhile is told, and nothing is given', async () => {
  refuseTo(consents.give, 'privacy.version_outdated')
  await open('none')
  await tap(screen.getByRole('button', { name: '同意并继续' }))
  await settled()
  expect(screen.getByRole('alert')).toHaveTextContent('说明刚刚更新')
  expect(collected).not.toHaveBeenCalled()
})
