import { adviceFor, checklistOf } from './checklists.ts'
import { KINDS, KIND_NAMES, stepsOf } from './kinds.ts'

test('the thirteen of the list, a property that walks out, and what it leaves open', () => {
  expect(KINDS).toHaveLength(15)
  expect(new Set(Object.values(KIND_NAMES)).size).toBe(15)
})

describe.each(KINDS)('%s', (kind) => {
  test('every step has words for somebody who runs, and says where it comes from', () => {
    const steps = checklistOf(kind)
    expect(steps.map(({ step }) => step)).toEqual(stepsOf(kind))
    for (const { text, source, confidence } of steps) {
      expect(text.length).toBeGreaterThan(5)
      expect(text.length).toBeLessThanOrEqual(30)
      expect(/第 \d+ 条/.test(source)).toBe(confidence === 'law')
    }
  })
  test('every number that residents are to call stands in what staff do, too', () => {
    const { advice, phones } = adviceFor(kind)
    expect(advice).toHaveLength(2)
    const call = checklistOf(kind).find(({ step }) => step === 'call')?.text ?? ''
    expect(phones.filter((phone) => !call.includes(phone) && phone !== '120')).toEqual([])
  })
})
