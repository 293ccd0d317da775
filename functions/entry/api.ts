import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Handler } from 'aws-lambda'
import { createApp } from '../app.ts'
import { requestOf, resultOf } from './lambda-http.ts'
import { lambdaPorts } from './lambda-ports.ts'
import { remembered } from '../platform/remembered.ts'

const app = remembered(async () => createApp(await lambdaPorts()))

/** All of HTTP. */
export const handler: Handler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = async (
  event,
) => {
  const { fetch } = await app()
  // The rate limits count by the address the gateway saw, which stands in the request's context.
  const { requestContext } = event
  return resultOf(await fetch(requestOf(event), { requestContext }))
}
