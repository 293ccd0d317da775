// What WeChat would refuse or run badly, found before an upload: `node config/package-check.cjs [FOLDER]`.
const { existsSync, readFileSync, readdirSync, statSync } = require('node:fs')
const path = require('node:path')
const { parse } = require('acorn')

const KIB = 1024
// Ours, below WeChat's own 2 MB a package: a phone on 3G opens the first page within 5 s.
const LIMITS = { main: 600 * KIB, sub: 700 * KIB, whole: 30 * KIB * KIB }

const kib = (bytes) => `${(bytes / KIB).toFixed(1)} KiB`

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))

/** Bytes by package, `main` first. */
function sizesOf(folder, app) {
  const roots = (app.subPackages ?? []).map(({ root }) => root)
  const sizes = { main: 0, ...Object.fromEntries(roots.map((root) => [root, 0])) }
  for (const name of filesOf(folder)) {
    const root = roots.find((each) => name.startsWith(`${each}/`)) ?? 'main'
    sizes[root] += statSync(path.join(folder, name)).size
  }
  return sizes
}

const pagesOf = (app) => [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

const missingPages = (folder, app) =>
  pagesOf(app).flatMap((page) =>
    ['js', 'json', 'wxml']
      .filter((ext) => !existsSync(path.join(folder, `${page}.${ext}`)))
      .map((ext) => `page ${page} has no .${ext}`),
  )

const badTabs = (folder, app) =>
  (app.tabBar?.list ?? []).flatMap(({ pagePath, iconPath, selectedIconPath }) => [
    ...(app.pages.includes(pagePath) ? [] : [`tab ${pagePath} is no page of main`]),
    ...[iconPath, selectedIconPath]
      .filter((icon) => !icon || !existsSync(path.join(folder, icon)))
      .map((icon) => `tab ${pagePath} has no icon ${icon}`),
  ])

const newSyntax = (folder) =>
  filesOf(folder)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => {
      try {
        parse(readFileSync(path.join(folder, name), 'utf8'), { ecmaVersion: 2017 })
        return []
      } catch (err) {
        return [`${name} is not ES2017: ${err.message}`]
      }
    })

function overweight(sizes) {
  const whole = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)
  const all = Object.entries(sizes).map(([name, bytes]) => [
    name === 'main' ? 'main' : `sub-package ${name}`,
    bytes,
    name === 'main' ? LIMITS.main : LIMITS.sub,
  ])
  return [...all, ['the whole', whole, LIMITS.whole]]
    .filter(([, bytes, limit]) => bytes > limit)
    .map(([name, bytes, limit]) => `${name} has ${kib(bytes)}, more than ${kib(limit)}`)
}

/** @returns problems in words, and bytes by package */
function checkPackage(folder) {
  const file = path.join(folder, 'app.json')
  if (!existsSync(file)) return { problems: [`there is no ${file}`], sizes: {} }
  const app = JSON.parse(readFileSync(file, 'utf8'))
  const sizes = sizesOf(folder, app)
  const problems = [
    ...missingPages(folder, app),
    ...badTabs(folder, app),
    ...newSyntax(folder),
    ...overweight(sizes),
  ]
  return { problems, sizes }
}

module.exports = { checkPackage, filesOf, kib, pagesOf }

if (require.main === module) {
  const { problems, sizes } = checkPackage(process.argv[2] ?? 'dist/weapp')
  for (const [name, bytes] of Object.entries(sizes)) process.stdout.write(`${name} ${kib(bytes)}\n`)
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
