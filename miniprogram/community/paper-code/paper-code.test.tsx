import { fireEvent, render, screen } from '@testing-library/react'
import { bindings } from '#shared/bindings/contract.ts'
import { communities } from '#shared/communities/contract.ts'
import { code } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import PaperCodePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const home = {
  unit: '1-2-801',
  owners: [
    { member: 'm1', name: '张**' },
    { member: 'm2', name: '李*' },
  ],
  users: [],
  codes: [],
}

async function open(unit?: string) {
  openWith(unit === undefined ? {} : { unit })
  render(<PaperCodePage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const radios = () => screen.getAllByRole('radio').map((one) => one.getAttribute('aria-label'))

beforeEach(() => {
  startServer()
  comeAs('community')
  answerTo(communities.get, { ...community, buildings: ['1栋', '2栋'] })
  answerTo(bindings.users, home)
  answerTo(bindings.issue, code)
})

test('a home is chosen as it stands on the door', async () => {
  await open()
  expect(screen.getByText('请选择楼栋，写房号')).toBeInTheDocument()
  await press('building')
  await tap(screen.getByRole('button', { name: '1栋' }))
  await tap(screen.getByRole('button', { name: '确定' }))
  write('单元', '2')
  write('房号', '0801')
  await press('choose-home')
  expect(callsOf(bindings.users)[0]?.path).toContain('/bindings/homes/1-2-801/users')
  expect(screen.getByText('给 1-2-801 开一个验证码')).toBeInTheDocument()
})

test('an owner gets a slip, shown once and gone when it was handed over', async () => {
  await open('1-2-801')
  await tap(screen.getByRole('radio', { name: '业主' }))
  expect(screen.getByText('请选择是哪一位业主')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '李*' }))
  await press('issue')
  expect(callsOf(bindings.issue)).toMatchObject([
    { body: { unit: '1-2-801', relation: 'owner', member: 'm2' } },
  ])
  expect(screen.getByText('34679-ACDEF')).toBeInTheDocument()
  expect(screen.getByText(/系统不保存原文/)).toBeInTheDocument()
  await press('handed-over')
  expect(screen.queryByText('34679-ACDEF')).toBeNull()
  await tap(screen.getByRole('radio', { name: '租户' }))
  await press('issue')
  const keys = callsOf(bindings.issue).map(({ key }) => key)
  expect(new Set(keys).size).toBe(2)
})

test('a helper is named for an owner, on a consent that the worker saw', async () => {
  await open('1-2-801')
  await tap(screen.getByRole('radio', { name: '代办人' }))
  await tap(screen.getByRole('radio', { name: '李*' }))
  write('代办人的姓名', '王小花')
  await tap(screen.getByRole('radio', { name: '志愿者' }))
  expect(screen.getByText('请选择看过本人的什么同意')).toBeInTheDocument()
  await press('issue')
  expect(callsOf(bindings.issue)).toHaveLength(0)
  await tap(screen.getByRole('radio', { name: '书面同意' }))
  await press('issue')
  expect(callsOf(bindings.issue)).toMatchObject([
    {
      body: {
        relation: 'helper',
        member: 'm2',
        until: '2027-02-19',
        helper: { name: '王小花', tie: 'volunteer' },
        evidence: { kind: 'written_consent' },
      },
    },
  ])
})

test('the slip is printed from the page', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
  await open('1-2-801')
  await tap(screen.getByRole('radio', { name: '家人' }))
  await press('issue')
  await press('print')
  expect(print).toHaveBeenCalledTimes(1)
})

test.each([
  ['community', ['业主', '租户', '家人', '代办人']],
  ['committee', ['业主', '租户', '家人']],
  ['property', ['业主', '租户', '家人']],
] as const)('%s gives codes to %j', async (role, names) => {
  comeAs(role)
  await open('1-2-801')
  expect(radios()).toEqual(names)
})

test('a home that is not on the register can be corrected', async () => {
  refuseTo(bindings.users, 'bindings.unknown_home')
  await open('9-9-901')
  expect(screen.getByText(/名册上没有这套房/)).toBeInTheDocument()
  await press('other-home')
  expect(document.getElementById('choose-home')).not.toBeNull()
})

test('who may not is told', async () => {
  comeAs('owner')
  await open('1-2-801')
  expect(screen.getByText(/不能做这件事：帮居民登记房屋/)).toBeInTheDocument()
})
