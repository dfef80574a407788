// What every view shares: text, links, buttons, forms, folds.

const css = String.raw;

/** The look of plain elements. A popup is as wide as what stands in it, and a container has no such width. */
export const BASE = css`
  .ld {
    margin: 0;
    background: var(--ld-ground);
    color: var(--ld-ink);
    font: var(--ld-text) / 1.45 var(--ld-font);
    overflow-wrap: anywhere;
    container-type: inline-size;
  }

  .ld-widget.ld {
    contain-intrinsic-inline-size: 960px;
    padding: var(--ld-2) var(--ld-3);
  }

  .ld *,
  .ld *::before,
  .ld *::after {
    box-sizing: border-box;
  }

  .ld h1 {
    margin: 0;
    font-size: var(--ld-title);
    line-height: 1.3;
  }

  .ld h2 {
    margin: 0 0 var(--ld-2);
    font-size: var(--ld-large);
    line-height: 1.3;
  }

  .ld p {
    margin: 0 0 var(--ld-2);
  }

  .ld ol,
  .ld ul,
  .ld dl {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .ld small {
    font-size: var(--ld-small);
    color: var(--ld-faint);
  }

  .ld a {
    color: var(--ld-link);
    text-decoration: none;
  }

  .ld a:hover {
    text-decoration: underline;
  }

  .ld p a,
  .ld .ld-links a {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .ld :focus-visible {
    outline: 2px solid var(--ld-focus);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .ld code,
  .ld pre,
  .ld .ld-mono {
    font-family: var(--ld-mono);
    font-size: 13px;
  }

  .ld button,
  .ld .ld-button {
    display: inline-block;
    padding: 5px var(--ld-3);
    border: 1px solid var(--ld-strong-line);
    border-radius: var(--ld-round);
    background: var(--ld-ground);
    color: var(--ld-ink);
    font: inherit;
    cursor: pointer;
  }

  .ld button:hover,
  .ld .ld-button:hover {
    background: var(--ld-raised);
    text-decoration: none;
  }

  .ld button.ld-primary {
    border-color: var(--ld-link);
    background: var(--ld-link);
    color: var(--ld-ground);
  }

  .ld input,
  .ld select {
    width: 100%;
    padding: 5px var(--ld-2);
    border: 1px solid var(--ld-strong-line);
    border-radius: var(--ld-round);
    background: var(--ld-ground);
    color: var(--ld-ink);
    font: inherit;
  }

  .ld input::placeholder {
    color: var(--ld-faint);
    opacity: 1;
  }

  .ld summary {
    cursor: pointer;
  }

  .ld .ld-icon {
    width: 12px;
    height: 12px;
    flex: none;
    fill: currentColor;
  }

  .ld .ld-ring {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }

  .ld .ld-faint {
    color: var(--ld-faint);
    font-size: var(--ld-small);
  }

  .ld .ld-note {
    padding: var(--ld-2) var(--ld-3);
    border-left: 3px solid var(--ld-amber);
    background: var(--ld-amber-ground);
  }

  .ld .ld-out::after {
    display: inline-block;
    padding-left: 3px;
    content: '↗' / '';
    font-size: var(--ld-small);
  }

  .ld [hidden] {
    display: none;
  }
`;
