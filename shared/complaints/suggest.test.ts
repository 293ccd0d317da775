import fc from 'fast-check'
import { CATEGORIES, type Category } from './categories.ts'
import { CATEGORY_WORDS, suggestCategories } from './suggest.ts'

test.each<[string, Category | undefined]>([
  ['三号电梯关门时有很大的异响，老人不敢坐。', 'lift'],
  ['地下车库照明坏了一排，晚上看不清路。', 'repair'],
  ['地下车库 B 区的水管一直在滴水，地上很滑。', 'repair'],
  ['卫生间天花板漏水，楼上不肯修', 'repair'],
  ['一单元门口路灯三天不亮了', 'repair'],
  ['电梯里有垃圾，两天没人扫', 'cleaning'],
  ['垃圾桶满了没有清运，夏天特别臭', 'cleaning'],
  ['装修垃圾堆在大门口', 'cleaning'],
  ['保安晚上睡觉，陌生人随便进出', 'security'],
  ['有人高空抛物，差点砸到小孩', 'security'],
  ['楼上半夜装修，电钻声吵得睡不着', 'noise'],
  ['广场舞音响太响', 'noise'],
  ['我的车位被外来车占了', 'parking'],
  ['小区里乱停车，救护车进不来', 'parking'],
  ['消防通道停满了车', 'fire_lane'],
  ['楼道里堆满杂物，还有人飞线充电', 'fire_lane'],
  ['邻居把电动车推进电梯充电', 'fire_lane'],
  ['五楼砸了承重墙', 'decoration'],
  ['一楼私搭阳光房', 'decoration'],
  ['停车费从 150 涨到 300，没有公示', 'fees'],
  ['物业费账单多收了三个月', 'fees'],
  ['前台态度很差，打电话没人接', 'staff'],
  ['物业阻挠我们成立业委会，撕公告', 'committee'],
  ['花坛里的树枯死了没人浇水', 'green'],
  ['电 梯\n坏 了', 'lift'],
  ['业委会门口的灯坏了', 'repair'],
  ['你好', undefined],
  ['', undefined],
  ['😀😀😀', undefined],
])('%s → %s', (text, category) => {
  expect(suggestCategories(text)[0]?.category).toBe(category)
})

test('the second guess is there to choose, with the words it rests on', () => {
  expect(suggestCategories('电梯里有垃圾')).toEqual([
    { category: 'cleaning', words: ['垃圾'] },
    { category: 'lift', words: ['电梯'] },
  ])
})

test('only what is offered here is suggested', () => {
  expect(suggestCategories('电梯里有垃圾', ['lift', 'other'])).toEqual([
    { category: 'lift', words: ['电梯'] },
  ])
  expect(suggestCategories('电梯坏了', ['parking'])).toEqual([])
})

test('a word stands for one kind only, and every kind but the last has some', () => {
  const all = CATEGORIES.flatMap((category) => CATEGORY_WORDS[category])
  expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([])
  expect(CATEGORIES.filter((category) => CATEGORY_WORDS[category].length === 0)).toEqual(['other'])
})

test('what is suggested is offered, each once, and rests on words of the text', () => {
  const piece = fc.constantFrom(
    ...CATEGORIES.flatMap((one) => CATEGORY_WORDS[one]),
    '的',
    '了',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.subarray([...CATEGORIES]),
      (pieces, offered) => {
        const text = pieces.join('')
        const found = suggestCategories(text, offered)
        expect(offered).toEqual(expect.arrayContaining(found.map(({ category }) => category)))
        expect(new Set(found.map(({ category }) => category)).size).toBe(found.length)
        for (const { words } of found) {
          expect(words.length).toBeGreaterThan(0)
          expect(words.every((word) => text.replace(/\s+/g, '').includes(word))).toBe(true)
        }
      },
    ),
    { numRuns: 100 },
  )
})
