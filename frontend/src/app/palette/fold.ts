/** Lower case without Vietnamese marks: `Tổ chức` is found by `to chuc`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
