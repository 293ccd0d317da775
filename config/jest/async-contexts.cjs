// jest remembers in an AsyncLocalStorage, one for each test file, which test is running. Before Node 24 a single one makes
// every promise dearer by a tenth; and as jest never ends it, the hundredth file of a worker pays for a hundred.
const { AsyncLocalStorage } = require('node:async_hooks')

const { run, getStore } = AsyncLocalStorage.prototype
const entered = new Set()
/** By storage of jest's: its tests run one after another, so what runs last entered and has not ended. */
const running = new WeakMap()

const isOfJest = (store) =>
  typeof store === 'object' && store !== null && ('test' in store || 'hook' in store)

AsyncLocalStorage.prototype.run = function (store, callback, ...args) {
  if (isOfJest(store)) return runInTurn(this, store, () => callback(...args))
  entered.add(this)
  return run.call(this, store, callback, ...args)
}

AsyncLocalStorage.prototype.getStore = function () {
  return running.get(this) ?? getStore.call(this)
}

async function runInTurn(storage, store, callback) {
  const before = running.get(storage)
  running.set(storage, store)
  try {
    return await callback()
  } finally {
    running.set(storage, before)
  }
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
