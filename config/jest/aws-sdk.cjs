// What `node-environment.cjs` has outside the sandbox.
module.exports = globalThis.awsSdk
