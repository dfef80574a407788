// Figures, chart and lists of the overview; then narrow screens.

const css = String.raw;

/** The look of the overview. */
export const OVERVIEW = css`
  .ld .ld-cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: var(--ld-3);
    margin: var(--ld-3) 0 var(--ld-6);
  }

  .ld .ld-card {
    padding: var(--ld-3) var(--ld-4);
    border: 1px solid var(--ld-line);
    border-radius: var(--ld-round);
  }

  .ld .ld-card h2 {
    margin: 0;
    color: var(--ld-faint);
    font-size: var(--ld-small);
    font-weight: normal;
  }

  .ld .ld-figure {
    font-size: var(--ld-figure);
    line-height: 1.4;
  }

  .ld .ld-count {
    margin-right: var(--ld-2);
    white-space: nowrap;
  }

  .ld .ld-chart {
    margin: 0;
  }

  .ld .ld-chart svg {
    display: block;
    width: 100%;
    height: 160px;
    border-bottom: 1px solid var(--ld-strong-line);
    border-top: 1px dashed var(--ld-line);
  }

  .ld .ld-most,
  .ld .ld-axis {
    display: flex;
    justify-content: space-between;
    color: var(--ld-faint);
    font-size: var(--ld-small);
  }

  .ld .ld-legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ld-1) var(--ld-4);
    margin: var(--ld-2) 0;
    font-size: 13px;
  }

  .ld .ld-swatch {
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: 6px;
    border-radius: 2px;
  }

  ${[0, 1, 2, 3, 4, 5]
    .map(
      (at) => `.ld .ld-series-${at}{fill:var(--ld-series-${at});background:var(--ld-series-${at})}`,
    )
    .join('\n')}

  .ld .ld-top li {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr) max-content;
    align-items: start;
    gap: var(--ld-3);
    padding: 6px 0;
    border-bottom: 1px solid var(--ld-line);
  }

  .ld .ld-top b {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }

  .ld .ld-health li {
    display: flex;
    gap: var(--ld-3);
    align-items: flex-start;
    padding: 6px 0;
    border-bottom: 1px solid var(--ld-line);
  }

  .ld .ld-health small {
    display: block;
  }
`;

/** Narrow screens and narrow widgets: one column, and lines as cards. */
export const NARROW = css`
  @container (max-width: 1000px) {
    .ld .ld-row {
      grid-template-columns: 96px minmax(0, 1fr) 148px;
      grid-template-rows: auto 1fr;
    }

    .ld .ld-row-days {
      display: none;
    }

    .ld .ld-row-count,
    .ld .ld-row-seen {
      grid-column: 3;
    }

    .ld .ld-row-state,
    .ld .ld-row-what {
      grid-row: span 2;
    }

    .ld .ld-columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 640px) {
    .ld .ld-row {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--ld-3) 0;
    }

    .ld .ld-row-count,
    .ld .ld-row-seen {
      grid-column: 1;
    }

    .ld .ld-row small {
      display: inline;
      margin-left: var(--ld-2);
    }

    .ld .ld-top li {
      grid-template-columns: 32px minmax(0, 1fr) max-content;
    }

    .ld .ld-head .ld-spark {
      display: none;
    }

    .ld .ld-tab {
      padding: 10px;
    }
  }

  @media (forced-colors: active) {
    .ld .ld-state,
    .ld .ld-pair {
      border: 1px solid;
    }
  }

  @media print {
    .ld .ld-moves,
    .ld .ld-filter,
    .ld .ld-copy {
      display: none;
    }
  }
`;
