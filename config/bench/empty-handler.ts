/** What a Lambda function costs that does nothing. */
export const handler = () => Promise.resolve({ statusCode: 200, body: '{}' })
