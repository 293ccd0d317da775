export default definePageConfig({ navigationBarTitleText: '送达登记' })
