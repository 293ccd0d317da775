import { fieldsFor } from '#shared/messages/fields.ts'
import { TEMPLATES } from '#shared/messages/templates.ts'
import { misfitOf } from '../platform/weixin/stand-in/template-fields.ts'
import { demoTemplates } from './demo-templates.ts'
import { settingsFrom } from './settings.ts'

const now = (): Date => new Date('2026-11-24T02:00:00Z')
const ID = 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc'

test('templates are read from the environment, and there need be none', () => {
  expect(settingsFrom({}, now).templates).toEqual({})
  const text = JSON.stringify({ emergency: ID })
  expect(settingsFrom({ WX_TEMPLATES: text }, now).templates).toEqual({
    emergency: { id: ID, keys: {} },
  })
})

test.each(['{', '[]', '{"emergency": 7}'])('%s is refused, naming the variable', (text) => {
  expect(() => settingsFrom({ WX_TEMPLATES: text }, now)).toThrow(/^WX_TEMPLATES is /)
})

test.each(TEMPLATES)('the demo’s WeChat takes what $key is filled with', (template) => {
  const id = demoTemplates.settings[template.key]?.id ?? ''
  const keys = demoTemplates.known[id]?.keys ?? []
  const long = '楼道漏水，二楼三户都受影响，请尽快安排检修👨‍👩‍👧'
  for (const title of [long, '', '\n', '👨‍👩‍👧'.repeat(9)]) {
    const values = { title, words: title, at: '2026-11-24T02:00:00Z', number: title }
    const data = Object.entries(fieldsFor(template, values)).map(([key, value]) => [key, { value }])
    expect(misfitOf(Object.fromEntries(data), keys)).toBeUndefined()
  }
})
