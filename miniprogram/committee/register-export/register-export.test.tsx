import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { register } from '#shared/register/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import RegisterExportPage from './index.tsx'

const button = (name: string) => screen.getByRole('button', { name })
const why = (reason: string) =>
  fireEvent.change(screen.getByRole('textbox'), { target: { value: reason } })

async function open() {
  render(<RegisterExportPage />)
  await settled()
}

const made = (name: string) => ({
  ...{ export: 'e1', url: '/files/e1', expiresAt: '2026-11-21T03:00:00.000Z', name },
})

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(register.export, made('锦绣花园业主名册.xlsx'))
})
afterEach(() => Object.assign(globalThis, { __TARGET__: 'h5' }))

test('asks why, and says who will see that', async () => {
  await open()
  expect(screen.getByRole('textbox', { name: '为什么导出' })).toHaveValue('')
  expect(screen.getByText(/会写进文件，也会记下来，业主能看到/)).toBeInTheDocument()
  expect(button('导出')).toBeDisabled()
  why('备案')
  expect(screen.getByText(/至少 4 个字/)).toBeInTheDocument()
  why('给街道备案用')
  expect(button('导出')).toBeEnabled()
})

test('a browser saves it under its name', async () => {
  const saved: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(`${this.getAttribute('href') ?? ''} ${this.download}`)
  })
  await open()
  why('给街道备案用')
  await tap(screen.getByText('CSV 文件'))
  await tap(button('导出'))
  await settled()
  expect(callsOf(register.export)).toMatchObject([
    { body: { format: 'csv', reason: '给街道备案用' } },
  ])
  expect(saved).toEqual(['/files/e1 锦绣花园业主名册.xlsx'])
  expect(screen.getByText(/已下载，在浏览器的“下载”里/)).toBeInTheDocument()
  jest.restoreAllMocks()
})

describe('in WeChat', () => {
  beforeEach(() => {
    Object.assign(globalThis, { __TARGET__: 'weapp' })
    jest
      .mocked(Taro.downloadFile)
      .mockResolvedValue({ statusCode: 200, tempFilePath: 'wxfile://e1' } as never)
  })

  test('a workbook is opened, or sent on', async () => {
    await open()
    why('给街道备案用')
    await tap(button('导出'))
    await settled()
    await tap(button('打开看'))
    expect(Taro.openDocument).toHaveBeenCalledWith({
      ...{ filePath: 'wxfile://e1', fileType: 'xlsx', showMenu: true },
    })
    await tap(button('发到聊天'))
    expect(Taro.shareFileMessage).toHaveBeenCalledWith({
      ...{ filePath: 'wxfile://e1', fileName: '锦绣花园业主名册.xlsx' },
    })
  })

  test('CSV, which WeChat does not show, is only sent on', async () => {
    await open()
    why('给街道备案用')
    await tap(screen.getByText('CSV 文件'))
    await tap(button('导出'))
    await settled()
    expect(screen.queryByRole('button', { name: '打开看' })).toBeNull()
    expect(button('发到聊天')).toBeEnabled()
  })

  test('a file that is gone is made anew', async () => {
    jest.mocked(Taro.downloadFile).mockResolvedValue({ statusCode: 403 } as never)
    await open()
    why('给街道备案用')
    await tap(button('导出'))
    await settled()
    expect(screen.getByText('文件没有下载下来，请重新导出一次。')).toBeInTheDocument()
  })
})

test('a refusal stands on the page', async () => {
  refuseTo(register.export, 'register.none_yet')
  await open()
  why('给街道备案用')
  await tap(button('导出'))
  await settled()
  expect(screen.getByText('这个小区还没有导入业主名册。')).toBeInTheDocument()
})

test('the front desk may not', async () => {
  comeAs('property')
  await open()
  expect(screen.getByText(/不能做这件事：导出业主名册/)).toBeInTheDocument()
})
