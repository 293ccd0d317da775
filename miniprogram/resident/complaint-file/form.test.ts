import type { Home } from '#shared/kernel/home.ts'
import { EMPTY, filingOf, missingIn, placesOf, type Form } from './form.ts'

const written: Form = {
  ...EMPTY,
  category: 'lift',
  text: '电梯关门有异响',
  where: '1-2-801',
}

test.each<[string, Partial<Form>, string | undefined]>([
  ['nothing', {}, undefined],
  ['the kind', { category: undefined }, '请选择是哪一类问题'],
  ['words', { text: '  电梯坏了  ' }, '请写清问题，至少 5 个字'],
  ['nothing at five characters', { text: '电梯坏了！' }, undefined],
  ['nothing at 2,000, emoji counted once', { text: '😀'.repeat(2_000) }, undefined],
  ['fewer words', { text: '长'.repeat(2_003) }, '文字多了 3 个，请删减'],
  ['the place', { where: undefined }, '请选择地点'],
  ['where in the common area', { where: 'common', area: '  ' }, '请写明在公共区域的哪里'],
  ['a shorter place', { where: 'common', area: '库'.repeat(61) }, '地点写得太长，请删减'],
  ['nothing in the common area', { where: 'common', area: '车库' }, undefined],
  ['nothing for an area that is not asked for', { area: '库'.repeat(61) }, undefined],
])('%s is missing', (_, changed, missing) => {
  const form = { ...written, ...changed }
  expect(missingIn(form)).toBe(missing)
  expect(filingOf(form) === undefined).toBe(missing !== undefined)
})

test.each<[Partial<Form>, object]>([
  [{ where: '1-2-801' }, { kind: 'home', unit: '1-2-801' }],
  [{ where: 'building:1幢' }, { kind: 'building', building: '1幢' }],
  [
    { where: 'common', area: ' 地下车库 ' },
    { kind: 'common', area: '地下车库' },
  ],
])('%j is filed as %j', (changed, place) => {
  expect(filingOf({ ...written, ...changed })?.place).toEqual(place)
})

test('a person is offered their homes, the buildings these are in, and the common area', () => {
  const home = (unit: string): Home => ({ unit, areaCenti: 8_957, relation: 'owner' })
  const places = placesOf([home('1-2-801'), home('12-1-302')], ['1幢', '2幢', '12幢'])
  expect(places.map(({ value }) => value)).toEqual([
    '1-2-801',
    '12-1-302',
    'building:1幢',
    'building:12幢',
    'common',
  ])
})
