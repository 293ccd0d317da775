import { countVectorFile } from './count-file.ts'
import { problemLine } from './problem-lines.ts'
import { validFile } from './valid-file.fixture.ts'

type File = ReturnType<typeof validFile>
type Case = File['cases'][number]

const linesOf = (text: string): string[] => {
  const count = countVectorFile(text)
  return count.ok ? [] : count.problems.map((problem) => problemLine('f.json', problem))
}

/** The lines for the valid file with some value at a path set, or taken away where it is left out. */
function spoilt(path: string, value?: unknown): string[] {
  const file: unknown = validFile()
  const steps = path.split('/')
  const last = steps.pop() ?? ''
  let at = file as Record<string, unknown>
  for (const step of steps) at = at[step] as Record<string, unknown>
  if (value === undefined) Reflect.deleteProperty(at, last)
  else at[last] = value
  return linesOf(JSON.stringify(file))
}

test('the file is valid before it is spoilt', () => {
  expect(linesOf(JSON.stringify(validFile()))).toEqual([])
})

describe('wrong types and values', () => {
  test.each<[string, unknown, string]>([
    ['cases/1/ballots/0/choice', 'yes', 'cases[1].ballots[0].choice'],
    ['cases/0/ballots/0/choice', null, 'cases[0].ballots[0].choice'],
    ['cases/0/ballots/0/channel', 'fax', 'cases[0].ballots[0].channel'],
    ['cases/0/ballots/0/signed', 'true', 'cases[0].ballots[0].signed'],
    ['cases/0/ballots/0/by', '', 'cases[0].ballots[0].by'],
    ['cases/0/ballots/0/by', null, 'cases[0].ballots[0].by'],
    ['cases/0/ballots/0/onBehalfOf', 1, 'cases[0].ballots[0].onBehalfOf'],
    ['cases/0/ballots/0/units', [], 'cases[0].ballots[0].units'],
    ['cases/0/ballots/0/units', 'U1', 'cases[0].ballots[0].units'],
    ['cases/0/ballots/0/units', ['U1', 7], 'cases[0].ballots[0].units[1]'],
    ['cases/0/ballots', {}, 'cases[0].ballots'],
    ['cases/0/proxies/0/written', 1, 'cases[0].proxies[0].written'],
    ['cases/0/served', 'A', 'cases[0].served'],
    ['cases/0/served', ['A', null], 'cases[0].served[1]'],
    ['cases/0/item/class', 'simple', 'cases[0].item.class'],
    ['cases/0/item/scopeUnits', 'U1', 'cases[0].item.scopeUnits'],
    ['cases/0/policy/parkingCounted', 0, 'cases[0].policy.parkingCounted'],
    ['cases/0/policy/silent', 'SILENT', 'cases[0].policy.silent'],
    ['cases/0/policy/revote', 'LAST', 'cases[0].policy.revote'],
    ['cases/0/policy/proxyCap', -1, 'cases[0].policy.proxyCap'],
    ['cases/0/policy/proxyCap', 1.5, 'cases[0].policy.proxyCap'],
    ['cases/0/policy/proxyCap', '3', 'cases[0].policy.proxyCap'],
    ['cases/0/note', 7, 'cases[0].note'],
    ['cases/0/id', 7, 'cases[0].id'],
    ['cases/0/expect', { result: 'PASSED' }, 'cases[0].expect.totalAreaCenti'],
    ['cases/0', null, 'cases[0]'],
    ['cases', {}, 'cases'],
    ['communities', [], 'communities'],
    ['communities/C2', {}, 'communities.C2'],
    ['communities/C1/0', 'U1', 'communities.C1[0]'],
    ['communities/C1/0/areaCenti', 0, 'communities.C1[0].areaCenti'],
    ['communities/C1/0/areaCenti', -1, 'communities.C1[0].areaCenti'],
    ['communities/C1/0/areaCenti', 10_000.5, 'communities.C1[0].areaCenti'],
    ['communities/C1/0/areaCenti', '10000', 'communities.C1[0].areaCenti'],
    ['communities/C1/0/areaCenti', 2 ** 53, 'communities.C1[0].areaCenti'],
    ['communities/C1/0/status', 'sold', 'communities.C1[0].status'],
    ['communities/C1/0/kind', 'shop', 'communities.C1[0].kind'],
    ['communities/C1/0/owners', [], 'communities.C1[0].owners'],
    ['communities/C1/0/owners', 'A', 'communities.C1[0].owners'],
    ['communities/C1/0/id', '', 'communities.C1[0].id'],
  ])('%s = %j', (path, value, place) => {
    const lines = spoilt(path, value)
    expect(lines.map((line) => line.slice(0, line.indexOf(': ')))).toContain(place)
    for (const line of lines) expect(line).toMatch(/^[^\n]+: [^\n]+$/)
  })
})

