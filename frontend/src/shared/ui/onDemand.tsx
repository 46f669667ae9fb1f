import { type ComponentProps, type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/**
 * A component whose code comes when it is first shown: dialogs, forms and inputs that a page can do
 * without until somebody asks for them. `meanwhile` holds its place.
 */
// biome-ignore lint/suspicious/noExplicitAny: any component, whatever it takes.
export function onDemand<C extends ComponentType<any>>(
  load: () => Promise<C>,
  meanwhile: ReactNode = null,
): C {
  const Loaded = lazy(async () => ({ default: await load() }));
  const Shown = (props: ComponentProps<C>) => (
    <Suspense fallback={meanwhile}>
      <Loaded {...props} />
    </Suspense>
  );
  return Shown as C; // what it takes is what the loaded one takes, generic or not
}
