import { render, screen } from '@testing-library/react'
import type { Vote } from '#shared/votes/contract.ts'
import { FilingCard } from './filing-card.tsx'

const due: NonNullable<Vote['filingDue']> = {
  ...{ by: '2026-11-20', daysLeft: -2, overdue: true },
  documents: ['application', 'minutes', 'roll'],
  missing: ['application', 'minutes', 'roll'],
}

test('nothing before there is anything to file, and in time', () => {
  const { container } = render(<FilingCard />)
  expect(container).toBeEmptyDOMElement()
})

test('says that its day has passed, and for how long', () => {
  render(<FilingCard filingDue={due} />)
  expect(screen.getByText(/备案期限是 11 月 20 日（周五），已经过了 2 天/)).toBeInTheDocument()
})

test('once filed, what is still lacking', () => {
  const filing = { at: '2026-11-21T02:00:00.000Z', documents: ['minutes'], receipt: '8号' } as const
  render(
    <FilingCard
      filing={{ ...filing, documents: [...filing.documents] }}
      filingDue={{ ...due, overdue: false, missing: ['application', 'roll'] }}
    />,
  )
  expect(screen.getByText('备案申请表、业主名册')).toBeInTheDocument()
  expect(screen.queryByText(/已经过了/)).toBeNull()
})
