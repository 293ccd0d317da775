import { useState } from 'react'
import { act, render, screen } from '@testing-library/react'
import { voices } from '#shared/photos/voice-contract.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { watchNetwork } from '#miniprogram/platform/online.ts'
import { sendForm } from '#miniprogram/platform/upload.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, COMMUNITY, settled, startServer } from '../../server.fixture.ts'
import { play } from './playing.ts'
import { canRecord, openSettings, record } from './recorder.ts'
import { longEnough, noMicrophone } from './recording.ts'
import { useVoiceHold, type SpokenVoice } from './spoken-voice.ts'
import { VoicePlayer } from './voice-player.tsx'
import { VoiceRecorder } from './voice-recorder.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  sendForm: jest.fn(),
  absolute: (url: string) => url,
}))
jest.mock('#miniprogram/platform/kept-files.ts', () => ({
  keepFile: (path: string) => Promise.resolve(path),
  findFile: (path: string) => Promise.resolve(path),
  dropFile: jest.fn(),
  useKeptFile: (path: string) => path,
}))
jest.mock('./playing.ts', () => ({
  play: jest.fn(),
  stopPlaying: jest.fn(),
  playing: { read: () => undefined, watch: () => () => undefined },
}))
jest.mock('./recorder.ts', () => ({
  canRecord: jest.fn(() => true),
  canOpenSettings: () => true,
  openSettings: jest.fn(() => Promise.resolve()),
  record: jest.fn(),
}))

function Form({ begun }: { readonly begun?: SpokenVoice }) {
  const [voice, setVoice] = useState<SpokenVoice | undefined>(begun)
  const hold = useVoiceHold(voice)
  return (
    <>
      <VoiceRecorder community={COMMUNITY} voice={voice} onChange={setVoice} />
      <p>{`id ${voice?.id ?? '没有'}，${hold ?? '可以发'}`}</p>
    </>
  )
}

/** A microphone that hears for so long. */
function hears(milliseconds: number): void {
  jest.mocked(record).mockImplementation(() => {
    let stop: () => void = () => undefined
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    const done = stopped.then(() => longEnough('wx://voice.mp3', milliseconds))
    return Promise.resolve({ done, stop: () => stop() })
  })
}

async function network(isOn: boolean): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true })
  act(() => void window.dispatchEvent(new Event(isOn ? 'online' : 'offline')))
  await settled()
}
async function press(name: string | RegExp): Promise<void> {
  await tap(screen.getByRole('button', { name }))
  await settled()
}
async function speak(): Promise<void> {
  await press(/^按一下，说语音/)
  await press('说完了')
}

beforeAll(() => watchNetwork())
beforeEach(async () => {
  jest.mocked(canRecord).mockReturnValue(true)
  await network(true)
  startServer()
  comeAs('owner')
  hears(12_300)
  jest.mocked(sendForm).mockResolvedValue(201)
  answerTo(voices.add, ({ key }) => ({
    ...{ voice: `v-${key ?? ''}`, maxBytes: 10 },
    form: { url: '/files/x', fields: {} },
  }))
  answerTo(voices.get, { voice: 'v', state: 'checking', seconds: 12 })
})
afterEach(() => network(true))

const lost = () => Promise.reject(new ApiError('request.offline', '没有网络', 0))

test('one press begins, one ends; it is sent at once, can be heard, and deleted', async () => {
  render(<Form />)
  await press(/^按一下，说语音（最长 60 秒）$/)
  expect(screen.getByText('正在录，0 秒')).toBeInTheDocument()
  expect(screen.getByText(/正在录音，说完再发$/)).toBeInTheDocument()
  await press('说完了')
  expect(screen.getByText('已传上，还没有发出')).toBeInTheDocument()
  expect(screen.getByText(/^id v-.+，可以发$/)).toBeInTheDocument()
  await press('听语音 12 秒')
  expect(jest.mocked(play).mock.lastCall?.[0]).toBe('wx://voice.mp3')
  await press('删掉这段语音')
  expect(screen.getByText('id 没有，可以发')).toBeInTheDocument()
})

test('spoken without a network it lies on the phone, and goes by itself once, under one key', async () => {
  jest.mocked(sendForm).mockImplementation(lost)
  render(<Form />)
  await network(false)
  await speak()
  expect(screen.getByText('没有网络，恢复后自动再传。录音存在手机上。')).toBeInTheDocument()
  expect(screen.getByText(/语音还没有传上，传好就能发$/)).toBeInTheDocument()
  jest.mocked(sendForm).mockResolvedValue(201)
  await network(true)
  await settled()
  expect(screen.getByText('已传上，还没有发出')).toBeInTheDocument()
  const keys = callsOf(voices.add).map(({ key }) => key)
  expect([keys.length, new Set(keys).size]).toEqual([2, 1])
})

test('what was left behind when the page was closed goes on', async () => {
  render(<Form begun={{ key: 'spoken-yesterday', path: 'wx://old.mp3', seconds: 9 }} />)
  await settled()
  expect(callsOf(voices.add).map(({ key }) => key)).toEqual(['spoken-yesterday'])
  expect(screen.getByText(/^id v-spoken-yesterday/)).toBeInTheDocument()
})

test('what the server cannot take says why, and waits for the person', async () => {
  answerTo(voices.get, { voice: 'v', state: 'refused', reason: 'voices.damaged' })
  render(<Form />)
  await speak()
  expect(screen.getByText('录音损坏或不完整，放不出来。请重新录一段。')).toBeInTheDocument()
  const before = callsOf(voices.add).length
  await network(false)
  await network(true)
  expect(callsOf(voices.add)).toHaveLength(before)
})

test('whoever tapped twice did not speak', async () => {
  hears(400)
  render(<Form />)
  await speak()
  expect(screen.getByText(/^录音不到 1 秒/)).toBeInTheDocument()
  expect(callsOf(voices.add)).toEqual([])
})

test('a microphone that is not allowed is explained, with the way to the settings', async () => {
  jest.mocked(record).mockRejectedValue(noMicrophone('请按“去设置”，打开“麦克风”。'))
  render(<Form />)
  await press(/^按一下，说语音/)
  expect(screen.getByText(/^没有打开麦克风，所以没有录音。请按“去设置”/)).toBeInTheDocument()
  await press('去设置')
  expect(openSettings).toHaveBeenCalledTimes(1)
})

test('where nothing can record there is no button', () => {
  jest.mocked(canRecord).mockReturnValue(false)
  render(<Form />)
  expect(screen.queryByRole('button')).toBeNull()
})

test.each([
  [{ state: 'checking', seconds: 12 }, '语音 12 秒，正在检查，通过以后才能听'],
  [{ state: 'checking' }, '语音，正在检查，通过以后才能听'],
  [{ state: 'refused', seconds: 12 }, '语音 12 秒，没有通过检查'],
] as const)('%j cannot be heard', (voice, words) => {
  render(<VoicePlayer voice={{ voice: 'v', ...voice }} />)
  expect(screen.getByText(words)).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
})

test('its speaker hears it before others do, and is told so; where it does not play, too', async () => {
  jest.mocked(play).mockImplementation((_url, failed) => failed())
  render(<VoicePlayer voice={{ voice: 'v', state: 'checking', url: '/v', seconds: 5 }} />)
  expect(screen.getByText('正在检查，通过以后别人才能听')).toBeInTheDocument()
  await press('听语音 5 秒')
  expect(screen.getByText(/^没有放出来/)).toBeInTheDocument()
})
