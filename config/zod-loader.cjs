// webpack takes a loader by its file.
module.exports = require('./bundle-zod.cjs').cutZod
