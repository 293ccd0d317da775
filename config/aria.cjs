// WeChat reads `aria-role` and `aria-label` aloud since 2.7.1, but Taro's templates leave them out:
// this adds them to what the templates carry and to what the runtime sends (both must agree).
const { ARIA } = require('./aria-runtime.cjs')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // H5 draws real elements
      platform.template.mergeComponents(ctx, ARIA)
      platform.runtimePath = [platform.runtimePath, require.resolve('./aria-runtime.cjs')].flat()
    },
  })
}
