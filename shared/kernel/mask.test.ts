import fc from 'fast-check'
import { maskName, maskPhone } from './mask.ts'

const HAN = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))

test.each([
  ['张三', '张*'],
  ['欧阳小明', '欧***'],
  ['王', '王'],
  ['锦绣置业有限公司', '锦绣置业有限公司'],
  ['长江医药集团（筹）', '长江医药集团（筹）'],
  ['阿不都·热合曼', '阿******'],
  ['买买提·艾力·会', '买*******'],
  ['Anna Maria Li', 'A************'],
  ['', ''],
])('%s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test('of a name of two to five characters only the first is shown, and how many there are', () => {
  fc.assert(
    fc.property(fc.array(HAN, { minLength: 2, maxLength: 5 }), (name) => {
      expect(maskName(name.join(''))).toBe((name[0] ?? '') + '*'.repeat(name.length - 1))
    }),
  )
})

test('of a phone number never more than seven digits are shown, and the middle never', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,15}$/), (phone) => {
      const shown = maskPhone(phone)
      expect(shown.replace(/\D/g, '').length).toBeLessThanOrEqual(7)
      expect(shown).toMatch(/^(\d{3})?\*{4}(\d{4})?$/)
    }),
  )
})
