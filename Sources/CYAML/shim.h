#include <stddef.h>
#include <yaml.h>

// Glibc hides it behind a feature macro that a Swift import cannot set.
void *memmem(const void *text, size_t length, const void *part, size_t partLength);
