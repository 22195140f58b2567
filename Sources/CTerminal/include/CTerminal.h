#ifndef CTERMINAL_H
#define CTERMINAL_H

/// Returns how many columns the terminal behind a file descriptor has; 0 where there is none.
int terminal_columns(int descriptor);

#endif
