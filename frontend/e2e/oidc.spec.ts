/** An account at a provider in a real browser: linked, used to come in, refused to strangers, unlinked. */
import { expect, type Page } from '@playwright/test';
import { HOUSE, person, requireHouse, signIn } from './house';
import { test } from './page';

test.beforeAll(requireHouse);

const SECURITY = '/gateway/authenticators';
const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

/** What the provider of the tests asks on its own page. */
async function beThere(page: Page, name: string) {
  await page.getByLabel('as', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'OK' }).click();
}

test('a person links an account elsewhere, comes in with it, and unlinks it', async ({ page, context }) => {
  const name = `người-${Date.now()}`;
  const again = () => page.getByRole('button', { name: 'Tiếp tục với Tài khoản thử (demo)' }).click();
  await signIn(page, 'viewer', SECURITY, 'HAUGIANG');
  await page.getByRole('button', { name: 'Liên kết Tài khoản thử (demo)' }).click();
  await beThere(page, name);
  await expect(page).toHaveURL(new RegExp(`${SECURITY}$`));
  const row = page.getByRole('row', { name: new RegExp(`${name}@noi-khac`) });
  await expect(row).toBeVisible();
  await shot(page, 'oidc-linked');

  await context.clearCookies();
  await page.goto(`${HOUSE}/sign-in?next=${encodeURIComponent(SECURITY)}`);
  await shot(page, 'oidc-sign-in');
  await again();
  await beThere(page, name);
  await expect(page).toHaveURL(new RegExp(`${SECURITY}$`));
  await expect(row).not.toContainText('—');

  await row.getByRole('button', { name: 'Gỡ liên kết' }).click();
  // the provider did not say when it let the person in: that is no proof of now
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(person('viewer', 'HAUGIANG').password);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(row).toHaveCount(0);

  await context.clearCookies();
  await page.goto(`${HOUSE}/sign-in`);
  await again();
  await beThere(page, name);
  await expect(page.getByRole('alert')).toContainText('chưa được liên kết');
  expect(page.url(), 'neither code nor state stays in the address').toBe(`${HOUSE}/sign-in/oidc`);
  await shot(page, 'oidc-unknown');
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await again();
  await beThere(page, 'no');
  await expect(page.getByRole('alert')).toContainText('không cho vào');
});
