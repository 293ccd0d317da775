import { fireEvent, render, screen } from '@testing-library/react'
import { MoneyLine } from './money-line.tsx'

const factors = [
  { name: '面积', value: '89.57 ㎡', source: '不动产登记的建筑面积' },
  { name: '单价', value: '1.85 元', source: '物业服务合同第 5 条' },
  { name: '时间', value: '12 个月', source: '2026 年 1 月至 12 月' },
]
const line = <MoneyLine factors={factors} amount="¥1,988.40" rounding="按月四舍五入到分" />

test('shows how the amount came about', () => {
  const { container } = render(line)
  expect(container).toHaveTextContent('面积89.57 ㎡×单价1.85 元×时间12 个月')
  expect(container).toHaveTextContent('按月四舍五入到分= ¥1,988.40')
})

test('each factor tells its source when pressed, and is quiet when pressed again', () => {
  render(line)
  expect(screen.queryByText(/物业服务合同/)).toBeNull()
  const rate = screen.getByRole('button', { name: '单价 1.85 元，看来源' })
  fireEvent.click(rate)
  expect(screen.getByText('单价：物业服务合同第 5 条')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /面积/ }))
  expect(screen.queryByText(/物业服务合同/)).toBeNull()
  expect(screen.getByText('面积：不动产登记的建筑面积')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /面积/ }))
  expect(screen.queryByText(/不动产登记/)).toBeNull()
})
