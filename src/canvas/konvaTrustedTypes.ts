type TrustedTypes = {
  createPolicy(name: string, rules: { createHTML(html: string): string }): unknown;
};

let allowed = false;

/**
 * Konva empties its container by `innerHTML = ''`. Under Trusted Types that needs a default policy: this one lets through the empty
 * string and nothing else. Call before the first Konva stage is made.
 */
export const allowKonvaToEmptyItsContainer = (): void => {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (allowed || !trustedTypes) return;
  allowed = true;
  trustedTypes.createPolicy('default', {
    createHTML(html) {
      if (html !== '') throw new TypeError('Refused to turn text into HTML.');
      return html;
    },
  });
};
