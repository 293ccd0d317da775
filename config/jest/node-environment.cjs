const { TestEnvironment } = require('jest-environment-node')
const { endingContexts } = require('./async-contexts.cjs')
const { seeingOutside } = require('./outside.cjs')

module.exports = seeingOutside(endingContexts(TestEnvironment))
