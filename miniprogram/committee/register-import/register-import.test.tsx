import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { register } from '#shared/register/contract.ts'
import type { UnitChange } from '#shared/register/diff.ts'
import { tap } from '../../../config/jest/tap.ts'
import { importWith, previewWith, versionWith } from '../../register.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  settled,
} from '../../server.fixture.ts'
import RegisterImportPage from './index.tsx'
import { button, comeToImport, open, openAt } from './import-page.fixture.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const FORM = { url: '/uploads', fields: { key: 'k' } }

/** The status with which the store answers, having told how far it is. */
function stores(status: number): void {
  jest.mocked(Taro.uploadFile).mockImplementation((() =>
    Object.assign(Promise.resolve({ statusCode: status, data: '' }), {
      onProgressUpdate: (told: (at: { progress: number }) => void) => told({ progress: 40 }),
    })) as never)
}

/** Lets a file go over the page. */
async function drop(file: File): Promise<void> {
  const event = new Event('drop', { cancelable: true })
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } })
  await act(async () => {
    document.dispatchEvent(event)
    await Promise.resolve()
  })
  await settled()
  await settled()
}
const table = (bytes = 10) => new File([new Uint8Array(bytes)], '锦绣名册.xlsx')

beforeEach(() => {
  comeToImport()
  Object.assign(URL, { createObjectURL: () => 'blob:1' })
  stores(204)
  answerTo(register.upload, { import: 'i1', form: FORM, maxBytes: 20_000_000 })
})

describe('a file', () => {
  test('says what it has to have, before one is chosen', async () => {
    await open()
    expect(screen.getByText('房号、建筑面积、业主姓名')).toBeInTheDocument()
    expect(button('选择文件')).toBeEnabled()
  })

  test('dropped onto the page is sent, and read', async () => {
    answerTo(register.progress, importWith({ state: 'reading' }))
    await open()
    await drop(table())
    expect(callsOf(register.upload)).toMatchObject([{ body: { file: '锦绣名册.xlsx' } }])
    expect(Taro.uploadFile).toHaveBeenCalledWith(
      expect.objectContaining({ url: '/uploads', filePath: 'blob:1', formData: { key: 'k' } }),
    )
    expect(screen.getByText('正在读取文件…')).toBeInTheDocument()
  })

  test('too large for any register is not sent', async () => {
    await open()
    await drop(table(20_000_001))
    expect(screen.getByText(/文件太大，最多 20 兆.*名册没有改动/)).toBeInTheDocument()
    expect(callsOf(register.upload)).toEqual([])
  })

  test.each([
    [413, /文件太大，没有传上去/],
    [403, /文件没有传上去，请再试一次/],
  ])('that the store refuses with %i is told in words', async (status, words) => {
    stores(status)
    await open()
    await drop(table())
    expect(screen.getByText(words)).toBeInTheDocument()
    expect(button('选择文件')).toBeEnabled()
  })

  test('without a network nothing was begun', async () => {
    loseAnswersTo(register.upload)
    await open()
    await drop(table())
    expect(screen.getByText(/没有连上网络/)).toBeInTheDocument()
    expect(Taro.getStorageSync('register-import:p1:c1')).toBe('')
  })

  test('is chosen from a chat in WeChat', async () => {
    Object.assign(globalThis, { __TARGET__: 'weapp' })
    try {
      jest.mocked(Taro.chooseMessageFile).mockResolvedValueOnce({
        tempFiles: [{ path: 'wxfile://1', name: '名册.csv', size: 10 }],
      } as never)
      answerTo(register.progress, importWith({ state: 'reading' }))
      await open()
      await tap(button('从聊天里选文件'))
      await settled()
      expect(callsOf(register.upload)).toMatchObject([{ body: { file: '名册.csv' } }])
    } finally {
      Object.assign(globalThis, { __TARGET__: 'h5' })
    }
  })
})

describe('while the server works', () => {
  test('it is asked again until there is something to see', async () => {
    jest.useFakeTimers()
    try {
      const states = ['reading', 'understanding', 'ready'] as const
      let asked = 0
      answerTo(register.progress, () =>
        importWith({
          state: states[Math.floor(asked++ / 2)] ?? 'ready',
          preview: previewWith(),
        }),
      )
      Taro.setStorageSync('register-import:p1:c1', { import: 'i1', same: [] })
      render(<RegisterImportPage />)
      for (let i = 0; i < 40; i += 1) await act(() => jest.advanceTimersByTimeAsync(250))
      expect(screen.getByText('核对好了，还没有写进名册')).toBeInTheDocument()
    } finally {
      jest.useRealTimers()
    }
  })

  test('writing shows how far it is, and that one may leave', async () => {
    await openAt({ state: 'writing', done: 30, total: 120 })
    expect(screen.getByText('正在写进名册，已完成 25%')).toBeInTheDocument()
    expect(screen.getByText(/您可以离开/)).toBeInTheDocument()
  })

  test('a file that never came can be chosen again', async () => {
    await openAt({ state: 'awaiting' })
    await tap(button('等得太久？再选一次文件'))
    expect(button('选择文件')).toBeEnabled()
  })

  test('an import that was swept away leads to another', async () => {
    refuseTo(register.progress, 'register.import_unknown')
    Taro.setStorageSync('register-import:p1:c1', { import: 'i1', same: [] })
    await open()
    expect(screen.getByText(/上一次上传的文件已经清理掉了/)).toBeInTheDocument()
    expect(button('选择文件')).toBeEnabled()
  })
})

