/** The one error a call can end in: a refusal of the server (RFC 9457) or a network that did not answer. */

export type FieldProblem = { pointer: string; code: string; detail: string };

type Fields = {
  status: number;
  code: string;
  title: string;
  detail: string;
  requestId: string | null;
  errors: readonly FieldProblem[];
  /** The body whole, for refusals that say more than a sentence. */
  extra?: Readonly<Record<string, unknown>>;
};

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Stable and dotted, such as `aid.wrong_status`; decide on this, never on the text. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(fields: Fields) {
    super(fields.detail || fields.title || fields.code);
    this.status = fields.status;
    this.code = fields.code;
    this.title = fields.title;
    this.detail = fields.detail;
    this.requestId = fields.requestId;
    this.errors = fields.errors;
    this.extra = fields.extra ?? {};
  }

  /** A fault of the system, not of what was asked: worth a toast and another try. */
  get isUnexpected(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  /** Nothing is wrong but the moment: the sentence says how long to wait. */
  get isTooEarly(): boolean {
    return this.status === 429;
  }

  /** Someone else changed the record since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }

  static network(): ApiProblem {
    return new ApiProblem({ status: 0, code: 'network', title: '', detail: '', requestId: null, errors: [] });
  }

  static from(status: number, body: unknown, requestId: string | null): ApiProblem {
    const given: Record<string, unknown> = isRecord(body) ? body : {};
    return new ApiProblem({
      status,
      code: text(given.code) || `http.${status}`,
      title: text(given.title),
      detail: text(given.detail),
      requestId: text(given.request_id) || requestId,
      errors: Array.isArray(given.errors) ? given.errors.filter(isFieldProblem) : [],
      extra: given,
    });
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => null);
    return ApiProblem.from(response.status, body, response.headers.get('X-Request-Id'));
  }
}

/** `/body/donors/0/name_vi` → `donors.0.name_vi`, the path by which forms know their fields. */
export function fieldPath(pointer: string): string {
  return (
    pointer
      .replace(/^#/, '')
      // the server says in which part of the request a value stands; a form sends bodies only
      .replace(/^\/body(?=\/)/, '')
      .split('/')
      .filter(Boolean)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
      .join('.')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.detail === 'string';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
