import { screen } from '@testing-library/react'
import { register } from '#shared/register/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { groupOf, importWith, previewWith } from '../../register.fixture.ts'
import { answerTo, callsOf, settled } from '../../server.fixture.ts'
import { button, comeToImport, open, openAt } from './import-page.fixture.tsx'

beforeEach(comeToImport)

const choice = (label: RegExp, name: string) => {
  const group = screen.getByRole('radiogroup', { name: label })
  const found = [...group.querySelectorAll<HTMLElement>('[role=radio]')].find(
    (one) => one.getAttribute('aria-label') === name,
  )
  if (!found) throw new Error(`no choice ${name}`)
  return found
}

test('are told apart by what is known of them, and nothing is chosen beforehand', async () => {
  answerTo(register.previewSameNames, { items: [groupOf(2)] })
  await openAt({ preview: previewWith({ sameNames: 1 }) })
  expect(screen.getByText('第 1 位：1-1-101，没有证件号码，电话尾号 0001')).toBeInTheDocument()
  for (const one of screen.getAllByRole('radio')) expect(one).not.toBeChecked()
})

test('a decision survives leaving, and goes with the confirmation', async () => {
  answerTo(register.previewSameNames, { items: [groupOf(2)] })
  answerTo(register.confirm, importWith({ state: 'writing' }))
  const { unmount } = await openAt({ preview: previewWith({ sameNames: 1 }) })
  await tap(choice(/张伟/, '是同一个人'))
  unmount()
  await open()
  expect(choice(/张伟/, '是同一个人')).toHaveAttribute('aria-checked', 'true')
  await tap(button('确认导入'))
  await settled()
  expect(callsOf(register.confirm)).toMatchObject([{ body: { same: [['zhang1', 'zhang2']] } }])
})

test('of three, some may be one', async () => {
  answerTo(register.previewSameNames, { items: [groupOf(3)] })
  answerTo(register.confirm, importWith({ state: 'writing' }))
  await openAt({ preview: previewWith({ sameNames: 1 }) })
  await tap(choice(/是不是同一个人/, '有的是同一个人'))
  await tap(choice(/第 3 位/, '和第 1 位是同一个人'))
  await tap(button('确认导入'))
  await settled()
  expect(callsOf(register.confirm)).toMatchObject([
    { body: { same: [['zhang1', 'zhang3'], ['zhang2']] } },
  ])
})

test('a register that is the same already may still learn who is who', async () => {
  answerTo(register.previewSameNames, { items: [groupOf(2)] })
  const unchanged = previewWith({ unchanged: true, added: 0, changed: 0, sameNames: 1 })
  await openAt({ preview: unchanged })
  expect(screen.queryByRole('button', { name: '确认导入' })).toBeNull()
  await tap(choice(/张伟/, '是两个人'))
  expect(button('确认导入')).toBeEnabled()
})