describe('a missing key', () => {
  const keys = Object.keys(validFile().cases[0] ?? {}).filter((key) => key !== 'note')
  test.each([
    ...['communities', 'cases', ...keys.map((key) => `cases/0/${key}`)],
    ...['class', 'scopeUnits'].map((key) => `cases/0/item/${key}`),
    ...['parkingCounted', 'silent', 'revote', 'proxyCap', 'closesAt'].map(
      (key) => `cases/0/policy/${key}`,
    ),
    ...['by', 'onBehalfOf', 'units', 'choice', 'channel', 'signed', 'at'].map(
      (key) => `cases/0/ballots/0/${key}`,
    ),
    ...['principal', 'agent', 'written'].map((key) => `cases/0/proxies/0/${key}`),
    ...['id', 'areaCenti', 'owners', 'status', 'kind'].map((key) => `communities/C1/0/${key}`),
  ])('%s', (path) => {
    const place = path.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')
    expect(spoilt(path).map((line) => line.slice(0, line.indexOf(': ')))).toEqual([place])
  })

  test('but not the note, nor what is expected, which decide nothing', () => {
    expect(spoilt('cases/0/note')).toEqual([])
  })
})

test.each([
  ['vote', 'vote'],
  ['cases/0/title', 'cases[0].title'],
  ['cases/0/item/matter', 'cases[0].item.matter'],
  ['cases/0/policy/opensAt', 'cases[0].policy.opensAt'],
  ['cases/0/ballots/0/weight', 'cases[0].ballots[0].weight'],
  ['cases/0/proxies/0/cap', 'cases[0].proxies[0].cap'],
  ['communities/C1/0/developer', 'communities.C1[0].developer'],
  ['communities/C1/0/two words', 'communities.C1[0]["two words"]'],
  ['communities/C1/0/constructor', 'communities.C1[0].constructor'],
])('an unknown key: %s', (path, place) => {
  expect(spoilt(path, 1)).toEqual([`${place}: unknown key`])
})

test('an unknown key that a plain object would swallow', () => {
  const text = JSON.stringify(validFile()).replace('"class":', '"__proto__":{},"class":')
  expect(linesOf(text)).toEqual(['cases[0].item.__proto__: unknown key'])
})

describe('times', () => {
  test.each([
    '2026-03-20',
    '2026-03-20T10:00Z',
    '2026-03-20T10:00:00',
    '2026-03-20T10:00:00.000Z',
    '2026-03-20T10:00:00+08:00',
    '2026-03-20t10:00:00z',
    '2026-03-20 10:00:00Z',
    ' 2026-03-20T10:00:00Z',
    '2026-03-20T10:00:00Z\n',
    '2026-3-20T10:00:00Z',
    '+02026-03-20T10:00:00Z',
    '2026-02-29T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-10T10:00:00Z',
    '2026-01-00T10:00:00Z',
    '2026-03-20T24:00:00Z',
    '2026-03-20T10:60:00Z',
    '2026-03-20T10:00:60Z',
    '２０２６-03-20T10:00:00Z',
    '',
    1_774_000_000,
    null,
  ])('%j is none', (time) => {
    expect(spoilt('cases/0/ballots/0/at', time)).toEqual([
      expect.stringMatching(/^cases\[0\]\.ballots\[0\]\.at: /),
    ])
    expect(spoilt('cases/1/policy/closesAt', time)).toHaveLength(1)
  })

  test('29 February of a leap year is one', () => {
    expect(spoilt('cases/0/ballots/0/at', '2028-02-29T23:59:59Z')).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['communities/C1/0/owners', ['A+B'], 'communities.C1[0].owners[0]'],
    ['cases/0/ballots/0/by', 'H1+H2', 'cases[0].ballots[0].by'],
    ['cases/0/ballots/0/onBehalfOf', 'H1+H2', 'cases[0].ballots[0].onBehalfOf'],
    ['cases/0/served', ['H1+H2'], 'cases[0].served[0]'],
    ['cases/0/proxies/0/principal', 'H1+H2', 'cases[0].proxies[0].principal'],
    ['cases/0/proxies/0/agent', '+', 'cases[0].proxies[0].agent'],
    ['cases/0/representatives', { 'H1+H2': 'H1+H2' }, 'cases[0].representatives["H1+H2"]'],
  ])('no + in %s', (path, value, place) => {
    expect(spoilt(path, value)).toEqual([`${place}: an owner's name holds no +`])
  })

  test('an owner twice within a unit', () => {
    expect(spoilt('communities/C1/0/owners', ['A', 'B', 'A'])).toEqual([
      'communities.C1[0].owners: names an owner twice',
    ])
  })

  test.each([
    [{ 'H1+H2': 'H3' }, 'is outside the set it represents'],
    [{ 'H1+H2': 'H' }, 'is outside the set it represents'],
    [{ 'H1+H1': 'H1' }, 'names an owner twice'],
    [{ 'H1+H2': 'H1', 'H2+H1': 'H2' }, 'names a set named before'],
    [{ 'H1++H2': 'H1' }, 'Too small'],
    [{ 'H1+H2': null }, 'expected string'],
    [['H1'], 'expected'],
  ])('representatives %j', (representatives, message) => {
    const lines = spoilt('cases/0/representatives', representatives)
    expect(lines).toEqual([expect.stringMatching(/^cases\[0\]\.representatives\S*: /)])
    expect(lines[0]).toContain(message)
  })

  test('a set of co-owners may be named in any order', () => {
    expect(spoilt('cases/0/representatives', { 'H2+H1': 'H1' })).toEqual([])
  })

  test('names from the prototype are names like others', () => {
    const text = JSON.stringify(validFile())
      .replaceAll('"C1"', '"__proto__"')
      .replaceAll('"A"', '"constructor"')
      .replaceAll('"U1"', '"toString"')
    expect(linesOf(text)).toEqual([])
    expect(spoilt('cases/0/community', 'constructor')).toEqual([
      'cases[0].community: unknown community',
    ])
    expect(spoilt('cases/0/community', '__proto__')).toEqual([
      'cases[0].community: unknown community',
    ])
  })
})

