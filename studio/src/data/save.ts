// Downloads: a table as CSV with units, a drawing as SVG with its colours and letters in it.
import type { Cell } from './types';

// `said`: the key of the words shown where rows have units of their own; the column is sorted by its number.
export interface SheetColumn { key: string; label: string; unit?: string; number?: boolean; said?: string }
export type SheetRow = Record<string, Cell>;
export interface Sheet { columns: SheetColumn[]; rows: SheetRow[] }

export function toCsv({ columns, rows }: Sheet): string {
  const quote = (cell: Cell | undefined): string => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const head = columns.map((c) => quote(c.unit ? `${c.label} [${c.unit}]` : c.label));
  return [head, ...rows.map((row) => columns.map((c) => quote(row[c.said ?? c.key])))].map((cells) => cells.join(',')).join('\r\n') + '\r\n';
}

export function download(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A spreadsheet reads UTF-8 only with its mark.
export const downloadCsv = (name: string, sheet: Sheet) => download(`${name}.csv`, `\ufeff${toCsv(sheet)}`, 'text/csv;charset=utf-8');

const copied = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity', 'fill-opacity', 'font-size', 'font-weight',
  'font-family', 'text-anchor', 'dominant-baseline', 'paint-order'];

export function standaloneSvg(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll('*')];
  const into = [copy, ...copy.querySelectorAll('*')];
  into.forEach((element, i) => {
    const style = getComputedStyle(from[i]!);
    for (const property of copied) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute('class');
    element.removeAttribute('tabindex');
  });
  const box = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(box.width)));
  copy.setAttribute('height', String(Math.round(box.height)));
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--surface'));
  copy.prepend(paper);
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  copy.prepend(name);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}
