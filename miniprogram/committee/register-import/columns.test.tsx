import { screen } from '@testing-library/react'
import { register } from '#shared/register/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { importWith, previewWith } from '../../register.fixture.ts'
import { answerTo, callsOf, refuseTo, settled } from '../../server.fixture.ts'
import { button, comeToImport, openAt } from './import-page.fixture.tsx'

beforeEach(comeToImport)

const sheet = {
  ...{ sheet: '一期', hidden: false, certain: false },
  rows: [
    { row: 1, cells: ['门牌', '多少平米', '谁'] },
    { row: 2, cells: ['1-2-801', '89.57', '张伟'] },
  ],
}
const guessed = {
  ...sheet,
  columns: { sheet: '一期', headerRow: 1, columns: [{ field: 'room' as const, column: 0 }] },
}
const turn = async (id: string, word: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await tap(button(word))
  await tap(button('确定'))
}

test('that are not clear are asked for, with samples, and sent', async () => {
  answerTo(register.sheets, { sheets: [guessed, { ...sheet, sheet: '藏', hidden: true }] })
  answerTo(register.map, importWith({ state: 'reading' }))
  const detail = '工作表“一期”的表头缺少这几列：建筑面积。'
  await openAt({ state: 'unclear', refusal: { code: 'register.column_missing', detail } })
  expect(screen.getByText(/有的列没有认出来/)).toBeInTheDocument()
  expect(screen.getByText('例如：1-2-801')).toBeInTheDocument()
  expect(screen.getByText('请选出建筑面积是哪一列')).toBeInTheDocument()
  await turn('column-area', 'B 列 多少平米')
  await turn('column-owner', 'C 列 谁')
  await tap(button('就是这样，重新核对'))
  await settled()
  expect(callsOf(register.map)).toMatchObject([
    {
      body: {
        sheets: [
          {
            ...{ sheet: '一期', headerRow: 1 },
            columns: [
              { field: 'room', column: 0 },
              { field: 'area', column: 1 },
              { field: 'owner', column: 2 },
            ],
          },
        ],
      },
    },
  ])
  expect(screen.getByText('正在读取文件…')).toBeInTheDocument()
})

test('the row of names can be another', async () => {
  answerTo(register.sheets, { sheets: [sheet] })
  await openAt({ state: 'unclear' })
  expect(screen.getByText('没有这样一行，第一行就是数据。')).toBeInTheDocument()
  await tap(button('不是这一行，重新选'))
  await tap(screen.getByRole('radio', { name: '第 1 行' }))
  expect(screen.getByText('第 1 行：门牌、多少平米、谁')).toBeInTheDocument()
})

test('that are only guessed are not imported before somebody has looked', async () => {
  answerTo(register.sheets, { sheets: [guessed] })
  await openAt({ preview: previewWith({ certain: false }) })
  expect(button('确认导入')).toBeDisabled()
  await tap(button('核对哪一列是什么'))
  await settled()
  await tap(button('不改，回到核对结果'))
  expect(screen.getByText('核对好了，还没有写进名册')).toBeInTheDocument()
})

test('a mapping that is refused stands on the page', async () => {
  const columns = [
    { field: 'room' as const, column: 0 },
    { field: 'area' as const, column: 1 },
    { field: 'owner' as const, column: 2 },
  ]
  answerTo(register.sheets, {
    sheets: [{ ...sheet, columns: { sheet: '一期', headerRow: 1, columns } }],
  })
  refuseTo(register.map, 'register.columns_invalid')
  await openAt({ state: 'unclear' })
  await tap(button('就是这样，重新核对'))
  await settled()
  expect(screen.getByText(/各列的对应关系有误/)).toBeInTheDocument()
})
