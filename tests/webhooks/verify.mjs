// Says for each line {secret, headers, body} whether the reference library of Standard Webhooks
// takes it: "yes" or "no", a line each.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { Webhook } = createRequire(new URL('../../frontend/package.json', import.meta.url))(
  'standardwebhooks',
);

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, headers, body } = JSON.parse(line);
  try {
    new Webhook(secret).verify(body, headers);
    console.log('yes');
  } catch {
    console.log('no');
  }
}
