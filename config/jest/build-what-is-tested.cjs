// The package, the page and the bundles are tested as built: once before all tests, where stale.
const path = require('node:path')
const { ensure } = require('../stale.cjs')

// Longest first, two at a time: each keeps one core busy, and no test runs meanwhile.
const OUTPUTS = ['h5', 'weapp', 'lambda', 'local', 'tally']
const AT_ONCE = 2

module.exports = async () => {
  process.chdir(path.resolve(__dirname, '../..'))
  const say = (line) => process.stderr.write(`${line}\n`)
  const left = [...OUTPUTS]
  const buildOn = async () => {
    for (let name = left.shift(); name; name = left.shift()) await ensure(name, say)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, buildOn))
}
