import { screen } from '@testing-library/react'
import { votes, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteConductPage from './index.tsx'
import { figureOf } from './official-form.ts'

const [ITEM] = votesByState.closed.items
if (!ITEM) throw new Error('no item')
const VOTE: Vote = {
  ...votesByState.closed,
  mode: 'official_external',
  official: { name: '北京业主决策平台' },
  items: [ITEM],
  next: { act: 'wait_for_count', missing: ['还没有登记政府平台公布的结果'] },
}

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VoteConductPage, { vote: 'v1' })
}

beforeEach(() => {
  startServer()
  comeAs('committee')
})

const TITLE = `第 1 项 ${ITEM.title}`
const pair = (of: string, heads: string, area: string) => {
  type(`${of}人数`, heads)
  type(`${of}面积`, area)
}

async function copyAll() {
  type('文号', '京表决〔2026〕8号')
  await tap(document.getElementById('official-day') as HTMLElement)
  await tap(button('确定'))
  pair('全体', '100', '10000')
  pair(`${TITLE}参与`, '70', '7000.5')
  pair(`${TITLE}同意`, '60', '6000.5')
  pair(`${TITLE}反对`, '10', '1000')
  pair(`${TITLE}弃权`, '0', '0')
  await tap(screen.getByRole('radio', { name: '通过' }))
}

test('the official figures are copied one by one, and sent as integers', async () => {
  answerTo(votes.recordOfficialResult, { ...VOTE, next: { act: 'confirm_count', missing: [] } })
  await open(VOTE)
  await press('录入官方结果')
  expect(screen.getByText(/请填写官方公布的全体人数和面积/)).toBeInTheDocument()
  await copyAll()
  await press('录入，交两方核对')
  expect(callsOf(votes.recordOfficialResult)).toMatchObject([
    {
      body: {
        total: { heads: 100, areaCenti: 1_000_000 },
        items: [
          {
            ...{ item: 1, participating: { heads: 70, areaCenti: 700_050 }, verdict: 'PASSED' },
            for: { heads: 60, areaCenti: 600_050 },
          },
        ],
        document: '京表决〔2026〕8号',
      },
    },
  ])
  expect(callsOf(votes.recordOfficialResult)[0]?.body).not.toHaveProperty('explanation')
  // Both offices look at it next; until then it may be put right.
  expect(button('核对计票结果')).toBeEnabled()
  await press('更正官方结果')
  expect(screen.getByText('录入“北京业主决策平台”的结果')).toBeInTheDocument()
})

test('what does not add up is refused, and what was copied is still there', async () => {
  const said = { item: 1, axis: '人数', sum: '70 人', participating: '71 人' }
  refuseTo(votes.recordOfficialResult, 'votes.official_sum', said)
  await open(VOTE)
  await press('录入官方结果')
  await copyAll()
  await press('录入，交两方核对')
  expect(screen.getByText(/第 1 项的人数对不上.*填的内容还在/)).toBeInTheDocument()
  expect(field('文号')).toHaveValue('京表决〔2026〕8号')
})

test.each([
  ['60', '6000.5', { heads: 60, areaCenti: 600_050 }],
  ['0', '0', { heads: 0, areaCenti: 0 }],
  ['1', '0.07', { heads: 1, areaCenti: 7 }],
  ['1', '1.005', undefined],
  ['1.5', '1', undefined],
  ['', '1', undefined],
  ['1', '-1', undefined],
])('%s heads and %s m²', (heads, area, figure) => {
  expect(figureOf({ heads, area })).toEqual(figure)
})
