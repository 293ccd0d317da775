import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { sessions } from '#shared/sessions/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, comeAs, refuseTo, callsOf, settled, startServer } from '../../server.fixture.ts'
import DevicesPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const phone = {
  device: 'p1',
  name: 'iPhone 13',
  openedOn: '2026-11-01',
  seenOn: '2026-11-24',
  here: true,
}
const computer = { ...phone, device: 'c1', name: 'Edge 浏览器，Windows 电脑', here: false }

async function open() {
  render(<DevicesPage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(sessions.devices, { items: [phone, computer] })
})

test('lists every login by its name and days; this device is marked and not ended from here', async () => {
  await open()
  expect(screen.getByText('iPhone 13')).toBeInTheDocument()
  expect(screen.getByText('这台设备')).toBeInTheDocument()
  expect(screen.getByText(computer.name)).toBeInTheDocument()
  expect(screen.queryByText('退出 iPhone 13')).not.toBeInTheDocument()
})

test('one is logged out after being asked once more', async () => {
  answerTo(sessions.endDevice, {})
  await open()
  await tap(screen.getByText(`退出 ${computer.name}`))
  expect(callsOf(sessions.endDevice)).toHaveLength(0)
  answerTo(sessions.devices, { items: [phone] })
  await tap(screen.getByText(`退出 ${computer.name}`))
  await settled()
  expect(screen.queryByText(computer.name)).not.toBeInTheDocument()
})

test('everywhere ends here too, at the login page', async () => {
  answerTo(sessions.endAll, { ended: 2 })
  answerTo(sessions.close, {})
  await open()
  await tap(screen.getByText('退出所有设备'))
  await tap(screen.getByText('退出所有设备'))
  await settled()
  expect(callsOf(sessions.endAll)[0]?.body).toEqual({ keepHere: false })
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/login/index' })
})

test('what was refused is told', async () => {
  refuseTo(sessions.endDevice, 'sessions.device_unknown')
  await open()
  await tap(screen.getByText(`退出 ${computer.name}`))
  await tap(screen.getByText(`退出 ${computer.name}`))
  await settled()
  expect(screen.getByText(/这台设备已经退出了/)).toBeInTheDocument()
})
