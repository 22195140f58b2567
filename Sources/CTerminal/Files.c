#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char to_remove[4096];
static volatile sig_atomic_t removes = 0;

/// Does only what a handler may do; the signal then comes again and ends the program.
static void remove_and_end(int number) {
  if (removes) unlink(to_remove);
  raise(number);
}

static void handle_signals(void) {
  static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};
  static int are_handled = 0;
  if (are_handled) return;
  are_handled = 1;
  signal(SIGXFSZ, SIG_IGN);
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction before;
    // What the caller had ignored, as nohup does, stays ignored.
    if (sigaction(numbers[index], NULL, &before) != 0 || before.sa_handler != SIG_DFL) continue;
    struct sigaction action = {.sa_handler = remove_and_end, .sa_flags = SA_RESETHAND};
    sigfillset(&action.sa_mask);
    sigaction(numbers[index], &action, NULL);
  }
}

int remove_at_signal(const char *path) {
  size_t length = strlen(path);
  removes = 0;
  if (length == 0) return 1;
  if (length >= sizeof to_remove) return 0;
  memcpy(to_remove, path, length + 1);
  handle_signals();
  removes = 1;
  return 1;
}

int is_on_disk(int descriptor) {
  // Some file systems know no such thing.
  return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
}

int take_name(const char *path, const char *name) {
  return rename(path, name) == 0 ? 0 : errno;
}
