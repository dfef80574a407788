// The list of groups: choices, filter, lines, pages.

const css = String.raw;

/** The look of the list. */
export const LIST = css`
  .ld .ld-bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--ld-2) var(--ld-4);
    margin: var(--ld-3) 0;
    border-bottom: 1px solid var(--ld-line);
  }

  .ld .ld-tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ld-1);
  }

  .ld .ld-tab {
    padding: 6px 10px;
    border-bottom: 2px solid transparent;
    color: var(--ld-faint);
  }

  .ld .ld-tab[aria-current] {
    border-color: var(--ld-link);
    color: var(--ld-ink);
    font-weight: 600;
  }

  .ld .ld-filter {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--ld-2) var(--ld-3);
    margin-bottom: var(--ld-3);
  }

  .ld .ld-field span {
    display: block;
    color: var(--ld-faint);
    font-size: var(--ld-small);
  }

  .ld .ld-wide {
    flex: 1 1 280px;
    max-width: 560px;
  }

  .ld .ld-more[open] {
    flex: 1 0 100%;
    order: 9;
  }

  .ld .ld-more summary {
    padding: 6px 0;
    color: var(--ld-link);
  }

  .ld .ld-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: var(--ld-2) var(--ld-3);
  }

  .ld .ld-totals {
    margin: 0 0 var(--ld-2);
    color: var(--ld-faint);
  }

  .ld .ld-totals b {
    color: var(--ld-ink);
  }

  .ld .ld-rows {
    border-top: 1px solid var(--ld-line);
  }

  .ld .ld-row {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr) 84px 96px 148px;
    gap: 2px var(--ld-4);
    align-items: start;
    padding: var(--ld-2) var(--ld-1);
    border-bottom: 1px solid var(--ld-line);
  }

  .ld .ld-row:hover,
  .ld .ld-row:focus-within {
    background: var(--ld-raised);
  }

  .ld .ld-title {
    font-weight: 600;
    color: var(--ld-ink);
  }

  .ld .ld-title:hover {
    color: var(--ld-link);
  }

  .ld .ld-meta {
    display: flex;
    flex-wrap: wrap;
    color: var(--ld-faint);
    font-size: var(--ld-small);
  }

  .ld .ld-meta > :not(:last-child)::after {
    content: '·';
    margin: 0 6px;
  }

  .ld .ld-reason {
    letter-spacing: 0.01em;
  }

  .ld .ld-row-count,
  .ld .ld-row-seen {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .ld .ld-row-count b {
    font-size: var(--ld-text);
  }

  .ld .ld-row small {
    display: block;
  }

  .ld .ld-spark {
    display: block;
    width: 84px;
    height: 22px;
    fill: var(--ld-bar);
  }

  .ld .ld-empty {
    padding: 40px var(--ld-4);
    border: 1px dashed var(--ld-line);
    border-radius: var(--ld-round);
    text-align: center;
  }

  .ld .ld-empty p {
    max-width: 560px;
    margin: 0 auto var(--ld-2);
  }

  .ld .ld-pager {
    display: flex;
    gap: var(--ld-3);
    align-items: center;
    padding: var(--ld-3) 0;
    color: var(--ld-faint);
  }
`;
