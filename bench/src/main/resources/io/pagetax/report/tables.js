'use strict';

/** Tables that can be sorted by a column and filtered by words. */
const Tables = (() => {
  const value = (row, column) => {
    const cell = row.cells[column];
    const exact = cell.dataset.value;
    return exact === undefined ? cell.textContent.trim() : exact === '' ? null : Number(exact);
  };

  /** What is not available comes last, whichever way it goes. */
  const compare = (a, b, direction) => {
    if (a === null || b === null) {
      return (a === null) - (b === null);
    }
    const order = typeof a === 'number' ? a - b : a.localeCompare(b, 'en', { numeric: true });
    return direction * order;
  };

  const sort = (table, heading) => {
    const direction = heading.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    for (const other of table.tHead.querySelectorAll('[aria-sort]')) {
      other.removeAttribute('aria-sort');
    }
    heading.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [value(row, heading.cellIndex), row]);
    rows.sort((a, b) => compare(a[0], b[0], direction));
    body.append(...rows.map(([, row]) => row));
  };

  const filter = (table, words, status) => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...table.tBodies[0].rows];
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    status.textContent = `${shown} of ${rows.length}`;
  };

  const enable = (table) => {
    for (const heading of table.querySelectorAll('th[data-sort]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      button.addEventListener('click', () => sort(table, heading));
      heading.append(button);
    }
    const input = document.querySelector(`[data-filters="${table.id}"]`);
    if (input) {
      const status = input.closest('.tools').querySelector('[role=status]');
      input.addEventListener('input', () => filter(table, input.value, status));
      filter(table, input.value, status);
    }
  };

  /** A row that a link leads to is shown, whatever is filtered. */
  const reveal = (element) => {
    const table = element.closest('table');
    const input = table && document.querySelector(`[data-filters="${table.id}"]`);
    if (input && element.hidden) {
      input.value = '';
      input.dispatchEvent(new Event('input'));
    }
  };

  return { enable, reveal };
})();
