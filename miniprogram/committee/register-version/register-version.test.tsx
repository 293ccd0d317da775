import { fireEvent, render, screen } from '@testing-library/react'
import { register } from '#shared/register/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { versionWith } from '../../register.fixture.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import RegisterVersionPage from './index.tsx'

const button = (name: string) => screen.getByRole('button', { name })

async function open(version = '2') {
  openWith({ version })
  render(<RegisterVersionPage />)
  await settled()
}

const counts = { from: 1, to: 2, added: 3, changed: 0, removed: 1 }
const face = {
  kind: 'home' as const,
  areaCenti: 8_957,
  status: 'delivered' as const,
  owners: ['张*'],
}

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(register.versions, ({ path }) =>
    path.includes('cursor')
      ? { items: [versionWith({ version: 1, undoable: false })] }
      : { items: [versionWith()], cursor: 'more' },
  )
  answerTo(register.diff, {
    ...counts,
    items: [{ unit: '1-2-801', change: 'added', fields: [], after: face }],
  })
})

test('shows what it changed, of each kind on demand', async () => {
  await open()
  expect(screen.getByText('和第 1 版比')).toBeInTheDocument()
  expect(screen.queryByText(/改动的/)).toBeNull()
  await tap(button('看新增的 3 套'))
  await settled()
  expect(screen.getByText('住宅，89.57 ㎡，张*')).toBeInTheDocument()
})

test('an older one is found further down the list', async () => {
  await open('1')
  expect(screen.getByText('第 1 版')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /撤销/ })).toBeNull()
})

test('one that does not exist leads home', async () => {
  await open('99')
  expect(screen.getByText('没有找到')).toBeInTheDocument()
})

describe('undoing', () => {
  const why = (reason: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: '为什么撤销' }), {
      target: { value: reason },
    })

  test('says what it means before it is done, and asks why', async () => {
    answerTo(register.undo, versionWith({ version: 3, act: 'undo', undoes: 2 }))
    await open()
    await tap(button('撤销第 2 版'))
    expect(screen.getByText(/名册回到第 1 版的内容，记作第 3 版/)).toBeInTheDocument()
    expect(button('撤销第 2 版')).toBeDisabled()
    why('导错了文件')
    await tap(button('撤销第 2 版'))
    await settled()
    expect(callsOf(register.undo)).toMatchObject([{ body: { reason: '导错了文件' } }])
    expect(callsOf(register.undo)[0]?.key).toBeDefined()
    expect(screen.getByText(/已撤销。现在用的是第 3 版，内容和第 1 版一样/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '撤销第 2 版' })).toBeNull()
  })

  test('can be thought better of', async () => {
    await open()
    await tap(button('撤销第 2 版'))
    await tap(button('不撤销'))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(callsOf(register.undo)).toEqual([])
  })

  test('of a version that is no longer the newest is refused in words', async () => {
    refuseTo(register.undo, 'register.not_newest')
    await open()
    await tap(button('撤销第 2 版'))
    why('导错了文件')
    await tap(button('撤销第 2 版'))
    await settled()
    expect(screen.getByText(/只能撤销最新的版本/)).toBeInTheDocument()
  })

  test('is not for those who only read', async () => {
    comeAs('community')
    await open()
    expect(screen.queryByRole('button', { name: /撤销/ })).toBeNull()
  })
})
