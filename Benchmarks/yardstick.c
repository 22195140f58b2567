/* The yardstick of every speed figure: libyaml reads the files named as arguments on one core and
   the events are thrown away. Prints bytes, events and seconds. */
#include <stdio.h>
#include <time.h>
#include <yaml.h>

int main(int count, char **names) {
  double seconds = 0;
  size_t events = 0, bytes = 0;
  for (int i = 1; i < count; i++) {
    FILE *file = fopen(names[i], "rb");
    if (!file || fseek(file, 0, SEEK_END)) return perror(names[i]), 1;
    size_t size = (size_t)ftell(file);
    rewind(file);
    unsigned char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, file) != size) return perror(names[i]), 1;
    fclose(file);
    bytes += size;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, text, size);
    for (int done = 0; !done; events++) {
      if (!yaml_parser_parse(&parser, &event)) return fprintf(stderr, "%s: bad YAML\n", names[i]), 1;
      done = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    clock_gettime(CLOCK_MONOTONIC, &end);
    seconds += (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    free(text);
  }
  printf("%zu bytes, %zu events, %.3f s, %.1f MB/s\n", bytes, events, seconds, bytes / seconds / 1e6);
}