describe('what confirming would do', () => {
  test('is told in figures, and confirmed as it was seen', async () => {
    answerTo(register.confirm, importWith({ state: 'done', version: 2, preview: previewWith() }))
    await openAt({ preview: previewWith() })
    expect(
      screen.getByText('“锦绣名册”和第 1 版相比：新增 3 套，改动 2 套，去掉 0 套。'),
    ).toBeInTheDocument()
    expect(screen.getByText('原来 1,437 套')).toBeInTheDocument()
    await tap(button('确认导入'))
    await settled()
    expect(callsOf(register.confirm)).toMatchObject([
      { body: { sha256: 'a'.repeat(64), comparedWith: 1 } },
    ])
    expect(screen.getByText('已导入，现在是第 2 版')).toBeInTheDocument()
    await tap(button('回到名册'))
    expect(Taro.getStorageSync('register-import:p1:c1')).toBe('')
  })

  test('warns of homes that the file no longer has', async () => {
    await openAt({ preview: previewWith({ removed: 700 }) })
    expect(screen.getByText(/有 700 套，这份文件里没有.*整个小区/)).toBeInTheDocument()
  })

  test('the first register replaces nothing', async () => {
    await openAt({ preview: previewWith({ comparedWith: 0, added: 1_740, before: undefined }) })
    expect(screen.getByText(/第一份名册，共 1,740 套/)).toBeInTheDocument()
  })

  test('the same file again needs no confirmation', async () => {
    await openAt({ preview: previewWith({ unchanged: true, added: 0, changed: 0 }) })
    expect(screen.getByText('和现在的名册一样，不用导入')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '确认导入' })).toBeNull()
    expect(button('回到名册')).toBeEnabled()
  })

  test('every row that is not taken stands there with sheet, row and reason', async () => {
    answerTo(register.previewRows, {
      items: [
        { sheet: '1栋', row: 12, taken: false, reason: '面积必须大于 0' },
        { sheet: '1栋', row: 20, taken: true, reason: '证件数与业主数不一致', unit: '1-1-902' },
      ],
    })
    await openAt({ preview: previewWith({ problems: 1, doubts: 1 }) })
    expect(screen.getByText('不能导入的 1 行，请再看一眼的 1 行')).toBeInTheDocument()
    expect(screen.getByText('“1栋”第 12 行')).toBeInTheDocument()
    expect(screen.getByText('面积必须大于 0')).toBeInTheDocument()
    expect(screen.getByText('证件数与业主数不一致（1-1-902）')).toBeInTheDocument()
    expect(screen.getByText('没有导入')).toBeInTheDocument()
    expect(screen.getByText('照样导入')).toBeInTheDocument()
  })

  test('sheets that were left out say why', async () => {
    const leftOut = [{ name: '说明', reason: '前 20 行里没有找到表头。' }]
    await openAt({ preview: previewWith({ leftOut }) })
    expect(screen.getByText('工作表“说明”')).toBeInTheDocument()
    expect(screen.getByText('前 20 行里没有找到表头。')).toBeInTheDocument()
  })

  test('homes are listed for whoever wants to see them', async () => {
    const face = { kind: 'home' as const, areaCenti: 8_957, status: 'delivered' as const }
    const change: UnitChange = {
      ...{ unit: '1-2-801', change: 'changed', fields: ['owners'] },
      before: { ...face, owners: ['张*'] },
      after: { ...face, owners: ['李*'] },
    }
    answerTo(register.previewUnits, ({ path }) => ({
      items: path.includes('change=changed') ? [change] : [],
    }))
    await openAt({ preview: previewWith() })
    expect(callsOf(register.previewUnits)).toEqual([])
    await tap(button('看改动的 2 套'))
    await settled()
    expect(screen.getByText('业主：张* 改成 李*')).toBeInTheDocument()
    await tap(button('收起改动的'))
    expect(screen.queryByText('业主：张* 改成 李*')).toBeNull()
  })

  test('a refusal stands on the page, and what it means is asked anew', async () => {
    refuseTo(register.confirm, 'register.changed_meanwhile')
    await openAt({ preview: previewWith() })
    await tap(button('确认导入'))
    await settled()
    expect(screen.getByText(/名册刚被别人更新，这次没有导入/)).toBeInTheDocument()
    const before = callsOf(register.progress).length
    await tap(button('再看'))
    await settled()
    expect(callsOf(register.progress).length).toBeGreaterThan(before)
  })

  test('a file that is refused whole says why, and another can be chosen at once', async () => {
    const detail = '文件带有宏，为安全起见不能导入。请另存为不含宏的 .xlsx 后再试。'
    await openAt({ state: 'refused', refusal: { code: 'register.has_macros', detail } })
    expect(screen.getByText(/没有导入，名册没有改动。文件带有宏/)).toBeInTheDocument()
    expect(button('选择文件')).toBeEnabled()
  })

  test('this one can be left for another', async () => {
    await openAt({ preview: previewWith() })
    await tap(button('不导入这份，换一个文件'))
    expect(button('选择文件')).toBeEnabled()
    expect(Taro.getStorageSync('register-import:p1:c1')).toBe('')
  })
})

test('the result leads to what it changed', async () => {
  answerTo(register.versions, { items: [versionWith()] })
  await openAt({ state: 'done', version: 2, preview: previewWith() })
  await tap(button('看这一版改了什么'))
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: '/committee/register-version/index?version=2',
  })
})

test('who may not import is told so before choosing anything', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/您的身份（业主）不能做这件事：导入业主名册/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '选择文件' })).toBeNull()
})
