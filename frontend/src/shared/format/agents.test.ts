import { expect, test } from 'vitest';
import { agentName } from './agents';

const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${KHTML} Chrome/140.0.0.0 Safari/537.36`, 'Chrome, Linux'],
  [`Mozilla/5.0 (Windows NT 10.0) ${KHTML} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge, Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0) ${KHTML} coc_coc_browser/130.0 Chrome/124.0 Safari/537.36`,
    'Cốc Cốc, Windows',
  ],
  [`Mozilla/5.0 (Linux; Android 15) ${KHTML} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari, iOS'],
  ['curl/7.88.1', 'curl/7.88.1'],
  ['', ''],
])('%s is told as %s', (agent, told) => {
  expect(agentName(agent)).toBe(told);
});
