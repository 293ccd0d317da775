// What is loaded on demand is loaded by what was loaded at the start. esbuild does not know that: it would put each set
// of files that the start shares with some of the wings into a file of its own, some thirty for one start.
const path = require('node:path')

/** Every wing imports the entry, which is there already when it comes: so all of the start is one set, one file. */
const wings = {
  name: 'wings',
  setup(build) {
    const [entry] = Object.values(build.initialOptions.entryPoints)
    build.onResolve({ filter: /./ }, async ({ path: asked, kind, ...rest }) => {
      if (kind !== 'dynamic-import') return undefined
      const found = await build.resolve(asked, { ...rest, kind: 'import-statement' })
      if (found.external || found.errors.length > 0) return found
      return { path: path.relative('', found.path), namespace: 'wing' }
    })
    build.onLoad({ filter: /./, namespace: 'wing' }, ({ path: file }) => ({
      contents: [`export * from './${file}'`, `import './${entry}'`].join('\n'),
      resolveDir: process.cwd(),
    }))
  },
}

module.exports = { wings }
