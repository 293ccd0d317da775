export default definePageConfig({ navigationBarTitleText: '租户、家人和代办人' })
