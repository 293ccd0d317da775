const { TestEnvironment } = require('jest-environment-jsdom')
const { endingContexts } = require('./async-contexts.cjs')
const { seeingOutside } = require('./outside.cjs')

module.exports = seeingOutside(endingContexts(TestEnvironment))
