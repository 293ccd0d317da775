import { useState } from 'react'
import { fireEvent, render, screen } from '@testing-library/react'
import { ChoiceRow } from './choice-row.tsx'
import { Field } from './field.tsx'
import { TextArea } from './text-area.tsx'
import { TextLine } from './text-line.tsx'

function Form() {
  const [text, setText] = useState('')
  return <TextArea label="哪里有问题" value={text} onChange={setText} most={2_000} />
}
const type = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } })

test('text is counted as the rules count it: an emoji is one, blanks around it none', () => {
  render(<Form />)
  expect(screen.getByText('0 / 2,000 字')).toBeInTheDocument()
  type('  电梯异响😀 ')
  expect(screen.getByText('5 / 2,000 字')).toBeInTheDocument()
})

test('too much can be typed, and is said; nothing is cut', () => {
  render(<Form />)
  type('长'.repeat(2_003))
  expect(screen.getByText('多了 3 字，请删减')).toBeInTheDocument()
  expect(screen.getByRole('textbox')).toHaveValue('长'.repeat(2_003))
})

test('a line is read aloud by its question, and gives what is typed', () => {
  const onChange = jest.fn()
  render(<TextLine label="公共区域" value="" onChange={onChange} />)
  expect(screen.getByRole('textbox', { name: '公共区域' })).toBeInTheDocument()
  type('三栋门口')
  expect(onChange).toHaveBeenCalledWith('三栋门口')
})

test('what is wrong stands with its question, and is announced', () => {
  render(
    <Field label="内容" wrong="还差 3 个字">
      <p>…</p>
    </Field>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent('还差 3 个字')
})

test('a choice is one of several, none until somebody chooses', () => {
  const onChange = jest.fn()
  const options = [
    { value: 'home', label: '我家' },
    { value: 'common', label: '公共区域', note: '楼道、电梯、车库' },
  ] as const
  const { rerender } = render(
    <ChoiceRow label="地点" options={options} value={undefined} onChange={onChange} />,
  )
  expect(screen.getByRole('radiogroup', { name: '地点' })).toBeInTheDocument()
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '公共区域' }))
  expect(onChange).toHaveBeenCalledWith('common')
  rerender(<ChoiceRow label="地点" options={options} value="common" onChange={onChange} />)
  expect(screen.getByRole('radio', { checked: true })).toHaveTextContent('楼道、电梯、车库')
})
