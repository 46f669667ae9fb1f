/** What a browser calls itself, in the two words that a person knows it by: "Chrome, Windows". */

// In this order: Edge and Opera also say Chrome, Chrome also says Safari.
const BROWSERS = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/coc_coc_browser\//, 'Cốc Cốc'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const;

const first = (table: typeof BROWSERS | typeof SYSTEMS, agent: string) =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** A program that is no browser keeps the name it gives itself. */
export function agentName(agent: string): string {
  const browser = first(BROWSERS, agent);
  return browser ? [browser, first(SYSTEMS, agent)].filter(Boolean).join(', ') : agent;
}
