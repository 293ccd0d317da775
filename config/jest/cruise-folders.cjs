// node cruise-folders.cjs FOLDER… : which of our rules each folder breaks, as JSON by folder. In a process of its own,
// since dependency-cruiser is ES modules only; in one for all, since reading it takes longer than the cruises.
const { readdirSync } = require('node:fs')
const path = require('node:path')
const { options, ...ruleSet } = require('../dependency-cruiser.cjs')

async function brokenIn(folder) {
  const { cruise } = await import('dependency-cruiser')
  const { default: readTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config')
  process.chdir(folder)
  const places = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  const { output } = await cruise(
    places.map(({ name }) => name),
    { ...options, ruleSet, validate: true, outputType: 'json' },
    {},
    { tsConfig: readTsConfig(path.join(folder, options.tsConfig.fileName)) },
  )
  const names = JSON.parse(output).summary.violations.map(({ rule }) => rule.name)
  return [...new Set(names)]
}

async function run(folders) {
  const broken = {}
  for (const folder of folders) broken[folder] = await brokenIn(folder)
  process.stdout.write(JSON.stringify(broken))
}

run(process.argv.slice(2)).catch((err) => {
  process.stderr.write(`${err.stack}\n`)
  process.exitCode = 1
})
