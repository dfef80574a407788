// The design system: type scale, spacing and the roles of colours, each for light and dark.
// Contrast of text on its ground is 4.5 or more in both.

const css = String.raw;

/** Sizes and colours by their roles. */
export const TOKENS = css`
  .ld {
    color-scheme: light dark;
    --ld-font: 'Amazon Ember', 'Helvetica Neue', 'Segoe UI', Roboto, Arial, sans-serif;
    --ld-mono: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
    --ld-small: 12px;
    --ld-text: 14px;
    --ld-large: 16px;
    --ld-title: 20px;
    --ld-figure: 24px;
    --ld-1: 4px;
    --ld-2: 8px;
    --ld-3: 12px;
    --ld-4: 16px;
    --ld-6: 24px;
    --ld-round: 6px;

    --ld-ground: light-dark(#ffffff, #0f141a);
    --ld-raised: light-dark(#f6f7f9, #161d26);
    --ld-line: light-dark(#dcdfe4, #2e3947);
    --ld-strong-line: light-dark(#8c8c94, #5f6b7a);
    --ld-ink: light-dark(#0f141a, #e3e6ea);
    --ld-faint: light-dark(#565d68, #a4adb9);
    --ld-link: light-dark(#0057b8, #6cb6ff);
    --ld-focus: light-dark(#0057b8, #8ec7ff);
    --ld-bar: light-dark(#5b7aa6, #7e9cc7);

    --ld-red: light-dark(#b3261e, #ff8a80);
    --ld-amber: light-dark(#8a4b00, #ffb95c);
    --ld-blue: light-dark(#0057b8, #6cb6ff);
    --ld-green: light-dark(#1b6e3c, #6fd08c);
    --ld-grey: light-dark(#565d68, #a4adb9);
    --ld-red-ground: light-dark(#fdeceb, #3a1a1a);
    --ld-amber-ground: light-dark(#fff3e0, #33240f);
    --ld-blue-ground: light-dark(#e8f1fc, #12283f);
    --ld-green-ground: light-dark(#e6f4ea, #12301c);
    --ld-grey-ground: light-dark(#eef0f3, #232b36);

    --ld-series-0: light-dark(#3b6fb6, #6aa5ee);
    --ld-series-1: light-dark(#c2660c, #f0a24f);
    --ld-series-2: light-dark(#2a8a7a, #5cc9b5);
    --ld-series-3: light-dark(#8a4fa8, #c597e0);
    --ld-series-4: light-dark(#b23a5b, #f08aa6);
    --ld-series-5: light-dark(#8c8c94, #7d8998);
  }

  .ld[data-theme='light'] {
    color-scheme: light;
  }

  .ld[data-theme='dark'] {
    color-scheme: dark;
  }
`;
