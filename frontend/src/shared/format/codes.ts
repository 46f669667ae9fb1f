/** A code of the second factor as the server takes it: apps and paper show `123 456`, pasting brings more. */
export const bareCode = (typed: string) => typed.replace(/\s/g, '');
