export default definePageConfig({ navigationBarTitleText: '设置的历次版本' })
