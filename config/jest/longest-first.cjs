// Begun last, a long file would keep one worker busy while the other waits. A fresh clone remembers no durations, and jest
// would go by size: what is known to be long stands here, longest first.
const Sequencer = require('@jest/test-sequencer').default

const LONG = [
  'config/jest/journeys/h5-pages.test.ts',
  // Needs no demo community: while the first file fills it, no second one does the same.
  'config/jest/weapp.test.ts',
  'config/jest/journeys/complaint-journeys.test.ts',
  'config/jest/journeys/ladder-journeys.test.ts',
  'functions/platform/http/fuzz.test.ts',
  'demo/fill.test.ts',
  'functions/votes/vectors.test.ts',
  'config/jest/journeys/h5-journeys.test.ts',
  'config/jest/journeys/binding-journeys.test.ts',
  'config/jest/journeys/register-journeys.test.ts',
  'config/jest/one-machine.test.ts',
  'functions/platform/permissions/walk.test.ts',
  'functions/votes/states.test.ts',
]

const placeOf = ({ path }) => {
  const place = LONG.findIndex((one) => path.replaceAll('\\', '/').endsWith(`/${one}`))
  return place < 0 ? LONG.length : place
}
const isBuilt = ({ context }) => context.config.displayName?.name === 'built'

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const known = sorted.filter((one) => placeOf(one) < LONG.length)
    const others = sorted.filter((one) => placeOf(one) === LONG.length)
    return [
      ...known.toSorted((a, b) => placeOf(a) - placeOf(b)),
      ...others.filter(isBuilt),
      ...others.filter((one) => !isBuilt(one)),
    ]
  }
}
