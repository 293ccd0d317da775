import { render, screen } from '@testing-library/react'
import { TwoAxisBar, type Axis } from './two-axis-bar.tsx'

const heads: Axis = {
  name: '人数',
  base: 1_249,
  parts: [{ kind: 'cast', amount: 821, words: '821 人' }],
  threshold: { numerator: 2, denominator: 3 },
  sentence: '1,249 人中有 821 人投了票，还差 12 人，才达到三分之二',
}
const area: Axis = {
  ...heads,
  name: '面积',
  base: 10_000,
  parts: [
    { kind: 'for', amount: 5_000, words: '50 ㎡' },
    { kind: 'against', amount: 2_500, words: '25 ㎡' },
    { kind: 'abstain', amount: 0, words: '0 ㎡' },
  ],
  threshold: { numerator: 1, denominator: 2 },
  sentence: '过半数同意',
}

const partsOf = (name: string): readonly HTMLElement[] => [
  ...screen.getByRole('img', { name }).querySelectorAll<HTMLElement>('.part'),
]

test('each axis is read aloud as its sentence, which also stands beneath it', () => {
  render(<TwoAxisBar heads={heads} area={area} />)
  expect(
    screen.getByRole('img', {
      name: '人数：1,249 人中有 821 人投了票，还差 12 人，才达到三分之二',
    }),
  ).toBeInTheDocument()
  expect(screen.getByText('过半数同意')).toBeInTheDocument()
})

test('the threshold stands at its fraction of the whole bar', () => {
  render(<TwoAxisBar heads={heads} area={area} />)
  expect(screen.getByText('2/3')).toHaveStyle({ left: '66.67%' })
  expect(screen.getByText('1/2')).toHaveStyle({ left: '50%' })
})

test('parts are as long as their share of the base, and named with their amounts', () => {
  render(<TwoAxisBar heads={heads} area={area} />)
  expect(partsOf('面积：过半数同意').map((part) => part.style.width)).toEqual(['50%', '25%', '0%'])
  expect(screen.getByText('同意 50 ㎡')).toBeInTheDocument()
  expect(screen.getByText('反对 25 ㎡')).toBeInTheDocument()
  expect(screen.getByText('弃权 0 ㎡')).toBeInTheDocument()
  expect(screen.getByText('已投票 821 人')).toBeInTheDocument()
})

test('with nobody to count, the bar is empty', () => {
  const empty = { ...heads, base: 0, parts: [{ kind: 'cast', amount: 0, words: '0 人' }] } as const
  render(<TwoAxisBar heads={empty} area={area} />)
  expect(partsOf(`人数：${heads.sentence}`)[0]?.style.width).toBe('0%')
})
