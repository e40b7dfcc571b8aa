/** The shape of each status, the same on canvas as in the pages' macro: color is never the only sign. */

import type { Status } from "./types";

export const STATUSES: readonly Status[] = [
  "confirmed", "reported", "unconfirmed", "denied", "disputed", "planned", "conditional", "did-not-happen",
];

/** Draws a status's sign around a point; `size` is its radius in pixels. */
export function sign(pen: CanvasRenderingContext2D, status: Status, x: number, y: number, size: number, color: string): void {
  pen.save();
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = 1.8;
  pen.beginPath();
  switch (status) {
    case "confirmed":
      pen.arc(x, y, size, 0, 7);
      pen.fill();
      break;
    case "reported":
      pen.arc(x, y, size, 0, 7);
      pen.stroke();
      pen.beginPath();
      pen.arc(x, y, size, Math.PI / 2, (3 * Math.PI) / 2);
      pen.fill();
      break;
    case "unconfirmed":
      pen.arc(x, y, size, 0, 7);
      pen.stroke();
      break;
    case "denied":
      pen.moveTo(x - size, y - size);
      pen.lineTo(x + size, y + size);
      pen.moveTo(x + size, y - size);
      pen.lineTo(x - size, y + size);
      pen.lineWidth = 2.4;
      pen.stroke();
      break;
    case "disputed":
      pen.moveTo(x, y - size * 1.25);
      pen.lineTo(x + size * 1.25, y);
      pen.lineTo(x, y + size * 1.25);
      pen.lineTo(x - size * 1.25, y);
      pen.closePath();
      pen.fill();
      break;
    case "planned":
      pen.moveTo(x - size, y - size);
      pen.lineTo(x + size, y);
      pen.lineTo(x - size, y + size);
      pen.closePath();
      pen.stroke();
      break;
    case "conditional":
      pen.setLineDash([2, 2]);
      pen.rect(x - size, y - size, 2 * size, 2 * size);
      pen.stroke();
      break;
    case "did-not-happen":
      pen.arc(x, y, size, 0, 7);
      pen.moveTo(x - size * 0.7, y + size * 0.7);
      pen.lineTo(x + size * 0.7, y - size * 0.7);
      pen.stroke();
      break;
  }
  pen.restore();
}

/** A status as it is read. Pure. */
export function said(status: Status): string {
  return status.replaceAll("-", " ");
}
