// Packages that hold nothing of a test's stand outside jest's sandbox: read and made fast once per worker, not once per file.
// The AWS SDK tells every process on Node 20 that it will need 22 one day.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

require('./compiled-once.cjs')

const packages = {
  get awsSdk() {
    return require('@aws-sdk/client-dynamodb')
  },
  get zod() {
    return require('zod')
  },
}

/** An environment from whose sandbox they are seen. */
exports.seeingOutside = (Environment) =>
  class extends Environment {
    constructor(config, context) {
      super(config, context)
      // A getter: jest empties every value that it finds on a sandbox's global when the file ends.
      Object.defineProperty(this.global, 'outside', { get: () => packages })
    }
  }
