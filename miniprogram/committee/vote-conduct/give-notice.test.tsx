import { fireEvent, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, openPage, press } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteConductPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

beforeEach(() => {
  startServer()
  comeAs('committee')
})

describe('giving notice', () => {
  const turn = async (field: string, time: string) => {
    await tap(document.getElementById(field) as HTMLElement)
    fireEvent.change(screen.getByRole('textbox'), { target: { value: time } })
    await tap(button('确定'))
  }
  const start = async () => {
    answerTo(votes.giveNotice, votesByState.noticed)
    answerTo(votes.get, votesByState.roll_frozen)
    await openPage(VoteConductPage, { vote: 'v1' })
    await press('公告并定投票时间')
  }

  test('proposes a week that the law allows, and says the earliest', async () => {
    await start()
    expect(screen.getByText(/公告至少 15 天后才能投票，今天公告，最早 12 月 6 日/)).toBeVisible()
    await press('发出公告')
    expect(callsOf(votes.giveNotice)).toMatchObject([
      { body: { opensAt: '2026-12-07T01:00:00.000Z', closesAt: '2026-12-14T01:00:00.000Z' } },
    ])
    expect(screen.getByText(/公告期未满，12 月 7 日（周一）09:00 开始投票/)).toBeInTheDocument()
  })

  test('a time that is turned to is one of Shanghai, whatever the phone’s zone', async () => {
    await start()
    await turn('opens', '2026 12 10 14')
    expect(screen.getByText(/12 月 10 日（周四）14:00 开始，12 月 17 日.*一共 7 天/)).toBeVisible()
    await turn('closes', '2026 12 12 14')
    await press('发出公告')
    expect(callsOf(votes.giveNotice)).toMatchObject([
      { body: { opensAt: '2026-12-10T06:00:00.000Z', closesAt: '2026-12-12T06:00:00.000Z' } },
    ])
  })

  test('a window the rules do not take cannot be sent, and says why', async () => {
    await start()
    await turn('closes', '2026 12 07 10')
    expect(button('发出公告')).toBeDisabled()
    expect(screen.getByText('投票时间至少要有 1 天，请推迟截止时间。')).toBeInTheDocument()
  })

  test('a refusal of the server stands where it was asked, and the times stay', async () => {
    await start()
    refuseTo(votes.giveNotice, 'votes.notice_too_short', {
      days: 15,
      earliest: '12 月 8 日（周二）',
    })
    await turn('opens', '2026 12 07 11')
    await press('发出公告')
    expect(screen.getByText(/最早是 12 月 8 日（周二）/)).toBeInTheDocument()
    expect(document.getElementById('opens')).toHaveTextContent('12 月 7 日（周一）11:00')
  })

  test('sent again after a lost answer it has the same key; with other times another', async () => {
    await start()
    loseAnswersTo(votes.giveNotice)
    await press('发出公告')
    await press('发出公告')
    const same = new Set(callsOf(votes.giveNotice).map(({ key }) => key))
    expect(same.size).toBe(1)
    await turn('opens', '2026 12 09 09')
    await press('发出公告')
    expect(same.has(callsOf(votes.giveNotice).at(-1)?.key)).toBe(false)
  })
})
