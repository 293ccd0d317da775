import { readSubscribeTemplates, underTheirKeys } from './subscribe-templates.ts'

const ID = 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc'

test('an id alone, or with keys that the console numbered otherwise', () => {
  expect(
    readSubscribeTemplates({
      complaint_result: ID,
      emergency: { id: ID, keys: { thing1: 'thing7' } },
    }),
  ).toEqual({
    complaint_result: { id: ID, keys: {} },
    emergency: { id: ID, keys: { thing1: 'thing7' } },
  })
})

test.each([
  ['no id', { emergency: '' }],
  ['a key of another kind', { emergency: { id: ID, keys: { thing1: 'phrase1' } } }],
  ['a key that is none', { emergency: { id: ID, keys: { thing1: 'thing' } } }],
  ['a list', [ID]],
  ['nothing', null],
])('%s is not taken', (_, given) => {
  expect(() => readSubscribeTemplates(given)).toThrow(/^templates are/)
})

test('fields are put under the keys of the deployment', () => {
  expect(underTheirKeys({ thing1: 'a', time2: 'b' }, { thing1: 'thing7' })).toEqual({
    thing7: 'a',
    time2: 'b',
  })
})
