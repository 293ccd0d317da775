import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { bindings } from '#shared/bindings/contract.ts'
import { people } from '#shared/people/contract.ts'
import { bindingWith } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, refuseTo, settled, startServer } from '../../server.fixture.ts'
import HomeListPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

async function open() {
  render(<HomeListPage />)
  await settled()
  await settled()
}
const press = (id: string) => tap(document.getElementById(id) as HTMLElement)

beforeEach(() => {
  startServer()
  answerTo(people.me, { person: 'p1', name: '', memberships: [] })
})

test('without a home one is led to bind it', async () => {
  answerTo(bindings.mine, { items: [] })
  await open()
  expect(screen.getByText('您还没有绑定房屋')).toBeInTheDocument()
  await press('claim-home')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/home-claim/index?' })
})

test('where a home has ended, what was filed there is one tap away', async () => {
  const formerly = [{ community: 'c0', name: '旧小区' }]
  answerTo(people.me, { person: 'p1', name: '', memberships: [], formerly })
  answerTo(bindings.mine, { items: [] })
  await open()
  expect(screen.getByText('以前小区的投诉')).toBeInTheDocument()
  await press('formerly-c0')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/complaint-former/index?community=c0',
  })
})

test('homes of every community with how each stands; what has ended comes last', async () => {
  answerTo(bindings.mine, {
    phone: '138****8888',
    items: [
      bindingWith({ binding: 'old', unit: '9-9-901', status: 'ended', reason: 'sold' }),
      bindingWith({ unit: '1-2-801', status: 'verified' }),
      bindingWith({ binding: 'b2', unit: '3-1-302', status: 'waiting', communityName: '云锦苑' }),
    ],
  })
  await open()
  const shown = [...document.querySelectorAll('[id^="home-"]')].map(({ id }) => id)
  expect(shown).toEqual(['home-1-2-801', 'home-3-1-302', 'home-9-9-901'])
  expect(screen.getByText('已核实')).toBeInTheDocument()
  expect(screen.getByText('等待核实')).toBeInTheDocument()
  expect(screen.getByText('云锦苑，业主')).toBeInTheDocument()
  expect(screen.getByText('138****8888')).toBeInTheDocument()
  await press('home-3-1-302')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/home-standing/index?binding=b2&community=c1&unit=3-1-302',
  })
})

test('where it cannot be had, it says so and can be tried again', async () => {
  refuseTo(bindings.mine, 'request.too_many', { seconds: 9 })
  await open()
  expect(screen.getByText(/请 9 秒后再试/)).toBeInTheDocument()
  answerTo(bindings.mine, { items: [] })
  await tap(screen.getByRole('button', { name: '再试一次' }))
  await settled()
  expect(screen.getByText('您还没有绑定房屋')).toBeInTheDocument()
})
