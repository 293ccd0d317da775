// What `outside.cjs` has outside the sandbox.
module.exports = globalThis.outside.awsSdk
