import { inviteAdmin } from '../people/offers.ts'
import { keyedPorts } from './lambda-ports.ts'

// As `npm run admin -- invite`, straight into the table: run by whoever may read the table and the keys on AWS.
void keyedPorts()
  .then(inviteAdmin)
  .then(({ code, expiresAt }) => {
    process.stdout.write(`${code}\ngood once, until ${expiresAt}\n`)
  })
  .catch((err: unknown) => {
    process.stderr.write(`${String(err)}\n`)
    process.exitCode = 1
  })
