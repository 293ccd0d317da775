import { render, screen } from '@testing-library/react'
import { audit, type AuditRecord } from '#shared/audit/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import AuditPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const record = (seq: number, given: Partial<AuditRecord> = {}): AuditRecord => ({
  seq,
  at: '2026-11-20T02:00:00.000Z',
  chainedAt: '2026-11-20T02:00:01.000Z',
  by: '郑红',
  act: 'people.give_role',
  actName: '授予角色',
  subject: '刘洋',
  detail: { role: 'property' },
  hash: 'a'.repeat(64),
  ...given,
})

async function open() {
  render(<AuditPage />)
  await settled()
  await settled()
}
const rows = () =>
  [...document.querySelectorAll('[id^="audit-"]')].map(({ textContent }) => textContent)

beforeEach(() => startServer())

test('says who changed what, when, and which role', async () => {
  comeAs('committee')
  const moved = record(1, { by: '系统命令', actName: '导入业主名册', subject: '3', detail: {} })
  answerTo(audit.list, { items: [record(2), moved] })
  await open()
  expect(rows()).toEqual([
    '授予角色：刘洋（物业客服）郑红，11 月 20 日（周五）10:00，第 2 条',
    '导入业主名册：3系统命令，11 月 20 日（周五）10:00，第 1 条',
  ])
})

test('an emergency is called by its kind, a complaint by its number as printed', async () => {
  comeAs('committee')
  const happened = { act: 'emergencies.confirm', actName: '核实突发事件', subject: 'OldYq3BoE1kG' }
  const opened = { act: 'complaints.export', actName: '导出投诉案卷', subject: 'JX7K4M9R3' }
  answerTo(audit.list, {
    items: [
      record(3, { ...happened, detail: { kind: 'facade' } }),
      record(2, { ...happened, detail: {} }),
      record(1, { ...opened, detail: {} }),
    ],
  })
  await open()
  expect(rows().map((row) => row.split('郑红')[0])).toEqual([
    '核实突发事件：楼体外立面脱落',
    '核实突发事件',
    '导出投诉案卷：JX7-K4M-9R3',
  ])
})

test('the rest comes on demand', async () => {
  comeAs('committee')
  answerTo(audit.list, ({ path }) =>
    path.includes('cursor=next') ? { items: [record(1)] } : { items: [record(2)], cursor: 'next' },
  )
  await open()
  await tap(screen.getByText('看更多'))
  await settled()
  expect(rows()).toHaveLength(2)
})

test('nothing changed yet', async () => {
  comeAs('committee')
  answerTo(audit.list, { items: [] })
  await open()
  expect(screen.getByText('还没有改动')).toBeTruthy()
})

test('residents are told that it is not theirs, before anything is asked', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/查看操作记录/)).toBeTruthy()
})

test('a community that is not one’s own is told to be absent', async () => {
  comeAs('committee')
  refuseTo(audit.list, 'scope.not_found')
  await open()
  expect(document.querySelector('[id^="audit-"]')).toBeNull()
  expect(document.body.textContent).toContain('没有')
})
