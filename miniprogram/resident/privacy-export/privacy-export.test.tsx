import { render, screen } from '@testing-library/react'
import { account, type PersonalExport } from '#shared/privacy/contract.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, comeAs, settled, startServer } from '../../server.fixture.ts'
import ExportPage from './index.tsx'

jest.mock('#miniprogram/platform/save-text.ts', () => ({ saveText: jest.fn() }))

const ballot = { label: '续聘物业，11 月 20 日（周五）10:00', value: '手机投票：第 1 项<同意>' }
const ALL: PersonalExport = {
  madeAt: '2026-11-21T02:00:00.000Z',
  person: 'p1',
  parts: [
    { feature: 'votes', title: '我投过的票', lines: [ballot], data: [{ vote: 'v1' }] },
    { feature: 'fees', title: '我房屋的物业费账单', lines: [], data: [] },
    {
      feature: 'notices',
      title: '我确认读过的公告',
      lines: Array.from({ length: 23 }, (_, n) => ({ label: `公告 ${n}`, value: '读过' })),
      data: [],
    },
  ],
}

beforeEach(async () => {
  startServer()
  comeAs('owner')
  answerTo(account.export, ALL)
  jest.mocked(saveText).mockReset().mockResolvedValue(undefined)
  render(<ExportPage />)
  await settled()
})

test('each part is read by itself; an empty one says so, a long one what is only in the file', () => {
  for (const title of ['我投过的票', '我房屋的物业费账单', '我确认读过的公告']) {
    expect(screen.getByText(title)).toBeInTheDocument()
  }
  expect(screen.getByText(ballot.value)).toBeInTheDocument()
  expect(screen.getByText('没有记录')).toBeInTheDocument()
  expect(screen.getByText('还有 3 条，都在导出的文件里')).toBeInTheDocument()
})

test('as a page to read it is whole and harmless, as data it is what was sent', async () => {
  await tap(screen.getByRole('button', { name: '保存为网页（方便阅读）' }))
  await tap(screen.getByRole('button', { name: '保存为数据文件（方便转到别处）' }))
  await settled()
  const [[pageName, page], [dataName, data]] = jest.mocked(saveText).mock.calls as [
    [string, string],
    [string, string],
  ]
  expect([pageName, dataName]).toEqual(['我的信息-2026-11-21.html', '我的信息-2026-11-21.json'])
  expect(page).toContain('手机投票：第 1 项&lt;同意&gt;')
  expect(page.match(/公告 \d+/g)).toHaveLength(23)
  expect(JSON.parse(data)).toEqual(ALL)
})
