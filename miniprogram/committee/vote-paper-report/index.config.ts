export default definePageConfig({ navigationBarTitleText: '表决票核对表' })
