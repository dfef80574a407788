// The evidence of a group: facts, code, tables, history.

const css = String.raw;

/** The look of facts, code and tables. */
export const EVIDENCE = css`
  .ld .ld-facts {
    display: grid;
    grid-template-columns: minmax(90px, max-content) minmax(0, 1fr);
    gap: 5px var(--ld-3);
    margin-bottom: var(--ld-2);
  }

  .ld .ld-facts dt {
    max-width: 180px;
    color: var(--ld-faint);
  }

  .ld .ld-facts dd {
    margin: 0;
  }

  .ld .ld-witness {
    padding: 0 5px;
    border: 1px solid var(--ld-line);
    border-radius: 4px;
    color: var(--ld-faint);
    font-size: 11px;
    white-space: nowrap;
  }

  .ld .ld-links li,
  .ld .ld-history li {
    padding: 3px 0;
  }

  .ld .ld-history small {
    display: block;
  }

  .ld .ld-form,
  .ld .ld-fold {
    border-top: 1px solid var(--ld-line);
  }

  .ld .ld-form > summary,
  .ld .ld-fold > summary {
    padding: 6px 0;
    color: var(--ld-link);
  }

  .ld .ld-code {
    position: relative;
    margin-bottom: var(--ld-2);
  }

  .ld .ld-code pre {
    margin: 0;
    padding: var(--ld-3);
    overflow: auto;
    max-height: 420px;
    border: 1px solid var(--ld-line);
    border-radius: var(--ld-round);
    background: var(--ld-raised);
    white-space: pre;
    overflow-wrap: normal;
  }

  .ld .ld-copy {
    position: absolute;
    top: 6px;
    right: 6px;
    padding: 2px 10px;
    font-size: var(--ld-small);
  }

  .ld .ld-scroll {
    overflow-x: auto;
  }

  .ld .ld-table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13px;
  }

  .ld .ld-table th,
  .ld .ld-table td {
    padding: 6px var(--ld-3) 6px 0;
    border-bottom: 1px solid var(--ld-line);
    text-align: left;
    vertical-align: top;
    font-weight: normal;
    min-width: 72px;
  }

  .ld .ld-table thead th {
    color: var(--ld-faint);
    font-size: var(--ld-small);
    white-space: nowrap;
  }

  .ld .ld-table td small {
    display: block;
  }

  .ld .ld-relation {
    color: var(--ld-amber);
  }
`;
