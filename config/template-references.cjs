// What a template's resources need of each other: CloudFormation finds out only when it is too late.
const NAMED = /\$\{(\w+)(?:\.\w+)?\}/g

function namesIn(value, names = new Set()) {
  if (Array.isArray(value)) value.forEach((one) => namesIn(one, names))
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'Ref') names.add(inner)
      else if (name === 'Fn::GetAtt') names.add([inner].flat()[0].split('.')[0])
      else if (name === 'Fn::Sub') for (const [, id] of String(inner).matchAll(NAMED)) names.add(id)
      else namesIn(inner, names)
    }
  }
  return names
}

const needsOf = ({ DependsOn = [], Properties }) =>
  [...namesIn(Properties), ...[DependsOn].flat()].filter((id) => !id.startsWith('AWS::'))

/** Resources that name one that is not there, or wait for themselves. */
function checkReferences({ Resources }) {
  const needs = new Map(Object.entries(Resources).map(([id, one]) => [id, needsOf(one)]))
  const unknown = [...needs].flatMap(([id, others]) =>
    others.filter((other) => !needs.has(other)).map((other) => `${id}: there is no ${other}`),
  )
  const settled = new Set()
  const waitsFor = (id, path) => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (settled.has(id)) return undefined
    for (const other of needs.get(id) ?? []) {
      const circle = waitsFor(other, [...path, id])
      if (circle) return circle
    }
    settled.add(id)
    return undefined
  }
  for (const id of needs.keys()) {
    const circle = waitsFor(id, [])
    if (circle) return [...unknown, `${circle.join(' waits for ')}`]
  }
  return unknown
}

module.exports = { checkReferences }
