export default definePageConfig({ navigationBarTitleText: '纸质委托书' })
