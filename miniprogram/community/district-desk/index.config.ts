export default definePageConfig({ navigationBarTitleText: '区县工作台' })
