#include "CTerminal.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int terminal_columns(int descriptor) {
  struct winsize size;
  if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

int output_is_written(void) {
  return fflush(stdout) == 0 && !ferror(stdout);
}
