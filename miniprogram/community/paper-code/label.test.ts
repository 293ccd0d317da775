import { labelOf } from './label.ts'

test.each([
  [{ building: '1栋', unit: '2', room: '801' }, '1-2-801'],
  [{ building: '3号楼', unit: '2 单元', room: '0801室' }, '3-2-801'],
  [{ building: 'A座', unit: '', room: '1202' }, 'A-1202'],
  [{ building: '会所', unit: '', room: '101' }, '会所-101'],
  [{ building: '1栋', unit: 'a', room: 'b12' }, '1-A-B12'],
])('%j is %s on the register', (door, label) => {
  expect(labelOf(door)).toBe(label)
})

test.each([
  [{ building: undefined, unit: '2', room: '801' }],
  [{ building: '1栋', unit: '2', room: '  ' }],
])('%j is no home yet', (door) => {
  expect(labelOf(door)).toBeUndefined()
})
