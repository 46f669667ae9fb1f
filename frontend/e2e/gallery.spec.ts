import { expect } from '@playwright/test';
import { test } from './page';
import { GALLERY } from './ports';

test('a list is walked with j and k, and its filters live in the address', async ({ page }) => {
  await page.goto(GALLERY);
  await expect(page.getByRole('row').nth(1)).toBeVisible();

  // rows are drawn a moment before the keys are listened to
  const focused = page.locator('tr:has(a:focus)');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(focused).toHaveCount(1, { timeout: 500 });
  }).toPass();
  const first = Number(await focused.getAttribute('data-index'));
  await page.keyboard.press('j');
  await expect(page.locator(`tr[data-index="${first + 1}"] a`)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('học bổng');
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('button', { name: 'Bộ lọc' }).first().click();
  await page.getByRole('combobox', { name: 'Trạng thái' }).click();
  await page.getByRole('option', { name: 'Đã phê duyệt' }).click();
  await expect(page).toHaveURL(/status=approved/);
  await page.getByRole('button', { name: 'Xóa bộ lọc' }).click();
  await expect(page).not.toHaveURL(/status=/);
});

test('ten thousand rows are reached by scrolling, a few dozen are drawn', async ({ page }) => {
  await page.goto(GALLERY);
  const region = page.getByRole('region', { name: 'Khoản viện trợ' });
  await expect(page.getByRole('row').nth(1)).toBeVisible();

  await expect(async () => {
    await region.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    await expect(page.getByText('Đã hiển thị toàn bộ 10.000 dòng')).toBeVisible({ timeout: 50 });
  }).toPass({ timeout: 80_000, intervals: [50] });
  expect(await page.locator('tr[data-index]').count()).toBeLessThan(60);
});

test('chosen columns are remembered', async ({ page }) => {
  await page.goto(GALLERY);
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Địa bàn' }).click();
  await page.reload();

  await expect(page.getByRole('columnheader', { name: 'Địa bàn' })).toBeVisible();
});

test('a list says when it is empty and, when it failed, under which number', async ({ page }) => {
  await page.goto(`${GALLERY}/?face=empty`);
  await expect(page.getByText('Chưa có khoản viện trợ nào phù hợp')).toBeVisible();

  await page.goto(`${GALLERY}/?face=error`);
  await expect(page.getByText('Mã yêu cầu: 0190-7f3a-5c1e')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible();
});

test('only allowed actions have buttons, and a reason is asked for', async ({ page }) => {
  await page.goto(`${GALLERY}/record`);
  await expect(page.getByRole('button', { name: 'Xóa', exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Trả lại, yêu cầu bổ sung' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Hồ sơ trở về người lập');
  await dialog.getByRole('button', { name: 'Trả lại, yêu cầu bổ sung' }).click();
  await expect(dialog).toContainText('Mục này bắt buộc nhập.');
  await dialog.getByLabel('Lý do').fill('Thiếu văn kiện dự án');
  await dialog.getByRole('button', { name: 'Trả lại, yêu cầu bổ sung' }).click();
  await expect(dialog).toHaveCount(0);
});

test('a refused field is marked on the field, the rest is listed', async ({ page }) => {
  await page.goto(`${GALLERY}/form`);
  await page.getByLabel('Ghi chú').fill('422');
  await page.getByRole('button', { name: 'Lưu' }).click();

  await expect(page.getByText('Tên cần ít nhất 5 ký tự.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Thiếu chủ khoản viện trợ.');
});

test('a stale version opens a merge, and the merged record is saved', async ({ page }) => {
  await page.goto(`${GALLERY}/form`);
  await page.getByLabel('Ghi chú').fill('Đang chờ ý kiến Sở Ngoại vụ.');
  await page.getByRole('button', { name: 'Lưu' }).click();

  const dialog = page.getByRole('dialog', { name: 'Hồ sơ vừa được người khác cập nhật' });
  await expect(dialog.getByRole('group', { name: /Bên cung cấp/ })).toContainText('chỉ người khác sửa');
  await expect(dialog.getByRole('group', { name: /Ghi chú/ })).toContainText('hai bên cùng sửa');
  await dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
  await expect(page).toHaveURL(/\/record/);
});

test('unsaved work is not left by accident', async ({ page }) => {
  await page.goto(`${GALLERY}/form`);
  await page.getByLabel('Ghi chú').fill('Chưa lưu');
  await page.getByRole('button', { name: 'Hủy' }).click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page).toHaveURL(/\/form/);

  await page.getByRole('button', { name: 'Hủy' }).click();
  await page.getByRole('button', { name: 'Rời đi, không lưu' }).click();
  await expect(page).toHaveURL(/\/record/);
});