describe('references', () => {
  const change = (spoil: (file: File, first: Case) => void) => {
    const file = validFile()
    const [first] = file.cases
    if (first !== undefined) spoil(file, first)
    return linesOf(JSON.stringify(file))
  }

  test('a unit id twice in a community, though two communities may share one', () => {
    expect(spoilt('communities/C1/2/id', 'U1')).toEqual(['communities.C1[2].id: duplicate unit id'])
  })

  test('a case id twice', () => {
    expect(spoilt('cases/1/id', 'T1')).toEqual(['cases[1].id: duplicate case id'])
  })

  test('an unknown community', () => {
    expect(spoilt('cases/1/community', 'C3')).toEqual(['cases[1].community: unknown community'])
  })

  test('an unknown unit in a scope, also one of another community', () => {
    expect(spoilt('cases/0/item/scopeUnits', ['U1', 'K9'])).toEqual([
      'cases[0].item.scopeUnits[1]: unknown unit',
    ])
    expect(
      change((_, first) => {
        first.community = 'C2'
      }),
    ).toEqual(['cases[0].item.scopeUnits[1]: unknown unit'])
  })

  test('an unknown unit on a ballot is no mistake of the file: it names nothing', () => {
    expect(spoilt('cases/0/ballots/0/units', ['K9'])).toEqual([])
  })

  test('a mistake elsewhere does not hide these, and each has its line', () => {
    const lines = change((file, first) => {
      Object.assign(first.ballots[0] ?? {}, { choice: 'yes', weight: 2 })
      Object.assign(file.cases[1] ?? {}, { id: 'T1', community: 'nowhere' })
      Object.assign(file.communities['C2']?.[0] ?? {}, { areaCenti: 0 })
    })
    expect(lines.map((line) => line.slice(0, line.indexOf(': ')))).toEqual([
      'communities.C2[0].areaCenti',
      'cases[0].ballots[0].choice',
      'cases[0].ballots[0].weight',
      'cases[1].id',
      'cases[1].community',
    ])
  })
})

describe('areas that cannot be added exactly', () => {
  const huge = Number.MAX_SAFE_INTEGER

  test('are refused where they count', () => {
    const lines = spoilt('communities/C1/0/areaCenti', huge)
    expect(lines).toEqual([
      `cases[0].item: the areas that count add up to more than ${huge}`,
      `cases[1].item: the areas that count add up to more than ${huge}`,
    ])
  })

  test('and not where they do not', () => {
    expect(spoilt('communities/C1/2/areaCenti', huge)).toEqual([])
  })
})

test('a repeated key', () => {
  const text = JSON.stringify(validFile()).replace(
    '"choice":"for"',
    '"choice":"for","choice":"for"',
  )
  expect(linesOf(text)).toEqual(['cases[0].ballots[0].choice: duplicate key'])
  const twice = JSON.stringify(validFile()).replace('"C2":', '"C1":[],"C2":')
  expect(linesOf(twice)).toContain('communities.C1: duplicate key')
})

test('what is not a file of vectors at all is said of the file', () => {
  expect(linesOf('')).toEqual(['f.json: is empty'])
  expect(linesOf('[]')).toHaveLength(1)
  expect(linesOf('null')[0]).toMatch(/^f\.json: /)
  expect(linesOf('{}')).toEqual(['communities: expected an object', 'cases: is missing'])
})
