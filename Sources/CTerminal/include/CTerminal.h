#ifndef CTERMINAL_H
#define CTERMINAL_H

/// Marks what keeps no pointer that it is given, and asks of it no more than Swift's texts have.
#define SAFE_FROM_SWIFT __attribute__((swift_attr("safe")))

/// Returns how many columns the terminal behind a file descriptor has; 0 where there is none.
int terminal_columns(int descriptor);

/// Writes out what standard output still holds; returns 0 where any of the output was lost.
int output_is_written(void);

/// Has a file removed by the signals that end the program, in the place of an earlier one; an empty
/// path names none. Returns 0 where the path is too long.
///
/// A file that grows too large is from then on an error of the one who writes it, and no signal.
int remove_at_signal(const char *path) SAFE_FROM_SWIFT;

/// Waits until what was written to a file is on the disk; returns 0 where it is not.
int is_on_disk(int descriptor);

/// Gives a file the name of another one, whose place it takes; returns 0, or the error's number.
int take_name(const char *path, const char *name) SAFE_FROM_SWIFT;

#endif
