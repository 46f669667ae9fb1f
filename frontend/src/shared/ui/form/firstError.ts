import { useEffect } from 'react';

// a field for passwords says it in a word of its own
const REFUSED = '[aria-invalid="true"], input[data-invalid="true"]';

/** Goes to the first field of a form that was refused, once the refusal is drawn. */
export function toFirstError(form: Element | null | undefined): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(REFUSED)?.focus());
}

/** After a form was sent with a field that will not do, the person is in that field, in every form. */
export function useFirstError(): void {
  useEffect(() => {
    const onSubmit = ({ target }: SubmitEvent) => toFirstError(target instanceof Element ? target : null);
    document.addEventListener('submit', onSubmit);
    return () => document.removeEventListener('submit', onSubmit);
  }, []);
}
