// jest keeps an AsyncLocalStorage for each test file and never ends it. Before Node 24 every one ever entered is written
// into every promise its worker makes from then on: the hundredth file would pay for ninety-nine.
const { AsyncLocalStorage } = require('node:async_hooks')

const entered = new Set()
const { run } = AsyncLocalStorage.prototype

AsyncLocalStorage.prototype.run = function (...args) {
  entered.add(this)
  return run.apply(this, args)
}

/** An environment, which ends what its file entered. One that is entered again comes back by itself. */
exports.endingContexts = (Environment) =>
  class extends Environment {
    async teardown() {
      await super.teardown()
      for (const storage of entered) storage.disable()
      entered.clear()
    }
  }
