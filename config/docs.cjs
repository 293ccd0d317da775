// Writes the generated documents anew: the tests that hold them to the code write them when they are told to.
const { spawnSync } = require('node:child_process')
const path = require('node:path')

const TESTS = [
  'platform/permissions/permission-matrix',
  'platform/capacity/capacity',
  'privacy/retention-page',
  'votes/rules-page',
]
const jest = path.resolve(__dirname, '../node_modules/jest/bin/jest.js')
const files = TESTS.map((name) => `functions/${name}.test.ts`)

const { status } = spawnSync(
  process.execPath,
  [jest, '--config', 'config/jest.config.cjs', '--selectProjects', 'node', '--', ...files],
  {
    cwd: path.resolve(__dirname, '..'),
    env: { ...process.env, UPDATE_DOCS: '1' },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
