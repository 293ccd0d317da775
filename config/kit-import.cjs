// babel-plugin-import for the kit: each component with its own styles, nothing else of the kit.
module.exports = {
  libraryName: '@nutui/nutui-react-taro',
  style: 'css',
  camel2DashComponentName: false,
  customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
}
