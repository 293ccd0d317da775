import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPackage } from '../package-check.cjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'package-'))
  writePackage()
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}
const remove = (name: string): void => rmSync(path.join(folder, name))

const app = {
  pages: ['pages/home/index'],
  subPackages: [{ root: 'resident', pages: ['bills/index'] }],
  tabBar: {
    list: [{ pagePath: 'pages/home/index', iconPath: 'a.png', selectedIconPath: 'b.png' }],
  },
}

function writePackage(): void {
  write('app.json', JSON.stringify(app))
  for (const page of ['pages/home/index', 'resident/bills/index']) {
    write(`${page}.js`, 'Page({ async onLoad() { await 1 } })')
    write(`${page}.json`, '{}')
    write(`${page}.wxml`, '<view/>')
  }
  write('a.png', 'a')
  write('b.png', 'b')
}

test('a whole package has no problems, and its bytes are told by package', () => {
  const { problems, sizes } = checkPackage(folder)
  expect(problems).toEqual([])
  expect(Object.keys(sizes)).toEqual(['main', 'resident'])
  expect(sizes['resident']).toBe(
    'Page({ async onLoad() { await 1 } })'.length + '{}'.length + '<view/>'.length,
  )
})

const planted: readonly (readonly [string, () => void, RegExp])[] = [
  ['no app.json', () => remove('app.json'), /^there is no .*app\.json$/],
  [
    'a page without script',
    () => remove('pages/home/index.js'),
    /^page pages\/home\/index has no \.js$/,
  ],
  [
    'a sub-package page without template',
    () => remove('resident/bills/index.wxml'),
    /^page resident\/bills\/index has no \.wxml$/,
  ],
  ['a page without settings', () => remove('pages/home/index.json'), /has no \.json$/],
  ['a tab without icon', () => remove('b.png'), /^tab pages\/home\/index has no icon b\.png$/],
  [
    'a tab in a sub-package',
    () => {
      const list = [{ ...app.tabBar.list[0], pagePath: 'resident/bills/index' }]
      write('app.json', JSON.stringify({ ...app, tabBar: { list } }))
    },
    /^tab resident\/bills\/index is no page of main$/,
  ],
  [
    'broken script',
    () => write('pages/home/index.js', 'Page({'),
    /^pages\/home\/index\.js is not ES2017/,
  ],
  ['optional chaining', () => write('x.js', 'a?.b'), /^x\.js is not ES2017/],
  ['object spread', () => write('x.js', 'b = {...a}'), /^x\.js is not ES2017/],
  ['lookbehind', () => write('x.js', '/(?<=a)b/.test(c)'), /^x\.js is not ES2017/],
  [
    'a big main package',
    () => write('x.wxss', Buffer.alloc(600 * 1024)),
    /^main has .* more than 600\.0 KiB$/,
  ],
  [
    'a big sub-package',
    () => write('resident/x.wxss', Buffer.alloc(701 * 1024)),
    /^sub-package resident has .* more than 700\.0 KiB$/,
  ],
]

test.each(planted)('%s is found, and nothing else', (_, plant, problem) => {
  plant()
  expect(checkPackage(folder).problems).toEqual([expect.stringMatching(problem)])
})

test('the whole may not exceed what WeChat takes, however it is split', () => {
  const roots = Array.from({ length: 45 }, (_, i) => `role${i}`)
  const subPackages = roots.map((root) => ({ root, pages: [] }))
  write('app.json', JSON.stringify({ ...app, subPackages: [...app.subPackages, ...subPackages] }))
  for (const root of roots) write(`${root}/x.wxss`, Buffer.alloc(700 * 1024))
  expect(checkPackage(folder).problems).toEqual([expect.stringMatching(/^the whole has/)])
})
