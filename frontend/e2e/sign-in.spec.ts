import { expect } from '@playwright/test';
import { test } from './page';
import { APP } from './ports';

test('a person signs in, lands where they wanted to go, and signs out', async ({ page }) => {
  await page.goto('/registry/ngos?q=viện');
  await expect(page).toHaveURL(/\/sign-in\?next=/);

  await page.getByLabel('Tên đăng nhập').fill('lan.nguyen');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toBeFocused();
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sai');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Tên đăng nhập hoặc mật khẩu không đúng.');

  await page.getByLabel('Mật khẩu', { exact: true }).fill('dung');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL(/\/registry\/ngos\?q=/);

  await page.getByRole('button', { name: /Nguyễn Thị Lan/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a service that is down greys its own section and no other', async ({ page, context }) => {
  await context.addCookies([{ name: 'signed_in', value: '1', url: APP }]);
  await page.goto('/');

  await expect(page.getByRole('link', { name: /Khoản viện trợ tạm ngừng/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sự kiện', exact: true })).toBeVisible();
});

test('the palette, the help and the language answer to the keyboard', async ({ page, context }) => {
  await context.addCookies([{ name: 'signed_in', value: '1', url: APP }]);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Xin chào');

  await page.keyboard.press('Control+k');
  const words = page.getByPlaceholder('Tìm phân hệ hoặc lệnh…');
  await words.fill('khoan vien');
  await expect(page.getByRole('button', { name: 'Khoản viện trợ' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
});
