import { place } from '#miniprogram/features/bindings/bindings.fixture.ts'
import { EMPTY, filingOf, missingAt, placeWords, plainSecret, stepsOf, type Form } from './form.ts'

const owner: Form = {
  ...EMPTY,
  who: 'owner',
  way: 'phone',
  community: place,
  building: '1栋',
  unit: ' 2 ',
  room: '801',
  name: '张建国 ',
  ground: 'listed',
}
const said = { community: 'c1', building: '1栋', unit: '2', room: '801', name: '张建国' }

describe('only what is still open is asked', () => {
  test.each<[string, Partial<Form>, string]>([
    ['nothing yet', {}, 'who way community place name ground review'],
    ['an owner by phone', owner, 'who way community place name ground review'],
    [
      'an owner with papers',
      { ...owner, way: 'papers' },
      'who way community place name ground review',
    ],
    ['an owner by a code', { ...owner, way: 'code' }, 'who way code community place name review'],
    ['a tenant', { ...owner, who: 'user' }, 'who code community place name review'],
  ])('%s', (_, form, steps) => {
    expect(stepsOf({ ...EMPTY, ...form }).join(' ')).toBe(steps)
  })
})

describe('what an answer still wants is said', () => {
  test.each<[Parameters<typeof missingAt>[0], Partial<Form>, string | undefined]>([
    ['who', { who: undefined }, '请选择一项'],
    ['way', { way: undefined }, '请选择一种'],
    ['code', { secret: '34679-A' }, '请输入完整的验证码'],
    ['code', { secret: '34679 acdef' }, undefined],
    ['community', { community: undefined }, '请选择小区'],
    ['place', { building: undefined }, '请选择楼栋'],
    ['place', { room: ' ' }, '请写房号'],
    ['place', { unit: '' }, undefined],
    ['name', { name: '张' }, '请写完整姓名'],
    ['name', { name: '张'.repeat(41) }, '姓名写得太长'],
    ['ground', { ground: undefined }, '请选择您的情况'],
    ['ground', { ground: 'other', words: '' }, '请写明是什么情况'],
    ['ground', { ground: 'heir', words: '' }, undefined],
    ['ground', { ground: 'heir', words: '长'.repeat(301) }, '说明写得太长，请删减'],
    ['review', {}, undefined],
  ])('%s with %j', (step, changed, missing) => {
    expect(missingAt(step, { ...owner, ...changed })).toBe(missing)
  })
})

describe('what is sent', () => {
  test('an owner claims by name and ground', () => {
    expect(filingOf(owner)).toEqual({ claim: { ...said, ground: 'listed' } })
    expect(filingOf({ ...owner, ground: 'heir', words: ' 公证书在我手里 ' })).toEqual({
      claim: { ...said, ground: 'heir', words: '公证书在我手里' },
    })
  })

  test('whoever has a code redeems it, and no ground is asked', () => {
    const secret = '34679-acdef'
    const redeem = { ...said, secret: '34679ACDEF' }
    expect(filingOf({ ...owner, way: 'code', ground: undefined, secret })).toEqual({ redeem })
    expect(filingOf({ ...owner, who: 'user', ground: undefined, secret })).toEqual({ redeem })
  })

  test('nothing while an answer is missing', () => {
    expect(filingOf({ ...owner, name: '' })).toBeUndefined()
    expect(filingOf({ ...owner, way: 'code' })).toBeUndefined()
    expect(filingOf(EMPTY)).toBeUndefined()
  })
})

test.each([
  ['34679 acdef', '34679ACDEF'],
  ['34679—ACDEF', '34679ACDEF'],
  ['34679－acdef ', '34679ACDEF'],
])('a code typed %s is %s', (typed, secret) => {
  expect(plainSecret(typed)).toBe(secret)
})

test('a home is said as it stands on the door', () => {
  expect(placeWords(owner)).toBe('锦绣花园 1栋 2 单元 801')
  expect(placeWords({ ...owner, unit: '' })).toBe('锦绣花园 1栋 801')
})
