import { buildingsOf } from './buildings.ts'
import type { RegisterUnit } from './register.ts'

const row = (building: string, written: string, kind: RegisterUnit['kind'] = 'home') => ({
  written,
  unit: {
    label: `${building}-1`,
    building,
    kind,
    areaCenti: 1,
    status: 'delivered' as const,
    owners: ['A'],
  },
})

test.each([
  ['one word for all', [row('1', '1幢'), row('1', '1栋'), row('2', '2栋')], ['1栋', '2栋']],
  ['bare numbers', [row('1', '1'), row('2', '')], ['1栋', '2栋']],
  ['a word of its own', [row('1', '1栋'), row('2', '2栋'), row('A', 'A座')], ['1栋', '2栋', 'A座']],
  ['another word for all', [row('1', '1幢'), row('2', '2')], ['1幢', '2幢']],
  ['a name', [row('1', '1栋'), row('1', '1栋'), row('东区', '东区')], ['1栋', '东区']],
  ['only names', [row('东区', '东区'), row('西区', '西区')], ['东区', '西区']],
  ['the order of the rows', [row('12', ''), row('3', ''), row('12', '')], ['12栋', '3栋']],
  ['no parking', [row('', '', 'parking'), row('1', '')], ['1栋']],
])('%s', (_, rows, names) => {
  expect(buildingsOf(rows).map(({ name }) => name)).toEqual(names)
})

test('units are counted', () => {
  expect(buildingsOf([row('12', ''), row('3', ''), row('12', '')])).toMatchObject([
    { building: '12', units: 2 },
    { building: '3', units: 1 },
  ])
})
