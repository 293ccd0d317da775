import { screen } from '@testing-library/react'
import { communities } from '#shared/communities/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { BEIJING } from '#shared/votes/profiles/cities.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { community, voteWith } from '../../votes.fixture.ts'
import VoteDraftPage from './index.tsx'

const PLACES = [
  {
    ...{ building: '2', name: '2幢', homes: 8 },
    entrances: [
      { entrance: '1', name: '2幢1单元', homes: 4 },
      { entrance: '2', name: '2幢2单元', homes: 4 },
    ],
  },
  {
    building: '3',
    name: '3幢',
    homes: 6,
    entrances: [{ entrance: '1', name: '3幢1单元', homes: 6 }],
  },
]
const row = (id: string) => document.getElementById(id) as HTMLElement

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(communities.get, community)
  answerTo(votes.places, { places: PLACES })
  answerTo(votes.get, voteWith())
  answerTo(votes.redraft, voteWith())
})

const openDraft = () => openPage(VoteDraftPage, { vote: 'v1' })

test('the whole community until somebody chooses a part', async () => {
  await openDraft()
  expect(screen.getByRole('radio', { name: '全小区' })).toBeChecked()
  expect(callsOf(votes.places)).toEqual([])
  await press('保存草稿')
  expect(callsOf(votes.redraft)[0]?.body).not.toHaveProperty('scope')
})

test('buildings whole, or entrance by entrance; nothing chosen is not saved', async () => {
  await openDraft()
  await tap(screen.getByRole('radio', { name: '只涉及部分楼栋、单元' }))
  expect(screen.getByText('请选择涉及的楼栋、单元')).toBeInTheDocument()
  await tap(row('place-2-2'))
  await tap(row('place-3'))
  // A building of one entrance is chosen whole.
  expect(row('place-3-1')).toBeNull()
  await press('保存草稿')
  const scope = [{ building: '2', entrance: '2' }, { building: '3' }]
  expect(callsOf(votes.redraft)).toMatchObject([{ body: { scope } }])
})

test('a whole building takes its entrances in, and leaves none behind', async () => {
  await openDraft()
  await tap(screen.getByRole('radio', { name: '只涉及部分楼栋、单元' }))
  await tap(row('place-2-1'))
  await tap(row('place-2'))
  expect(row('place-2-1')).toBeNull()
  await press('保存草稿')
  expect(callsOf(votes.redraft)).toMatchObject([{ body: { scope: [{ building: '2' }] } }])
})

test('without a register, and where it cannot be read, it says so', async () => {
  answerTo(votes.places, { places: [] })
  await openDraft()
  await tap(screen.getByRole('radio', { name: '只涉及部分楼栋、单元' }))
  expect(screen.getByText(/还没有导入房屋名册/)).toBeInTheDocument()
})

test('a place that left the register is refused, and what was chosen is still there', async () => {
  refuseTo(votes.redraft, 'votes.scope_unknown', { place: '3栋' })
  await openDraft()
  await tap(screen.getByRole('radio', { name: '只涉及部分楼栋、单元' }))
  await tap(row('place-3'))
  await press('保存草稿')
  expect(screen.getByText(/房屋名册里没有“3栋”.*写的内容还在/)).toBeInTheDocument()
  expect(row('place-3')).toHaveAttribute('aria-checked', 'true')
})

test('once a roll was published it stands as it is', async () => {
  const scope = {
    places: [{ building: '2', name: '2幢' }],
    sentence: '只涉及2幢，共 8 人、800 ㎡。',
  }
  answerTo(votes.get, voteWith({ state: 'roll_published', scope }))
  await openDraft()
  expect(screen.getByText('只涉及2幢，共 8 人、800 ㎡。')).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: '全小区' })).toBeNull()
})

describe('in the government’s system', () => {
  test('names it before it is saved', async () => {
    const { id, name, version, fictitious } = BEIJING
    const profile = { id, name, version, fictitious }
    answerTo(votes.get, voteWith({ mode: 'official_external', profile }))
    await openDraft()
    expect(screen.getByText('请填写平台名称')).toBeInTheDocument()
    type('平台名称', '北京业主决策平台')
    type('网址', 'http://example.cn')
    expect(button('保存草稿')).toBeDisabled()
    type('网址', 'https://example.gov.cn/vote')
    await press('保存草稿')
    expect(callsOf(votes.redraft)).toMatchObject([
      { body: { official: { name: '北京业主决策平台', link: 'https://example.gov.cn/vote' } } },
    ])
  })

  test('no other vote has one', async () => {
    await openDraft()
    expect(screen.queryByText('在哪个政府平台投票')).toBeNull()
  })
})
