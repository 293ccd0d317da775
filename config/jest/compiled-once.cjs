// jest has V8 compile each file anew for every test file that imports it. What V8 made of a file belongs to no sandbox:
// it is kept, with every function that was compiled in it since, and only put into the next one.
const vm = require('node:vm')

const { compileFunction } = vm
/** By file: its text, what it stands in, and the script of both. */
const compiled = new Map()

function scriptOf(text, names, filename) {
  const head = `(function (${names.join(', ')}) {`
  const known = compiled.get(filename)
  if (known?.text === text && known.head === head) return known.script
  // Errors tell the file's own lines and columns.
  const script = new vm.Script(`${head}${text}\n})`, { filename, columnOffset: -head.length })
  compiled.set(filename, { text, head, script })
  return script
}

vm.compileFunction = (text, names, options) => {
  const { filename, parsingContext } = options
  // What it imports as it runs is sought in the sandbox that it was compiled for.
  const isBound = !parsingContext || /\bimport\s*\(/.test(text)
  if (isBound) return compileFunction(text, names, options)
  return scriptOf(text, names, filename).runInContext(parsingContext)
}
