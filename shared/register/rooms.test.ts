import { parseParking, parsePlace } from './rooms.ts'

const place = (building: string, unit: string, room: string) => ({ building, unit, room })

test.each([
  [place('1栋', '2单元', '801'), '1-2-801'],
  [place('1幢', '2', ' 801 '), '1-2-801'],
  [place('1', '2', '８０１'), '1-2-801'],
  [place('01栋', '02单元', '0801'), '1-2-801'],
  [place('１号楼', '二单元', '801室'), '1-2-801'],
  [place('十二栋', '一单元', '1804'), '12-1-1804'],
  [place('二十一幢', '', '101'), '21-101'],
  [place('A座', '', '1201'), 'A-1201'],
  [place('a座', '', '12a01'), 'A-12A01'],
  [place('3#', '2门', '1201'), '3-2-1201'],
  [place('3#楼', '2', '1201号'), '3-2-1201'],
  [place('', '', '3-2-1201'), '3-2-1201'],
  [place('', '', '3－2－1201'), '3-2-1201'],
  [place('', '', '3—2—1201'), '3-2-1201'],
  [place('', '', '3/2/1201'), '3-2-1201'],
  [place('', '', '3幢2单元1201室'), '3-2-1201'],
  [place('', '', '3栋-2单元-1201'), '3-2-1201'],
  [place('', '', '３＃-2-1201'), '3-2-1201'],
  [place('', '', '三号楼二单元1201号'), '3-2-1201'],
  [place('', '', '12号301室'), '12-301'],
  [place('', '', '自贡市自流井区锦绣花园3幢2单元1201室'), '3-2-1201'],
  [place('', '', '一期3栋2单元1201'), '1-3-2-1201'],
  [place('3栋', '2单元', '3-2-1201'), '3-2-1201'],
  [place('03栋', '2单元', '2-1201'), '3-2-1201'],
  [place('3栋', '', '3-2-1201'), '3-2-1201'],
  [place('3栋', '', '3-1201'), '3-3-1201'],
  [place('4栋', '', '3-1201'), '4-3-1201'],
  [place('3栋', '1单元', '-1-003'), '3-1-B1-003'],
  [place('3栋', '1单元', '负1-003'), '3-1-B1-003'],
  [place('1栋', '', '商铺3'), '1-商铺3'],
  [place('东区', '1单元', '201'), '东区-1-201'],
])('%j is %s', (written, label) => {
  expect(parsePlace(written)?.label).toBe(label)
})

test.each([
  place('', '', ''),
  place('1栋', '1单元', ''),
  place('', '', '1201'),
  place('1栋', '', '1201 (复式)'),
  place('1栋', '', '无'),
  place('1栋', '', '😀'),
  place('1栋', '', '1-2-3-4-5-6'),
  place('1栋', '', '1'.repeat(40)),
])('%j is no place', (written) => {
  expect(parsePlace(written)).toBeUndefined()
})

test.each([
  [place('', '', '03幢2单元1201室'), '3'],
  [place('A座', '', '1201'), 'A'],
  [place('一期3栋', '2单元', '1201'), '1-3'],
  [place('', '', '一期3栋2单元1201'), '1-3'],
])('%j stands in building %s', (written, building) => {
  expect(parsePlace(written)?.building).toBe(building)
})

test.each([
  ['B1-001', '车位B1-001'],
  [' b1—００1', '车位B1-001'],
  ['车位12', '车位12'],
  ['地下A区12', '车位地下A区12'],
])('parking space %s is %s', (text, label) => {
  expect(parseParking(text)?.label).toBe(label)
})

test.each(['', '无', '=1', '车位', '!'])('%j is no parking space', (text) => {
  expect(parseParking(text)).toBeUndefined()
})
