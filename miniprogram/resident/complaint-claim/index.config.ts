export default definePageConfig({ navigationBarTitleText: '凭回执认领投诉' })
