import type { Category } from '#shared/complaints/categories.ts'
import { CATEGORIES } from '#shared/complaints/categories.ts'
import {
  EMPTY,
  filingOf,
  Form,
  kindOf,
  lostHome,
  missingIn,
  placesOf,
  settled,
  whereOf,
  type Choices,
} from './form.ts'

const choices: Choices = {
  homes: [{ unit: '1-2-801' }, { unit: '12-1-302' }],
  buildings: ['1幢', '2幢', '12幢'],
  offered: [...CATEGORIES],
}
const written: Form = { ...EMPTY, category: 'lift', text: '电梯关门有异响', where: '1-2-801' }

test.each<[string, Partial<Form>, string | undefined]>([
  ['nothing', {}, undefined],
  ['the kind', { category: undefined, text: '这个东西不好用' }, '请选择是哪一类问题'],
  ['no kind where the words say it', { category: undefined }, undefined],
  ['words', { text: '  电梯坏了  ' }, '请写清问题，至少 5 个字'],
  ['nothing at five characters', { text: '电梯坏了！' }, undefined],
  ['nothing at 2,000, emoji counted once', { text: '😀'.repeat(2_000) }, undefined],
  ['fewer words', { text: '长'.repeat(2_003) }, '文字多了 3 个，请删减'],
  ['the place', { where: undefined }, '请选择地点'],
  ['another place: that home is theirs no more', { where: '9-9-999' }, '请选择地点'],
  ['where in the common area', { where: 'common', area: '  ' }, '请写明在公共区域的哪里'],
  ['a shorter place', { where: 'common', area: '库'.repeat(61) }, '地点写得太长，请删减'],
  ['nothing in the common area', { where: 'common', area: '车库' }, undefined],
  ['nothing for an area that is not asked for', { area: '库'.repeat(61) }, undefined],
])('%s is missing', (_, changed, missing) => {
  const form = { ...written, ...changed }
  expect(missingIn(form, choices)).toBe(missing)
  expect(filingOf(settled(form, choices)) === undefined).toBe(missing !== undefined)
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
  expect(placesOf(choices).map(({ value }) => value)).toEqual([
    '1-2-801',
    '12-1-302',
    'building:1幢',
    'building:12幢',
    'common',
  ])
})

test('one home is chosen already, of several none; a helper says it each time', () => {
  const one = { homes: [{ unit: '1-2-801' }] }
  expect(whereOf(EMPTY, one)).toBe('1-2-801')
  expect(whereOf(EMPTY, choices)).toBeUndefined()
  expect(whereOf({ ...EMPTY, where: 'common' }, one)).toBe('common')
  expect(whereOf({ ...EMPTY, onBehalfOf: '1-2-801' }, one)).toBeUndefined()
})

test('who moved out is told which home is theirs no more', () => {
  expect(lostHome({ ...written, where: '9-9-999' }, choices)).toBe('9-9-999')
  expect(lostHome(written, choices)).toBeUndefined()
  expect(lostHome({ ...written, where: 'common' }, { homes: [] })).toBeUndefined()
})

test.each<[Partial<Form>, readonly Category[], Category | undefined]>([
  [{ text: '电梯里有垃圾' }, CATEGORIES, 'cleaning'],
  [{ text: '电梯里有垃圾', category: 'lift' }, CATEGORIES, 'lift'],
  [{ text: '电梯里有垃圾' }, ['lift'], 'lift'],
  [{ text: '电梯里有垃圾', category: 'parking' }, ['lift'], undefined],
  [{ text: '' }, CATEGORIES, undefined],
])('%j where %j are offered is of the kind %s', (facts, offered, kind) => {
  expect(kindOf({ ...EMPTY, ...facts }, offered)).toBe(kind)
})

test('a draft of an older package goes on, with the photos it had sent', () => {
  const old = { category: 'lift', text: '电梯坏了吗', area: '', photos: ['ph1'], where: '1-2-801' }
  expect(filingOf(Form.parse(old))).toEqual({
    category: 'lift',
    text: '电梯坏了吗',
    place: { kind: 'home', unit: '1-2-801' },
    photos: ['ph1'],
    hidesName: false,
    direct: false,
  })
})

test('only photos that arrived are filed with it', () => {
  const photos: Form['photos'] = [
    { key: 'a', path: 'a.jpg', state: 'sent', attempts: 0, photo: 'ph1' },
    { key: 'b', path: 'b.jpg', state: 'waiting', attempts: 2 },
    { key: 'c', path: 'c.jpg', state: 'failed', attempts: 5, wrong: '太大' },
  ]
  expect(filingOf({ ...written, photos })?.photos).toEqual(['ph1'])
})
