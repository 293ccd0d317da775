import { fireEvent, render, screen } from '@testing-library/react'
import { votes, type MyHead, type Vote } from '#shared/votes/contract.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteMandatePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const mine: MyHead = { head: 'h1', areaCenti: 18_957, units: ['1-2-801', '3-1-302'], owners: 1 }
const mandate: Mandate = {
  ...{ mandate: 'm1', head: 'h1', units: mine.units, areaCenti: mine.areaCenti },
  ...{ state: 'offered', way: 'app', principal: '张*', agent: '李*' },
  givenAt: '2026-11-20T02:00:00.000Z',
}
const held: Mandate = {
  ...{ ...mandate, mandate: 'm2', head: 'h2', units: ['2-1-101'], areaCenti: 8_957 },
  ...{ state: 'accepted', principal: '王**', choices: [{ item: 2, choice: 'against' }] },
}
const acting: MyHead = {
  ...{ head: 'h2', areaCenti: 8_957, units: ['2-1-101'], owners: 1 },
  actsFor: { mandate: 'm2', principal: '王**' },
}

async function open(vote: Vote, given: Mandate[] = [], taken: Mandate[] = []) {
  answerTo(votes.get, vote)
  answerTo(votes.myMandates, { given, held: taken })
  openWith({ vote: 'v1' })
  render(<VoteMandatePage />)
  await settled()
  await settled()
}
const voteWith = (...heads: MyHead[]): Vote => ({ ...votesByState.open, heads })
const type = (id: string, value: string) =>
  fireEvent.change(document.getElementById(id) as HTMLElement, { target: { value } })
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('where the rules want it, every item is written down before a mandate can be given', async () => {
  answerTo(votes.giveMandate, { mandate, secret: '34679-ACDEF' })
  answerTo(votes.get, voteWith(mine))
  answerTo(votes.myMandates, { given: [], held: [], opinion: 'required' })
  openWith({ vote: 'v1' })
  render(<VoteMandatePage />)
  await settled()
  await settled()
  await press('give-h1')
  expect(screen.queryByRole('radio', { name: '由受托人决定' })).toBeNull()
  type('agent', '李芳')
  expect(screen.getByText('请写明每一项的意见')).toBeInTheDocument()
  for (const one of screen.getAllByRole('radio', { name: '同意' })) await tap(one)
  await press('give')
  expect(callsOf(votes.giveMandate)).toMatchObject([
    { body: { choices: [{ item: 1 }, { item: 2, choice: 'for' }] } },
  ])
})

test('an owner names somebody and an opinion, and is shown the code once', async () => {
  answerTo(votes.giveMandate, { mandate, secret: '34679-ACDEF' })
  await open(voteWith(mine))
  await press('give-h1')
  expect(screen.getByText('请写受托人姓名')).toBeInTheDocument()
  type('agent', ' 李芳 ')
  const [, second] = screen.getAllByRole('radio', { name: '反对' })
  await tap(second as HTMLElement)
  await press('give')
  expect(callsOf(votes.giveMandate)).toMatchObject([
    { body: { head: 'h1', agent: '李芳', choices: [{ item: 2, choice: 'against' }] } },
  ])
  expect(screen.getByText('34679-ACDEF')).toBeInTheDocument()
  answerTo(votes.myMandates, { given: [mandate], held: [] })
  answerTo(votes.get, voteWith({ ...mine, mandate }))
  await press('told')
  await settled()
  expect(screen.getByText('您已委托李*，等对方输入委托码接受。')).toBeInTheDocument()
  expect(document.getElementById('give-h1')).toBeNull()
})

test('a refusal stands where it was typed, and nothing of it is lost', async () => {
  refuseTo(votes.giveMandate, 'votes.agent_gives_none')
  await open(voteWith(mine))
  await press('give-h1')
  type('agent', '李芳')
  await press('give')
  expect(screen.getByText(/不能再把自己的票委托出去/)).toBeInTheDocument()
  expect(document.getElementById('agent')).toHaveValue('李芳')
})

test('a mandate is revoked after a second question, and not once it was used', async () => {
  answerTo(votes.endMandate, { ...mandate, state: 'ended' })
  await open(voteWith({ ...mine, mandate }), [{ ...mandate, state: 'accepted' }])
  expect(screen.getByText(/投票之前您随时可以撤回/)).toBeInTheDocument()
  await press('revoke-m1')
  expect(callsOf(votes.endMandate)).toHaveLength(0)
  await press('revoke-m1-sure')
  expect(callsOf(votes.endMandate)).toMatchObject([{ body: { head: 'h1' } }])
})

test('what was used is said so, and can only be outdone by the own ballot', async () => {
  await open(voteWith({ ...mine, mandate }), [{ ...mandate, state: 'used' }])
  expect(screen.getByText(/李\*已经替您投票。您还可以本人投/)).toBeInTheDocument()
  expect(document.getElementById('revoke-m1')).toBeNull()
})

test('an agent sees for whom, how much and what is to be said, and gives it back', async () => {
  answerTo(votes.endMandate, { ...held, state: 'ended' })
  await open(voteWith(acting), [], [held])
  expect(screen.getByText('受王**委托')).toBeInTheDocument()
  expect(screen.getByText('第 2 项反对。请照业主的意见投')).toBeInTheDocument()
  expect(document.getElementById('cast-m2')).not.toBeNull()
  await press('return-m2')
  await press('return-m2-sure')
  expect(callsOf(votes.endMandate)).toMatchObject([{ body: { head: 'h2' } }])
})

test('why an agent cannot cast is said', async () => {
  const blocked = { code: 'votes.principal_has_cast', detail: '业主本人已经投票。' }
  await open(voteWith({ ...acting, blocked }), [], [held])
  expect(screen.getByText('业主本人已经投票。')).toBeInTheDocument()
  expect(document.getElementById('cast-m2')).toBeNull()
})

test('a code is accepted, and a wrong one explained', async () => {
  refuseTo(votes.acceptMandate, 'votes.mandate_code_wrong')
  await open(voteWith(mine))
  expect(screen.getByText('请输入 10 位委托码')).toBeInTheDocument()
  type('secret', '34679-acdef')
  await press('accept')
  expect(screen.getByText(/委托码不对，请和业主核对/)).toBeInTheDocument()
  expect(document.getElementById('secret')).toHaveValue('34679-acdef')
  answerTo(votes.acceptMandate, held)
  answerTo(votes.myMandates, { given: [], held: [held] })
  await press('accept')
  await settled()
  expect(screen.getByText('受王**委托')).toBeInTheDocument()
})

test('after the close nothing is given or taken on', async () => {
  await open(votesByState.closed)
  expect(screen.getByText(/现在不能办理/)).toBeInTheDocument()
  expect(document.getElementById('accept')).toBeNull()
})
