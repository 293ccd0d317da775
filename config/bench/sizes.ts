import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { OUTPUTS, partsOf, type Outputs } from '../bundle-check.cjs'

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(folder, name))
        .filter((file) => statSync(file).isFile())
    : []

const total = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0)

const gzipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[]
  readonly subpackages?: readonly { readonly root: string }[]
}

/** Bytes of what is shipped: WeChat packages, the H5 app, the functions. What is not built is left out. */
export function packageSizes(): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {}
  const weapp = filesIn('dist/weapp')
  if (weapp.length > 0) {
    const app = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as AppJson
    const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root)
    const within = (root: string) =>
      weapp.filter((file) => file.startsWith(path.join('dist/weapp', root) + path.sep))
    const inPackages = new Set(roots.flatMap(within))
    sizes['weapp main'] = total(weapp.filter((file) => !inPackages.has(file)))
    for (const root of roots) sizes[`weapp ${root}`] = total(within(root))
  }
  const h5 = filesIn('dist/h5').filter((file) => /\.(js|css|html)$/.test(file))
  if (h5.length > 0) sizes['h5 js, css, html gzipped'] = gzipped(h5)
  for (const { name, start, wings, whole } of builtFunctions()) {
    sizes[`lambda ${name}`] = start.bytes
    sizes[`lambda ${name} gzipped`] = gzipped(start.files)
    for (const wing of wings) sizes[`lambda ${name}, more for ${wing.name}`] = wing.bytes
    if (wings.length > 0) sizes[`lambda ${name}, the whole`] = whole.bytes
  }
  return sizes
}

const builtFunctions = () =>
  existsSync(OUTPUTS) ? partsOf(JSON.parse(readFileSync(OUTPUTS, 'utf8')) as Outputs) : []
