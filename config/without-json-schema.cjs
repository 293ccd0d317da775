// A phone checks what it sends and receives; it never writes a JSON schema. zod's generator is reached from every
// schema, so no bundler leaves it out: its files keep their exports, and each throws where it is used.
// Lost: `toJSONSchema` in the mini-program. The documents of the API are made on the server.
const FILES = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/
const DECLARED = /^export (?:function|const) (\w+)/gm
const RENAMED = /^export \{ \w+ as (\w+) \};$/gm

/** A webpack loader. */
module.exports = (source) => {
  const names = [...source.matchAll(DECLARED), ...source.matchAll(RENAMED)].map(([, name]) => name)
  if (names.length === 0) throw new Error('zod writes its JSON schema in another form now')
  return [
    'const never = () => { throw new Error("no JSON schema is written here") };',
    'const later = () => never;',
    // Asked for as a schema is made, used never.
    ...names.map(
      (name) => `export { ${name.startsWith('create') ? 'later' : 'never'} as ${name} };`,
    ),
  ].join('\n')
}

module.exports.leaveOut = (chain) => {
  chain.module.rule('without-json-schema').test(FILES).use('without').loader(__filename)
}
