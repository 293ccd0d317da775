import { fireEvent, render, screen } from '@testing-library/react'
import { photos } from '#shared/photos/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import type { PaperLine, SheetInHand } from '#shared/votes/papers/terms.ts'
import { checkOf } from '#shared/kernel/public-number.ts'
import { choosePhotos, sendPhoto } from '#miniprogram/platform/upload.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VotePaperDeskPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  choosePhotos: jest.fn(),
  sendPhoto: jest.fn(),
  absolute: (url: string) => url,
}))

const CODE = `3-1 KM7XR4PC${checkOf('KM7XR4PC')}`
const line: PaperLine = {
  ...{ place: 3, serial: '3-1', units: ['1-1-103'], areaCenti: 8_957, state: 'issued' },
  issued: { at: '2026-11-20T02:00:00.000Z', way: 'door' },
}
const back: PaperLine = {
  ...{ ...line, state: 'returned', entry: 'none', enteredByMe: false },
  returned: { at: '2026-11-21T02:00:00.000Z', late: false },
}
const AGENTS = [{ mandate: 'm1', agent: '赵*', principal: 2 }]
const sheet = (now: PaperLine): SheetInHand => ({
  ...{ line: now, owners: ['李*', '王*'], representative: 1, agents: AGENTS },
})

/** The desk with a sheet in hand. */
async function start(now: PaperLine) {
  answerTo(votes.get, { ...votesByState.open, mode: 'paper_assisted', paper: true })
  answerTo(votes.lookAtSheet, sheet(now))
  openWith({ vote: 'v1' })
  render(<VotePaperDeskPage />)
  await settled()
  type('code', CODE.toLowerCase())
  await press('look')
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const type = (id: string, value: string) =>
  fireEvent.change(document.getElementById(id) as HTMLElement, { target: { value } })
const choose = async (name: string, nth = 0) =>
  tap(screen.getAllByRole('radio', { name })[nth] as HTMLElement)

beforeEach(() => {
  startServer()
  comeAs('committee')
})

test('a code that is not whole is not asked for', async () => {
  answerTo(votes.get, votesByState.open)
  openWith({ vote: 'v1' })
  render(<VotePaperDeskPage />)
  await settled()
  type('code', '3-1 KM7')
  expect(screen.getByText('请输入完整的票号和验证码')).toBeInTheDocument()
})

test('taken in, then entered: item by item, blank and signature said as they are seen', async () => {
  await start(line)
  answerTo(votes.returnSheet, back)
  await press('take-back')
  expect(screen.getByText('第 1 项还没有录')).toBeInTheDocument()
  await choose('同意', 0)
  await choose('没有选', 1)
  expect(screen.getByText('请选有没有签名')).toBeInTheDocument()
  await choose('有签名：王*')
  answerTo(votes.enterSheet, { outcome: 'first', line: { ...back, entry: 'one' } })
  await press('enter')
  expect(callsOf(votes.enterSheet)).toMatchObject([
    {
      body: {
        ...{ signed: true, signer: 2 },
        marks: [
          { item: 1, choice: 'for' },
          { item: 2, choice: 'blank' },
        ],
      },
    },
  ])
  expect(screen.getByText('3-1 号录好了，请由另一个人再录一次。')).toBeInTheDocument()
  expect(document.getElementById('code')).toHaveValue('')
})

test('a photo may be taken before it is entered: sealed, at most three, and it may be left out', async () => {
  await start(line)
  answerTo(votes.returnSheet, { ...back, toPhotograph: true })
  await press('take-back')
  expect(document.getElementById('keep-photos')).toBeNull()
  answerTo(votes.addSheetPhoto, { photo: 'ph1', maxBytes: 10, form: { url: '/f', fields: {} } })
  jest.mocked(choosePhotos).mockResolvedValue([{ path: 'wx://a.jpg', bytes: 10 }])
  jest.mocked(sendPhoto).mockResolvedValue(undefined)
  await press('add-photo')
  expect(choosePhotos).toHaveBeenCalledWith(3)
  expect(callsOf(photos.add)).toEqual([])
  await choose('同意', 0)
  await choose('同意', 1)
  await choose('没有有效的签名')
  expect(screen.getByText('照片还没有存下，先存下或去掉')).toBeInTheDocument()
  refuseTo(votes.photographSheet, 'votes.sheet_photo_unready')
  await press('keep-photos')
  expect(screen.getByText(/照片还没有传完/)).toBeInTheDocument()
  answerTo(votes.photographSheet, { ...back, photos: 1, photosOpen: false })
  await press('keep-photos')
  const sent = callsOf(votes.photographSheet)
  expect(sent[1]?.body).toMatchObject({ photos: ['ph1'] })
  expect(sent[1]?.key).toBe(sent[0]?.key)
  expect(screen.getByText(/已存 1 张。两个人都录入以后才能看/)).toBeInTheDocument()
  expect(document.getElementById('see-photos')).toBeNull()
  expect(document.getElementById('enter')).not.toHaveClass('off')
})

test('two entries differ: the photo may be looked at, by a tap; a refusal is said', async () => {
  await start({ ...back, entry: 'differs', photos: 1, photosOpen: true })
  expect(callsOf(votes.sheetPhotos)).toEqual([])
  refuseTo(votes.sheetPhotos, 'votes.sheet_photo_too_early')
  await press('see-photos')
  expect(screen.getByText(/录入的人才能看，其他经办人要等投票截止/)).toBeInTheDocument()
  const shown = { serial: '3-1', takenAt: '2026-11-21T02:00:00.000Z' }
  answerTo(votes.sheetPhotos, { ...shown, photos: [{ url: '/blobs/x', sha256: 'a'.repeat(64) }] })
  await press('see-photos')
  expect(callsOf(votes.sheetPhotos)[1]?.body).toMatchObject({ serial: '3-1' })
  expect(document.querySelector('img')).toHaveAttribute('src', '/blobs/x')
  expect(screen.getByText(/以原件为准/)).toBeInTheDocument()
})

test('two that differ: said, without what the other one entered', async () => {
  await start({ ...back, entry: 'one' })
  await choose('反对', 0)
  await choose('反对', 1)
  await choose('没有有效的签名')
  answerTo(votes.enterSheet, { outcome: 'differs', line: { ...back, entry: 'differs' } })
  await press('enter')
  expect(callsOf(votes.enterSheet)[0]?.body).toMatchObject({ signed: false })
  expect(screen.getByText(/两次录入不一致。可以由第三个人录一次/)).toBeInTheDocument()
})

test('signed by an agent: by which mandate, for whom', async () => {
  await start(back)
  await choose('同意', 0)
  await choose('同意', 1)
  await choose('代理人 赵* 代 王* 签名')
  answerTo(votes.enterSheet, { outcome: 'settled', line: { ...back, entry: 'settled' } })
  await press('enter')
  const [sent] = callsOf(votes.enterSheet)
  expect(sent?.body).toMatchObject({ signed: true, mandate: 'm1' })
  expect(sent?.body).not.toHaveProperty('signer')
})

test('a refusal keeps what was chosen', async () => {
  await start(back)
  await choose('同意', 0)
  await choose('弃权', 1)
  await choose('有签名：李*')
  refuseTo(votes.enterSheet, 'votes.intake_finished')
  await press('enter')
  expect(screen.getByText(/已经由业委会和社区核对完毕/)).toBeInTheDocument()
  expect(screen.getAllByRole('radio', { name: '同意' })[0]).toBeChecked()
})

test.each([
  [{ ...back, entry: 'one' as const, enteredByMe: true }, /请交给另一个人录第二次/],
  [{ ...back, entry: 'settled' as const }, /已经由两个人录入一致/],
  [{ ...back, returned: { at: '2026-11-21T02:00:00.000Z', late: true } }, /只登记、不计票/],
  [
    {
      ...{ ...line, state: 'void' as const },
      struck: { at: '2026-11-21T02:00:00.000Z', as: 'void' as const, reason: '填错了' },
    },
    /已经作废（填错了）/,
  ],
])('nothing to enter: %#', async (now, said) => {
  await start(now)
  expect(screen.getByText(said)).toBeInTheDocument()
  expect(document.getElementById('enter')).toBeNull()
  expect(document.getElementById('take-back')).toBeNull()
})

test('a code that is no sheet’s is told', async () => {
  await start(line)
  await press('next')
  refuseTo(votes.lookAtSheet, 'votes.sheet_code_wrong')
  type('code', CODE)
  await press('look')
  expect(screen.getByText(/票号或验证码不对/)).toBeInTheDocument()
  expect(document.getElementById('code')).toHaveValue(CODE)
})
