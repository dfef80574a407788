// What stands around the views on a page of their own.

const css = String.raw;

/** The look of a page: header, width, live line, keys. */
export const SITE = css`
  body.ld {
    min-height: 100vh;
  }

  .ld .ld-site {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ld-1) var(--ld-6);
    padding: 0 var(--ld-6);
    border-bottom: 1px solid var(--ld-line);
    background: var(--ld-raised);
  }

  .ld .ld-site nav a {
    display: inline-block;
    padding: 12px 10px 10px;
    border-bottom: 2px solid transparent;
  }

  .ld .ld-site nav a[aria-current] {
    border-color: var(--ld-link);
    color: var(--ld-ink);
    font-weight: 600;
  }

  .ld .ld-source {
    margin-left: auto;
    color: var(--ld-faint);
    font-size: var(--ld-small);
  }

  .ld .ld-skip,
  .ld .ld-said {
    position: absolute;
    left: -999px;
  }

  .ld .ld-skip:focus {
    left: var(--ld-2);
    padding: var(--ld-2);
    background: var(--ld-ground);
  }

  .ld > main {
    max-width: 1280px;
    margin: 0 auto;
    padding: var(--ld-4) var(--ld-6) 48px;
  }

  .ld > main:focus {
    outline: none;
  }

  .ld .ld-live {
    position: sticky;
    z-index: 1;
    top: 0;
    margin: 0;
    padding: var(--ld-2) var(--ld-6);
    background: var(--ld-blue-ground);
  }

  .ld .ld-live:empty {
    display: none;
  }

  .ld dialog {
    border: 1px solid var(--ld-strong-line);
    border-radius: var(--ld-round);
    background: var(--ld-ground);
    color: var(--ld-ink);
  }

  @media (max-width: 640px) {
    .ld .ld-site,
    .ld > main {
      padding-right: var(--ld-4);
      padding-left: var(--ld-4);
    }
  }
`;
