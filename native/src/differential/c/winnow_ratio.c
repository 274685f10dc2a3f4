/*
 * Measures a scan with Winnow's engine over one with libyara as it is published: the same rules and texts, in rounds that take turns.
 *
 *   winnow-ratio ENGINE VARIABLES PACK FILE...
 *
 * ENGINE: Winnow's shared library; VARIABLES: a name and a type a line; PACK: a rule source; FILE: its lines are texts. Prints a result
 * line for each file; exits 1 when one is over the bar.
 */
#include "pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 9
#define BAR 0.75
/* As many texts of a file, from its start. */
#define MAX_TEXTS 5000
/* Scans of a round at least. */
#define SCANS 5000

static slice texts[MAX_TEXTS];
static int text_count;

static int ignore(YR_SCAN_CONTEXT* context, int message, void* data, void* user_data) {
  (void) context, (void) message, (void) data, (void) user_data;
  return CALLBACK_CONTINUE;
}

/* Lines with a # at the start are comments. */
static void read_texts(const char* path) {
  slice file = read_file(path);
  text_count = 0;
  for (int32_t from = 0, to; from < file.size && text_count < MAX_TEXTS; from = to + 1) {
    const uint8_t* end = memchr(file.bytes + from, '\n', (size_t) (file.size - from));
    to = end == NULL ? file.size : (int32_t) (end - file.bytes);
    if (to > from && to - from <= WINNOW_MAX_TEXT && file.bytes[from] != '#') texts[text_count++] = (slice){file.bytes + from, to - from};
  }
  if (text_count == 0) fail("a file has no texts");
}

static double processor_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e9 + (double) now.tv_nsec;
}

/* Nanoseconds for a scan. */
static double measure_engine(pair* self) {
  int passes = SCANS / text_count + 1;
  double start = processor_time();
  for (int pass = 0; pass < passes; pass++)
    for (int i = 0; i < text_count; i++) {
      memcpy(self->engine->text, texts[i].bytes, (size_t) texts[i].size);
      if (engine_scan(self->engine, texts[i].size, 4) < 0) fail("a scan fails");
    }
  return (processor_time() - start) / passes / text_count;
}

static double measure_libyara(pair* self) {
  int passes = SCANS / text_count + 1;
  double start = processor_time();
  for (int pass = 0; pass < passes; pass++)
    for (int i = 0; i < text_count; i++)
      if (yr_scanner_scan_mem(self->scanner, texts[i].bytes, (size_t) texts[i].size) != ERROR_SUCCESS) fail("a scan fails");
  return (processor_time() - start) / passes / text_count;
}

static int by_size(const void* a, const void* b) {
  double x = *(const double*) a, y = *(const double*) b;
  return x < y ? -1 : x > y;
}

/* Whether the ratio is within the bar. */
static int measure_file(pair* self, const char* path) {
  read_texts(path);
  double ratios[ROUNDS], scans[ROUNDS];
  measure_libyara(self);
  measure_engine(self);
  for (int i = 0; i < ROUNDS; i++) {
    double before = measure_libyara(self);
    scans[i] = measure_engine(self);
    ratios[i] = 2 * scans[i] / (before + measure_libyara(self));
  }
  qsort(ratios, ROUNDS, sizeof *ratios, by_size);
  qsort(scans, ROUNDS, sizeof *scans, by_size);
  double ratio = ratios[ROUNDS / 2];
  const char* name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
  int length = (int) strcspn(name, ".");
  printf("note scan_%.*s %.0f ns of CPU a scan in a loop, %d texts\n", length, name, scans[ROUNDS / 2], text_count);
  printf("result scan_over_libyara_%.*s %.3f bar <= %.2f %s\n", length, name, ratio, BAR, ratio <= BAR ? "ok" : "short");
  return ratio <= BAR;
}

int main(int count, char** arguments) {
  if (count < 5) fail("usage: winnow-ratio ENGINE VARIABLES PACK FILE...");
  if (yr_initialize() != ERROR_SUCCESS) fail("libyara does not start");
  yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0);
  yr_set_configuration_uint32(YR_CONFIG_STACK_SIZE, 4096);
  load_engine(arguments[1]);
  read_variables(arguments[2]);
  pair both;
  open_pair(&both, read_file(arguments[3]), ignore);
  if (both.rules == NULL) fail("the pack does not compile");
  int ok = 1;
  for (int i = 4; i < count; i++) ok &= measure_file(&both, arguments[i]);
  close_pair(&both);
  return ok ? 0 : 1;
}
