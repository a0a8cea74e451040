// The package ships no types; these are the few names we use.
declare module "govuk-frontend" {
  type Component = new (root: Element, config?: unknown) => unknown;
  export const Button: Component;
  export const CharacterCount: Component;
  export const ErrorSummary: Component;
  export const ExitThisPage: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
  export const SkipLink: Component;
  export const Tabs: Component;
  export function createAll(component: Component, config?: unknown, scope?: Element | Document): unknown[];
}
