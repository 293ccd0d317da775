// The package, the page and the bundles are tested as built: once before all tests, where stale.
const path = require('node:path')
const { ensure } = require('../stale.cjs')

module.exports = async () => {
  process.chdir(path.resolve(__dirname, '../..'))
  const say = (line) => process.stderr.write(`${line}\n`)
  for (const name of ['local', 'tally', 'lambda', 'weapp', 'h5']) await ensure(name, say)
}
