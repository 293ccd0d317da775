import { fireEvent, render, screen } from '@testing-library/react'
import type { VoteItem } from '#shared/votes/contract.ts'
import { BallotItem } from './ballot-item.tsx'

const item: VoteItem = {
  item: 2,
  matter: 6,
  matterName: '筹集维修资金',
  class: 'special',
  title: '续筹维修资金',
  text: '每平方米续筹 60 元。\n分两年交。',
}

const choices = () => screen.getAllByRole('radio')

test('shows the item whole, its class and its matter of the law', () => {
  render(<BallotItem item={item} choice={undefined} onChoose={jest.fn()} />)
  expect(screen.getByRole('heading')).toHaveTextContent('2. 续筹维修资金')
  expect(screen.getByText(/四分之三同意.*第二百七十八条第（六）项/)).toBeInTheDocument()
  expect(screen.getByText(/分两年交/)).toBeInTheDocument()
})

test('offers the three choices in one order, none of them chosen beforehand', () => {
  render(<BallotItem item={item} choice={undefined} onChoose={jest.fn()} />)
  expect(choices().map(({ textContent }) => textContent)).toEqual(['同意', '反对', '弃权'])
  for (const choice of choices()) expect(choice).not.toBeChecked()
})

test('looks the same whichever is chosen', () => {
  const chosenClass = (choice: 'for' | 'against' | 'abstain') => {
    const { container } = render(<BallotItem item={item} choice={choice} onChoose={jest.fn()} />)
    return container.querySelector('[aria-checked="true"]')?.className
  }
  expect(new Set([chosenClass('for'), chosenClass('against'), chosenClass('abstain')]).size).toBe(1)
})

test.each(['for', 'against', 'abstain'] as const)('a tap chooses %s', (choice) => {
  const onChoose = jest.fn()
  const { rerender } = render(<BallotItem item={item} choice={undefined} onChoose={onChoose} />)
  const at = ['for', 'against', 'abstain'].indexOf(choice)
  fireEvent.click(choices()[at] as HTMLElement)
  expect(onChoose).toHaveBeenCalledWith(choice)
  rerender(<BallotItem item={item} choice={choice} onChoose={onChoose} />)
  expect(choices().map((each) => each.getAttribute('aria-checked'))).toEqual(
    [0, 1, 2].map((i) => String(i === at)),
  )
})
