// A run that fails must fail again on the next machine: property tests draw from one seed. FC_SEED draws others.
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js')

fastCheck.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) })
module.exports = fastCheck
