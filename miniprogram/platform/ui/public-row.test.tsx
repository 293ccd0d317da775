import { render } from '@testing-library/react'
import { PublicRow } from './public-row.tsx'

// 00:30 on 24 November in Shanghai, still the 23rd by UTC.
beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-23T16:30:00Z') }))
afterEach(() => jest.useRealTimers())

test.each([
  [{ publishedOn: '2026-11-03', dueOn: '2026-11-01' }, '11 月 3 日（周二）公布已公布', 'jade'],
  [{ dueOn: '2026-11-01' }, '应在 11 月 1 日（周日）前公布已超 23 天', 'red'],
  [{ dueOn: '2026-11-23' }, '应在 11 月 23 日（周一）前公布已超 1 天', 'red'],
  [{ dueOn: '2026-11-24' }, '应在 11 月 24 日（周二）前公布还没公布', 'grey'],
  [{}, '没有规定公布日期还没公布', 'grey'],
])('%j: %s', (days, words, tone) => {
  const { container } = render(<PublicRow what="第三季度收支" {...days} />)
  expect(container).toHaveTextContent(`第三季度收支${words}`)
  expect(container.querySelector(`.tag.${tone}`)).not.toBeNull()
})
