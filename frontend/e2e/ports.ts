/** Two neighbouring ports; another number lets two checkouts be tested side by side. */
const PORT = Number(process.env.E2E_PORT ?? 4801);

export const APP = `http://127.0.0.1:${PORT}`;
export const GALLERY = `http://127.0.0.1:${PORT + 1}`;
