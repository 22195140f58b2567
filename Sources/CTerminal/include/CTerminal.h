#ifndef CTERMINAL_H
#define CTERMINAL_H

/// Returns how many columns the terminal behind a file descriptor has; 0 where there is none.
int terminal_columns(int descriptor);

/// Writes out what standard output still holds; returns 0 where any of the output was lost.
int output_is_written(void);

#endif
