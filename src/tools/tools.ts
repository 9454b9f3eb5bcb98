import { brush, eraser } from './brush.ts';
import { hand } from './hand.ts';
import type { Tool, ToolId } from './tool.ts';

/** Every tool there is, by its id. A new tool is added here and nowhere else. */
export const tools: Readonly<Record<ToolId, Tool>> = { brush, eraser, hand };
