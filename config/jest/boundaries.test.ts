import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const RULES = path.join(root, 'config/dependency-cruiser.cjs')
const SCRIPT = path.join(__dirname, 'cruise-folders.cjs')
const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(RULES)

type Files = Readonly<Record<string, string>>
const imports = (place: string): string => `import '${place}'\nexport const x = 1\n`
const plain = 'export const x = 1\n'

/** For each rule the smallest tree that breaks it, and nothing else. */
const planted: Readonly<Record<string, Files>> = {
  'no-cycles': {
    'shared/notices/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
    'shared/notices/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
  },
  'no-unresolved': { 'functions/notices/a.ts': imports('./missing.ts') },
  'shared-is-pure': { 'shared/notices/rules.ts': imports('node:fs') },
  'zod-through-kernel': { 'functions/notices/a.ts': imports('zod') },
  'kernel-names-no-feature': {
    'shared/kernel/a.ts': imports('../notices/contract.ts'),
    'shared/notices/contract.ts': plain,
  },
  'shared-features-stand-alone': {
    'shared/votes/rules.ts': imports('../notices/contract.ts'),
    'shared/notices/contract.ts': plain,
  },
  'client-never-server': {
    'miniprogram/platform/a.ts': imports('../../functions/app.ts'),
    'functions/app.ts': plain,
  },
  'server-never-client': {
    'functions/app.ts': imports('../miniprogram/app.ts'),
    'miniprogram/app.ts': plain,
  },
  'client-no-node': { 'miniprogram/platform/a.ts': imports('node:path') },
  'features-by-offers': {
    'functions/votes/handlers.ts': imports('../people/repository.ts'),
    'functions/people/repository.ts': plain,
  },
  'wings-on-demand': {
    'functions/wings.ts': "export const load = () => import('./votes/wing.ts')\n",
    'functions/app.ts': imports('./votes/wing.ts'),
    'functions/votes/wing.ts': plain,
  },
  'platform-knows-no-feature': {
    'functions/platform/http/a.ts': imports('../../people/offers.ts'),
    'functions/people/offers.ts': plain,
  },
  'aws-only-in-adapters': { 'functions/votes/handlers.ts': imports('@aws-sdk/client-dynamodb') },
  'hono-only-at-the-edge': { 'functions/votes/handlers.ts': imports('hono') },
  'workbooks-only-in-the-import': { 'functions/votes/handlers.ts': imports('papaparse') },
  'entries-are-roots': {
    'functions/app.ts': imports('./entry/api.ts'),
    'functions/entry/api.ts': plain,
  },
  'roles-are-packages': {
    'miniprogram/resident/a.ts': imports('../property/b.ts'),
    'miniprogram/property/b.ts': plain,
  },
  'main-package-without-kit': {
    'miniprogram/pages/home/a.ts': imports('../../features/notices/b.ts'),
    'miniprogram/features/notices/b.ts': imports('@nutui/nutui-react-taro'),
  },
  'tests-are-not-imported': {
    'functions/app.ts': imports('./app.test.ts'),
    'functions/app.test.ts': plain,
  },
}

let folder: string
let broken: Readonly<Record<string, readonly string[]>>

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'boundaries-')))
  for (const [rule, files] of Object.entries(planted)) plant(path.join(folder, rule), files)
  const args = [SCRIPT, ...Object.keys(planted).map((rule) => path.join(folder, rule))]
  const said = execFileSync(process.execPath, args, { encoding: 'utf8' })
  broken = JSON.parse(said) as typeof broken
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

function plant(place: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), text)
  }
  writeFileSync(path.join(place, 'tsconfig.json'), TSCONFIG)
  writeFileSync(path.join(place, 'package.json'), '{}')
  symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'))
}

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
  },
})

test('every rule has a planted violation', () => {
  expect(Object.keys(planted).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted())
})

test.each(Object.keys(planted))('%s is found where it is broken, and only it', (name) => {
  expect(broken[path.join(folder, name)]).toEqual([name])
})
