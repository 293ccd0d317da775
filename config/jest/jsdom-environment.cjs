const { TestEnvironment } = require('jest-environment-jsdom')
const { endingContexts } = require('./async-contexts.cjs')

module.exports = endingContexts(TestEnvironment)
