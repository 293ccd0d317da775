import { FIELD_LIMITS, fieldsFor, fieldTypeOf, fitted } from './fields.ts'
import { cutTo, lettersOf } from './letters.ts'
import { TEMPLATES, templateOf } from './templates.ts'

const FAMILY = '👨‍👩‍👧'
const VALUES = {
  title: '楼道漏水',
  words: '物业须在 11 月 24 日 18:00 前答复，逾期将自动转街道。',
  at: '2026-11-24T16:30:00.000Z',
  number: 'JX7-K2M-94',
}

describe('characters as a person counts them', () => {
  test.each([
    ['汉字abc', ['汉', '字', 'a', 'b', 'c']],
    [`${FAMILY}好`, [FAMILY, '好']],
    ['👍🏽', ['👍🏽']],
    ['e\u0301a', ['e\u0301', 'a']],
    ['❤️1️⃣', ['❤️', '1️⃣']],
    ['𠮷田', ['𠮷', '田']],
    ['', []],
  ])('%s', (text, letters) => {
    expect(lettersOf(text)).toEqual(letters)
  })

  test.each([
    ['just as long', '一二三四五', 5, '一二三四五'],
    ['one too long', '一二三四五六', 5, '一二三四…'],
    ['a family that would be halved', `一二三${FAMILY}`, 10, '一二三…'],
    ['a rare character of two units', '一二三𠮷五', 5, '一二三…'],
    ['nothing that fits', FAMILY.repeat(3), 5, '…'],
  ])('%s', (_, text, most, cut) => {
    expect(cutTo(text, most)).toBe(cut)
    expect(cutTo(text, most).length).toBeLessThanOrEqual(most)
  })
})

describe('a field', () => {
  test.each([
    ['thing', '楼道\n漏水  了', '楼道 漏水 了'],
    ['thing', '汉'.repeat(21), `${'汉'.repeat(19)}…`],
    ['thing', ' ', '无'],
    ['number', '共 12 件', '12'],
    ['number', '没有', '0'],
    ['letter', 'A1b', 'Ab'],
    ['symbol', '好!?', '!?'],
    ['character_string', '投诉 JX7-K2M-94', 'JX7-K2M-94'],
    ['character_string', 'x'.repeat(40), 'x'.repeat(32)],
    ['character_string', '无编号', '-'],
    ['amount', '¥1,988.40', '¥1988.40'],
    ['phone_number', '电话 0766-66888866', '0766-66888866'],
    ['name', '王'.repeat(11), `${'王'.repeat(9)}…`],
    ['phrase', '已转街道办理', '已转街道办'],
    ['phrase', 'done', '通知'],
  ] as const)('%s: %s → %s', (type, text, held) => {
    expect(fitted(type, text)).toBe(held)
  })

  test.each(['thing', 'thing1x', '1', 'address1'])('%s is no key', (key) => {
    expect(() => fieldTypeOf(key)).toThrow('no key of a template')
  })
})

describe('every template', () => {
  test('has keys of WeChat’s kinds, each once, and a state that is a phrase', () => {
    for (const { fields, state } of TEMPLATES) {
      for (const key of Object.keys(fields)) expect(FIELD_LIMITS).toHaveProperty(fieldTypeOf(key))
      expect(fitted('phrase', state)).toBe(state)
    }
    expect(new Set(TEMPLATES.map(({ key }) => key)).size).toBe(TEMPLATES.length)
  })

  test('is filled from what happened, in Shanghai time', () => {
    expect(fieldsFor(templateOf('complaint_progress'), VALUES)).toEqual({
      character_string1: 'JX7-K2M-94',
      thing2: '楼道漏水',
      phrase3: '有新进展',
      time4: '2026年11月25日 00:30',
      thing5: '物业须在11月24日18:00前答复，…',
    })
    const said = fieldsFor(templateOf('complaint_result'), { ...VALUES, state: '已修好' })
    expect(said).toMatchObject({ phrase3: '已修好' })
  })
})
