import { matterOf, MATTERS } from './matters.ts'

test('the nine matters of article 278, three of them special', () => {
  expect(MATTERS.map(({ matter }) => matter)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const special = MATTERS.filter((one) => one.class === 'special')
  expect(special.map(({ matter }) => matter)).toEqual([6, 7, 8])
})

test('using the repair fund is ordinary, raising it is special', () => {
  expect(matterOf(5)).toMatchObject({ name: '使用建筑物及其附属设施的维修资金', class: 'ordinary' })
  expect(matterOf(6)).toMatchObject({ name: '筹集建筑物及其附属设施的维修资金', class: 'special' })
})

test('each says where its class is laid down', () => {
  for (const { source } of MATTERS) expect(source).toContain('民法典')
})

test.each([0, 10, 1.5, -1])('there is no matter %d', (matter) => {
  expect(matterOf(matter)).toBeUndefined()
})
