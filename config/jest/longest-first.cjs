// What is built is tested for a minute and more a file: begun last, one of them would keep a worker waiting.
const Sequencer = require('@jest/test-sequencer').default

const isBuilt = ({ context }) => context.config.displayName?.name === 'built'

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    return [...sorted.filter(isBuilt), ...sorted.filter((one) => !isBuilt(one))]
  }
}
