import type { Place } from './moves.ts';

/** Where something was let go. */
export type DropTarget = Place | 'tray' | undefined;

const THRESHOLD = 6;

/**
 * Dragging a student by mouse, finger or pen: `begin` on pointerdown, then `drop` is called with the seat or tray under
 * the pointer. A press that hardly moves is no drag, so the click that follows is one. Seats carry `data-row` and
 * `data-column`, the tray `data-tray`.
 */
export class SeatDrag {
  private from: { x: number; y: number } | undefined;
  private element: HTMLElement | undefined;
  private studentId = 0;
  private ended = 0;

  constructor(private readonly drop: (studentId: number, target: DropTarget) => void) {}

  begin(event: PointerEvent, studentId: number): void {
    if (event.button !== 0 || !event.isPrimary) return;
    this.from = { x: event.clientX, y: event.clientY };
    this.element = event.currentTarget as HTMLElement;
    this.studentId = studentId;
    document.addEventListener('pointermove', this.move);
    document.addEventListener('pointerup', this.up);
    document.addEventListener('pointercancel', this.stop);
  }

  /** Whether this click only ends a drag. */
  wasDrag(event: MouseEvent): boolean {
    return event.timeStamp - this.ended < 50;
  }

  private readonly move = (event: PointerEvent): void => {
    const { from, element } = this;
    if (!from || !element) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!element.classList.contains('is-dragged') && Math.hypot(x, y) < THRESHOLD) return;
    element.classList.add('is-dragged');
    element.style.setProperty('--drag-x', `${x}px`);
    element.style.setProperty('--drag-y', `${y}px`);
  };

  private readonly up = (event: PointerEvent): void => {
    const dragged = this.element?.classList.contains('is-dragged');
    const under = document.elementFromPoint(event.clientX, event.clientY);
    this.stop();
    if (!dragged) return;
    this.ended = event.timeStamp;
    this.drop(this.studentId, targetOf(under));
  };

  private readonly stop = (): void => {
    this.element?.classList.remove('is-dragged');
    this.element = undefined;
    this.from = undefined;
    document.removeEventListener('pointermove', this.move);
    document.removeEventListener('pointerup', this.up);
    document.removeEventListener('pointercancel', this.stop);
  };
}

function targetOf(element: Element | null): DropTarget {
  if (element?.closest('[data-tray]')) return 'tray';
  const seat = element?.closest<HTMLElement>('[data-row]');
  if (!seat) return undefined;
  return { row: Number(seat.dataset.row), column: Number(seat.dataset.column) };
}
