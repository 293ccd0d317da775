// WeChat's script engine as its oldest phones have it: what iOS 12 lacks is taken away, code from strings too.
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

// Newer than iOS 12.2 and WeChat's own engine on Android 6. URL, TextDecoder, atob and fetch were never there.
const LACKING = `
  delete globalThis.BigInt
  delete globalThis.Intl
  delete globalThis.WeakRef
  delete globalThis.FinalizationRegistry
  delete globalThis.WebAssembly
  delete globalThis.SharedArrayBuffer
  delete Object.hasOwn
  delete Object.groupBy
  delete Promise.allSettled
  delete Promise.any
  for (const name of ['at', 'replaceAll', 'matchAll', 'isWellFormed', 'toWellFormed']) delete String.prototype[name]
  for (const name of ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']) delete Array.prototype[name]
`
// On a phone \`new Function\` does not throw: it gives a function that does nothing.
const NEUTERED = `
  const Original = Function
  const Neutered = function (...parts) {
    return parts[parts.length - 1] === 'return this' ? () => globalThis : function () {}
  }
  Neutered.prototype = Original.prototype
  globalThis.Function = Neutered
`
// WeChat hides these from a mini-program's modules, whatever the engine has.
const HIDDEN = ['window', 'document', 'self', 'global', 'frames', 'location', 'navigator']

const compiled = new Map()

/** Each content compiled once, however many phones are started: a package is half a million characters. */
function scriptOf(file) {
  const source = fs.readFileSync(file, 'utf8')
  const known = compiled.get(file)
  if (known?.source === source) return known.script
  const names = ['require', 'module', 'exports', ...HIDDEN].join(', ')
  const script = new vm.Script(`(function (${names}) {${source}\n})`, { filename: file })
  compiled.set(file, { source, script })
  return script
}

/** @param globals App, Page, wx and the like  @returns loads a compiled module by its path in `dist` */
function createEngine(dist, globals) {
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext(LACKING, context)
  vm.runInContext(NEUTERED, context)
  const modules = new Map()

  function load(name) {
    const rel = name.endsWith('.js') ? name : `${name}.js`
    if (modules.has(rel)) return modules.get(rel).exports
    const file = path.join(dist, rel)
    if (!fs.existsSync(file)) throw new Error(`module '${rel}' is not defined`)
    const module = { exports: {} }
    modules.set(rel, module)
    const run = scriptOf(file).runInContext(context)
    const near = (other) => load(path.posix.join(path.posix.dirname(rel), other))
    run.call(undefined, near, module, module.exports)
    return module.exports
  }
  return { load, forget: (name) => modules.delete(`${name}.js`) }
}

module.exports = { createEngine }
