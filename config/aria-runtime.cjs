// In the mini-program: the names under which Taro's runtime sends the attributes of config/aria.cjs.
const { mergeInternalComponents } = require('@tarojs/shared')

const ATTRIBUTES = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-hidden': '' }
const ARIA = Object.fromEntries(
  ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea'].map((name) => [name, ATTRIBUTES]),
)

mergeInternalComponents(ARIA)

module.exports = { ARIA }
