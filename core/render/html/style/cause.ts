// One group: head, parts, facts, code, tables.

const css = String.raw;

/** The look of one group. */
export const CAUSE = css`
  .ld .ld-state,
  .ld .ld-pair {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 8px 1px 6px;
    border-radius: 99px;
    background: var(--ld-grey-ground);
    color: var(--ld-grey);
    font-size: var(--ld-small);
    font-weight: 600;
    line-height: 18px;
    white-space: nowrap;
  }

  .ld .ld-is-regressed,
  .ld .ld-is-denied {
    background: var(--ld-red-ground);
    color: var(--ld-red);
  }

  .ld .ld-is-new,
  .ld .ld-is-missing,
  .ld .ld-is-warning {
    background: var(--ld-amber-ground);
    color: var(--ld-amber);
  }

  .ld .ld-is-open {
    background: var(--ld-blue-ground);
    color: var(--ld-blue);
  }

  .ld .ld-is-resolved,
  .ld .ld-is-allowed,
  .ld .ld-is-ok {
    background: var(--ld-green-ground);
    color: var(--ld-green);
  }

  .ld .ld-back {
    margin-bottom: var(--ld-2);
  }

  .ld .ld-head {
    display: flex;
    justify-content: space-between;
    gap: var(--ld-6);
    margin-bottom: var(--ld-3);
  }

  .ld .ld-head h1 {
    margin: var(--ld-2) 0 var(--ld-1);
    max-width: 900px;
  }

  .ld .ld-head .ld-spark {
    width: 168px;
    height: 44px;
    flex: none;
  }

  .ld .ld-head .ld-seen {
    color: var(--ld-faint);
  }

  .ld .ld-moves {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ld-2);
    align-items: flex-end;
    margin-bottom: var(--ld-4);
  }

  .ld .ld-move > summary {
    padding: 5px var(--ld-3);
    border: 1px solid var(--ld-strong-line);
    border-radius: var(--ld-round);
    list-style: none;
  }

  .ld .ld-move > summary::-webkit-details-marker {
    display: none;
  }

  .ld .ld-move[open] {
    flex-basis: 320px;
    padding: var(--ld-3);
    border: 1px solid var(--ld-line);
    border-radius: var(--ld-round);
    background: var(--ld-raised);
  }

  .ld .ld-move[open] > summary {
    padding: 0;
    border: 0;
    font-weight: 600;
  }

  .ld .ld-move form > * {
    margin-top: var(--ld-2);
  }

  .ld .ld-inline {
    display: flex;
    gap: var(--ld-2);
    align-items: end;
  }

  .ld .ld-columns {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    gap: 0 32px;
  }

  .ld .ld-part {
    margin: 0 0 var(--ld-6);
  }

  .ld .ld-steps {
    padding-left: 20px;
    list-style: decimal;
  }

  .ld ul.ld-steps {
    list-style: disc;
  }

  .ld .ld-steps li {
    margin-bottom: var(--ld-1);
  }

  .ld .ld-sure {
    display: inline-block;
    padding: 2px var(--ld-2);
    border-radius: var(--ld-round);
    background: var(--ld-amber-ground);
  }

  .ld .ld-sure.ld-is-ready {
    background: var(--ld-green-ground);
  }
`;
