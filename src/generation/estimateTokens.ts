/** About how many tokens a text encoder makes of a prompt: its words and its punctuation marks. */
export const estimateTokens = (prompt: string): number => prompt.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;
