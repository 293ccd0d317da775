// The AWS SDK stands outside jest's sandbox: read and made fast once per worker, not once per file.
const { TestEnvironment } = require('jest-environment-node')
const { endingContexts } = require('./async-contexts.cjs')

// The SDK tells every process on Node 20 that it will need 22 one day.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

module.exports = class extends endingContexts(TestEnvironment) {
  constructor(config, context) {
    super(config, context)
    // A getter: jest empties every value that it finds on a sandbox's global when the file ends.
    Object.defineProperty(this.global, 'awsSdk', {
      get: () => require('@aws-sdk/client-dynamodb'),
    })
  }
}
