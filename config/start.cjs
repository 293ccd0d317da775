// Serves everything from this process, so that a signal reaches the server itself. Builds first what is stale.
const path = require('node:path')
const { ensure } = require('./stale.cjs')

const root = path.resolve(__dirname, '..')
process.chdir(root)
const [command = 'serve', ...args] = process.argv.slice(2)
// What `import` prints is for a program to read.
const out = command === 'import' ? process.stderr : process.stdout
const say = (line) => out.write(`${line}\n`)

async function main() {
  await ensure('local', say)
  await require(path.join(root, 'dist/local.js')).run(command, args, () => ensure('h5', say))
}

main().catch((err) => {
  process.stderr.write(`${err.name === 'StartError' ? err.message : (err.stack ?? err)}\n`)
  process.exit(1)
})
