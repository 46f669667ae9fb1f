/** Sixty ways to have a page run what was typed into a form: shown as text, each of them, in a list and on a record. */
import { expect } from '@playwright/test';
import { HOUSE, requireHouse, signIn } from './house';
import { test } from './page';

test.beforeAll(requireHouse);

const RUN = 'window.ran=1';
const TAGS = ['script', 'img', 'svg', 'body', 'iframe', 'video', 'details', 'input', 'math', 'object'];
const EVENTS = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onmouseover'];

/** Elements with handlers, addresses that run, ways out of attributes and of text, half-encoded and template forms. */
const PAYLOADS = [
  ...TAGS.flatMap((tag) => EVENTS.slice(0, 3).map((on) => `<${tag} src=x autofocus ${on}=${RUN}>`)),
  ...EVENTS.map((on) => `" ${on}="${RUN}" x="`),
  ...EVENTS.map((on) => `' ${on}='${RUN}' x='`),
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<script src=data:text/javascript,${RUN}></script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `<a href=javascript:${RUN}>x</a>`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.ran=1</script>">`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `＜script＞${RUN}＜/script＞`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
];

test('what is typed into a form is shown and never run', async ({ page }) => {
  test.setTimeout(240_000);
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60);
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.dismiss();
  });
  await signIn(page, 'officer', '/', 'CANTHO');
  const ids: string[] = await page.evaluate(async (names) => {
    const session = await (await fetch('/api/gateway/v1/sessions/current')).json();
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrf_token };
    const made: string[] = [];
    for (const [n, name] of names.entries()) {
      const venue = { name_vi: `${n} ${name}`, address: name, note: name };
      const answer = await fetch('/api/events/v1/venues', {
        method: 'POST',
        headers,
        body: JSON.stringify(venue),
      });
      if (answer.status !== 201) throw new Error(`${name}: ${await answer.text()}`);
      made.push((await answer.json()).id);
    }
    return made;
  }, PAYLOADS);

  const clean = async () => {
    const found = await page.evaluate(() => ({
      ran: 'ran' in window,
      made: document.querySelectorAll(
        '[onerror],[onload],[onfocus],[ontoggle],[onmouseover],[onbegin],iframe,object,[src=x],main script,[href^="javascript:"],[href^="data:"]',
      ).length,
    }));
    expect(found).toEqual({ ran: false, made: 0 });
  };
  for (const [n, id] of ids.entries()) {
    // one page that is already there: the record changes under it
    if (n === 0) await page.goto(`${HOUSE}/events/venues/${id}`);
    else
      await page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `/events/venues/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${n} ${PAYLOADS[n]}`);
    await clean();
  }
  for (const word of ['script', 'src=x', 'onfocus']) {
    await page.goto(`${HOUSE}/events/venues?q=${encodeURIComponent(word)}`);
    await expect(page.locator('main table tbody tr').first()).toBeVisible();
    await page.locator('main table tbody tr').first().hover();
    await clean();
  }
  expect(asked).toBe(0);
});
