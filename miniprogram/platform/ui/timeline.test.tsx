import { render, screen, within } from '@testing-library/react'
import { Timeline } from './timeline.tsx'

const filed = { key: 1, role: '业主', name: '张*', what: '提交', at: '2026-11-20T10:00:00Z' }

test('says who did what when, in the order given', () => {
  const accepted = { ...filed, key: 2, role: '物业客服', name: '王*', what: '受理' }
  render(<Timeline entries={[accepted, filed]} />)
  const [first, second] = within(screen.getByRole('list', { name: '经过' })).getAllByRole(
    'listitem',
  )
  expect(first).toHaveTextContent('物业客服 王* 受理')
  expect(second).toHaveTextContent(/业主 张\* 提交.*11 月 20 日（周五）18:00/)
})

test('keeps text as it was typed and evidence where it belongs', () => {
  const entry = { ...filed, text: '第一行\n<b>第二行</b>', evidence: <img alt="照片 1" /> }
  render(<Timeline entries={[entry]} />)
  const [shown] = screen.getAllByRole('listitem')
  expect(shown).toHaveTextContent('<b>第二行</b>')
  expect(screen.getByRole('img', { name: '照片 1' })).toBeInTheDocument()
})

test('sets internal notes apart, and says that they are', () => {
  render(
    <Timeline
      entries={[
        { ...filed, internal: true },
        { ...filed, key: 2 },
      ]}
    />,
  )
  expect(screen.getAllByText('内部记录，居民看不到')).toHaveLength(1)
})

test('what nobody did has no name, and no gap where one would stand', () => {
  render(<Timeline entries={[{ ...filed, role: '系统', name: '', what: '逾期，自动转街道' }]} />)
  expect(screen.getByText('系统 逾期，自动转街道')).toBeInTheDocument()
})
