import { render, screen } from '@testing-library/react'
import { bindings } from '#shared/bindings/contract.ts'
import type { Representation } from '#shared/bindings/views.ts'
import { homeWith, representation } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import HomeRepresentativePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const [me, other] = representation.owners
if (!me || !other) throw new Error('the fixture has two owners')
const proposed: Representation = {
  owners: [me, { ...other, consented: true }],
  proposal: { proposal: 'r1', member: 'm2', at: '2026-11-20T02:00:00.000Z' },
}
const effective: Representation = {
  owners: [
    { ...me, consented: true },
    { ...other, consented: true },
  ],
  representative: 'm2',
}

const homeOf = (one: Representation) => homeWith({ relation: 'co_owner', representation: one })

async function open(one: Representation) {
  answerTo(bindings.home, homeOf(one))
  openWith({ community: 'c1', unit: '1-2-801' })
  render(<HomeRepresentativePage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('a co-owner proposes one of them, and consents by it', async () => {
  answerTo(bindings.propose, homeOf(proposed))
  await open(representation)
  expect(screen.getByText(/所有人都同意才生效/)).toBeInTheDocument()
  expect(screen.getByText('请先选一位')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '李*' }))
  await press('propose')
  expect(callsOf(bindings.propose)).toMatchObject([{ body: { member: 'm2' } }])
  expect(screen.getByText(/正在推选李\*，还差 1 位共有人同意/)).toBeInTheDocument()
})

test('whose consent is missing gives it, by name', async () => {
  answerTo(bindings.consent, homeOf(effective))
  await open(proposed)
  await tap(screen.getByRole('button', { name: '同意由李*代表投票' }))
  await settled()
  expect(callsOf(bindings.consent)).toMatchObject([{ body: { proposal: 'r1' } }])
  expect(screen.getByText('现在由李*代表所有共有人投票。')).toBeInTheDocument()
})

test('a representation is revoked after a second question', async () => {
  answerTo(bindings.revoke, homeOf(representation))
  await open(effective)
  await press('revoke')
  expect(callsOf(bindings.revoke)).toHaveLength(0)
  await press('revoke-sure')
  expect(callsOf(bindings.revoke)).toHaveLength(1)
  expect(screen.queryByText('产权代表')).toBeNull()
})

test('a proposal that changed meanwhile is told, and looked at again', async () => {
  refuseTo(bindings.consent, 'bindings.owners_changed')
  await open(proposed)
  await press('consent')
  expect(screen.getByText(/产权人有变动，原来的提名作废/)).toBeInTheDocument()
  answerTo(bindings.home, homeOf(representation))
  await tap(screen.getByRole('button', { name: '刷新' }))
  await settled()
  expect(document.getElementById('consent')).toBeNull()
})

test('who owns alone needs none', async () => {
  answerTo(bindings.home, homeWith())
  openWith({ community: 'c1', unit: '1-2-801' })
  render(<HomeRepresentativePage />)
  await settled()
  await settled()
  expect(screen.getByText('这套房只有一位业主')).toBeInTheDocument()
})
