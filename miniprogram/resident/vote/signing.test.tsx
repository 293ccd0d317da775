import { act, fireEvent, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { votes, type MyHead, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, openPage, press } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VotePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const mine: MyHead = { head: 'h1', areaCenti: 18_957, units: ['1-2-801', '3-1-302'], owners: 1 }
const ballot = {
  ...{ at: '2026-11-21T02:00:00.000Z', channel: 'electronic' as const },
  choices: [{ item: 1, choice: 'for' as const }],
}
const cast: MyHead = { ...mine, ballot }
const voteWith = (...heads: MyHead[]): Vote => ({
  ...votesByState.open,
  standing: 'may_cast',
  heads,
})

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VotePage, { vote: 'v1' })
}

async function fillIn() {
  for (const item of [1, 2]) {
    const choices = screen.getByRole('radiogroup', { name: `对第 ${item} 项的表决` })
    await tap(within(choices).getByRole('radio', { name: '同意' }))
  }
  await press('下一步：核对选票')
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(votes.cast, cast)
})

describe('where the ballot is signed', () => {
  const signing = { ...voteWith(mine), casting: { freshMinutes: 10, signature: true } }
  const pad = () => screen.getByRole('img', { name: '签名框，请用手指写姓名' })
  const at = (x: number, y: number) => ({ touches: [{ clientX: x, clientY: y }] })
  const draw = (...points: readonly (readonly [number, number])[]) =>
    act(() => {
      const [[x, y] = [0, 0], ...rest] = points
      fireEvent.touchStart(pad(), at(x, y))
      for (const [across, down] of rest) fireEvent.touchMove(pad(), at(across, down))
      fireEvent.touchEnd(pad(), { touches: [] })
    })
  /** 十, across the middle of a pad of 500 × 300 px. */
  const sign = () => {
    draw([100, 150], [200, 150], [300, 150], [400, 150])
    draw([250, 60], [250, 120], [250, 180], [250, 240])
  }
  beforeEach(() => {
    const box = { left: 0, top: 0, width: 500, height: 300 } as DOMRect
    jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(box)
  })
  afterEach(() => jest.restoreAllMocks())
  const toReview = async () => {
    await open(signing)
    await fillIn()
    await settled()
  }

  test('it is not cast before a name stands under it, and then the drawing goes with it', async () => {
    await toReview()
    expect(button('确认投票')).toBeDisabled()
    expect(screen.getByText('还没有签名，请在框里手写您的姓名。')).toBeInTheDocument()
    draw([100, 150], [110, 150])
    expect(screen.getByText(/签名太小或笔画太少/)).toBeInTheDocument()
    await press('撤回一笔')
    expect(screen.getByText(/还没有签名/)).toBeInTheDocument()
    sign()
    await press('确认投票')
    const signature = [
      [200, 300, 400, 300, 600, 300, 800, 300],
      [500, 120, 500, 240, 500, 360, 500, 480],
    ]
    expect(callsOf(votes.cast)).toMatchObject([{ body: { head: 'h1', signature } }])
  })

  test('it can be drawn anew, and stays when the choices are looked at once more', async () => {
    await toReview()
    sign()
    await press('返回修改')
    await press('下一步：核对选票')
    expect(button('确认投票')).toBeEnabled()
    await press('清空重写')
    expect(button('确认投票')).toBeDisabled()
  })

  test('a finger that slides off the pad draws along its edge', async () => {
    await toReview()
    draw([100, 150], [900, -50], [250, 600], [-9, 100], [90, 20], [99, 200], [300, 20], [20, 200])
    await press('确认投票')
    const body = callsOf(votes.cast)[0]?.body as { signature: number[][] }
    expect(body.signature[0]?.slice(2, 8)).toEqual([1_000, 0, 500, 600, 0, 200])
  })

  test('a login that is not fresh is asked for over the page; choices and signature go on', async () => {
    answerTo(sessions.secondFactor, { on: false, recoveryLeft: 0 })
    answerTo(sessions.confirm, { confirmedUntil: '2026-11-21T02:10:00.000Z' })
    Taro.setStorageSync('session', {
      ...{ token: 'token', expiresAt: '2027-01-01T00:00:00.000Z', demo: 'demo:resident' },
    })
    refuseTo(votes.cast, 'votes.login_not_fresh', { minutes: 10 })
    await toReview()
    sign()
    await press('确认投票')
    expect(screen.getByRole('dialog', { name: '请确认是您本人' })).toBeInTheDocument()
    expect(callsOf(votes.cast)).toHaveLength(1)
    answerTo(votes.cast, cast)
    answerTo(votes.get, voteWith(cast))
    await press('演示：点一下确认')
    await settled()
    const [once, again] = callsOf(votes.cast)
    expect([again?.body, again?.key]).toEqual([once?.body, once?.key])
    expect(screen.getByText('已收到')).toBeInTheDocument()
  })

  test('who does not confirm has cast nothing, and loses nothing', async () => {
    answerTo(sessions.secondFactor, { on: false, recoveryLeft: 0 })
    refuseTo(votes.cast, 'votes.login_not_fresh', { minutes: 10 })
    await toReview()
    sign()
    await press('确认投票')
    await press('先不做了')
    expect(screen.getByText(/没有确认，所以没有提交/)).toBeInTheDocument()
    expect(button('确认投票')).toBeEnabled()
  })

  test('who has cast may look at their own signature', async () => {
    const signed = { ...cast, ballot: { ...cast.ballot, signed: true } } as MyHead
    const strokes = [[200, 300, 800, 300]]
    answerTo(votes.mySignature, { at: '2026-11-21T02:00:00.000Z', strokes })
    await open(voteWith(signed))
    await press('看我的签名')
    expect(screen.getByRole('img', { name: '我的签名，一共 1 笔' })).toBeInTheDocument()
  })
})
