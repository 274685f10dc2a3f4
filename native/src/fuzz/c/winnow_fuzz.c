/*
 * Coverage-guided fuzzing of compile and scan.
 *
 *   winnow-fuzz SEED_FILE SECONDS RANDOM_SEED      SEED_FILE: rule sources, each ended by a form feed
 *
 * Mutates sources, keeps those that reach new code, scans texts with what compiles. The sanitizers look for memory errors and
 * undefined behaviour; this program for results that cannot be: indexes and spans out of range, a scan that differs from the one
 * before, handles that stay behind.
 */
#include "../../main/c/winnow_yara.h"

#include <sanitizer/asan_interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_SOURCE 2000
#define MAX_INPUT 500
#define CORPUS 20000
#define MAP_SIZE (1 << 16)

/* Coverage: every edge of the instrumented code calls the function below. */

static uint8_t edges[MAP_SIZE], seen[MAP_SIZE];
static uintptr_t previous;

void __sanitizer_cov_trace_pc(void) {
  uintptr_t here = (uintptr_t) __builtin_return_address(0);
  edges[(here ^ (previous >> 1)) % MAP_SIZE] = 1;
  previous = here;
}

static int covers_more(void) {
  int more = 0;
  for (int i = 0; i < MAP_SIZE; i++)
    if (edges[i] && !seen[i]) seen[i] = more = 1;
  memset(edges, 0, sizeof edges);
  return more;
}

static uint64_t state;

static uint32_t below(uint32_t limit) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t) (state >> 11) % limit;
}

typedef struct {
  uint8_t bytes[MAX_SOURCE];
  int size;
} source;

static source* corpus[CORPUS];
static int corpus_size;

static const char* const words[] = {
    " and ", " or ", "not ", "any of them", "all of them", "2 of ($a*)", "for any i in (1..#a) : (@a[i] > 2)", "$a", "#a", "@a[1]",
    "!a[2]", "filesize", " at 0", " in (0..9)", "{1,30}", "{,3}", "{2,}", "*", "+", "?", "(a|b)", "[^a-z]", ".*", "\\b", "\\x00",
    "(b??|c)", "{3,7}?", "x{0}", "(.{0}){9}",
    " nocase", " wide", " ascii", " fullword", " xor", " base64", " private", "global ", "??", "[2-9]", "[-]", "~4?", "0x7fffffffffffffff",
    "-1", "uint32(0)", "int16be(filesize)", "sender matches /a+/", "view contains \"a\"", "50%", "none of", "rule x { condition: true }",
    "9223372036854775807", "true", "false", "defined ", " \\ ", " % ", " << 63", "\"", "/", "{ 41 [300-400] 42 }", "($, $*)"};

static void keep(const source* s) {
  if (corpus_size == CORPUS) return;
  source* copy = malloc(sizeof *copy);
  if (copy == NULL) abort();
  *copy = *s;
  corpus[corpus_size++] = copy;
}

static void replace(source* s, int from, int to, const void* bytes, int size) {
  if (s->size - (to - from) + size > MAX_SOURCE) return;
  memmove(s->bytes + from + size, s->bytes + to, (size_t) (s->size - to));
  memcpy(s->bytes + from, bytes, (size_t) size);
  s->size += size - (to - from);
}

static void mutate(source* s) {
  int at = (int) below((uint32_t) s->size + 1);
  int end = at + (int) below((uint32_t) (s->size - at) + 1);
  const char* word = words[below(sizeof words / sizeof *words)];
  uint8_t byte = (uint8_t) below(256);
  source other = *corpus[below((uint32_t) corpus_size)];
  int from = (int) below((uint32_t) other.size + 1);
  int length = (int) below((uint32_t) (other.size - from) + 1);
  switch (below(6)) {
    case 0: if (at < s->size) s->bytes[at] = byte; break;
    case 1: replace(s, at, at, word, (int) strlen(word)); break;
    case 2: replace(s, at, end - at > 8 ? at + 8 : end, word, (int) strlen(word)); break;
    case 3: replace(s, at, end - at > 20 ? at + 20 : end, "", 0); break;
    case 4: replace(s, at, at, other.bytes + from, length > 60 ? 60 : length); break;
    default: if (at < s->size) s->bytes[at] = s->bytes[below((uint32_t) s->size)];
  }
}

static void read_seeds(const char* path) {
  FILE* file = fopen(path, "rb");
  if (file == NULL) exit(3);
  source s = {.size = 0};
  for (int c; (c = fgetc(file)) != EOF;) {
    if (c == '\f') {
      keep(&s);
      s.size = 0;
    } else if (s.size < MAX_SOURCE) {
      s.bytes[s.size++] = (uint8_t) c;
    }
  }
  fclose(file);
}

static void finding(const char* what, const source* s) {
  printf("finding: %s in\n%.*s\n", what, s->size, (const char*) s->bytes);
  abort();
}

static int write_input(uint8_t* out, const source* s) {
  int size = (int) below(MAX_INPUT + 1);
  for (int i = 0; i < size;) {
    int run = 1 + (int) below(12), kind = (int) below(3);
    int from = s->size > 0 ? (int) below((uint32_t) s->size) : 0;
    uint8_t byte = (uint8_t) below(256);
    for (int j = 0; j < run && i < size; j++, i++)
      out[i] = kind == 0 && from + j < s->size ? s->bytes[from + j] : kind == 1 ? byte : (uint8_t) below(256);
  }
  return size;
}

static int scan(winnow_scanner* scanner, int size, int spans) {
  ASAN_POISON_MEMORY_REGION(scanner->text + size, (size_t) (WINNOW_MAX_TEXT - size));
  int result = winnow_scanner_scan(scanner, size, spans);
  ASAN_UNPOISON_MEMORY_REGION(scanner->text, WINNOW_MAX_TEXT);
  return result;
}

static void check_words(const int32_t* words, int count, int rules, int size, const source* s) {
  int at = 0, skipped = words[at++];
  if (skipped < 0 || skipped >= rules) finding("a wrong number of skipped rules", s);
  for (; skipped > 0; skipped--, at++)
    if (words[at] < 0 || words[at] >= rules) finding("a skipped rule out of range", s);
  while (at < count) {
    if (words[at] < 0 || words[at] >= rules) finding("a rule out of range", s);
    int spans = words[at + 1];
    at += 2;
    for (; spans > 0; spans--, at += 2)
      if (words[at] < 0 || words[at + 1] < 0 || words[at] + words[at + 1] > size) finding("a span out of range", s);
  }
  if (at != count) finding("a result of the wrong size", s);
}

static void scan_some(winnow_rules* rules, int count, const source* s) {
  winnow_scanner* scanner;
  if (winnow_scanner_create(rules, 20000000, &scanner) != 0) finding("no scanner", s);
  for (int i = 0; i < 6; i++) {
    int32_t first[4096];
    int size = (int) below(20);
    for (int j = 0; j < size; j++) scanner->text[j] = (uint8_t) below(256);
    winnow_scanner_define(scanner, (int32_t) below(7), size);
    winnow_scanner_define_number(scanner, (int32_t) below(7), (int64_t) below(4));
    size = write_input(scanner->text, s);
    int result = scan(scanner, size, 8);
    if (result <= 0 || result > 4096) continue;
    check_words(scanner->words, result, count, size, s);
    memcpy(first, scanner->words, (size_t) result * sizeof *first);
    int again = scan(scanner, size, 8);
    /* A timeout may hit one scan and not the other. */
    if (again > 0 && (again != result || memcmp(first, scanner->words, (size_t) result * sizeof *first) != 0))
      finding("a scan that differs from the one before", s);
  }
  winnow_scanner_destroy(scanner);
}

/* The variables that the seeds ask for: four strings, a number, a truth value. Returns the place after them. */
static uint8_t* put_variables(uint8_t* out) {
  static const char* const names[] = {"sender", "view", "country", "channel", "link_count", "link_ip"};
  int32_t count = 6;
  memcpy(out, &count, 4);
  out += 4;
  for (int32_t i = 0; i < count; i++) {
    int32_t type = i < 4 ? 0 : i - 3, size = (int32_t) strlen(names[i]);
    memcpy(out, &type, 4);
    memcpy(out + 4, &size, 4);
    memcpy(out + 8, names[i], (size_t) size + 1);
    out += 8 + size + 1;
  }
  return out;
}

static int compile_and_scan(const source* s) {
  uint8_t packed[MAX_SOURCE + 128];
  int32_t name = 1, size = s->size;
  uint8_t* end = put_variables(packed);
  memcpy(end, &name, 4);
  memcpy(end + 4, "f", 2);
  memcpy(end + 6, &size, 4);
  memcpy(end + 10, s->bytes, (size_t) size);
  int64_t packed_size = end - packed + 10 + size;
  winnow_rules* rules;
  uint8_t* report;
  int64_t report_size;
  int result = winnow_compile(packed, packed_size, &rules, &report, &report_size);
  if ((result == 0) != (rules != NULL)) finding("rules and an error", s);
  if (rules != NULL) {
    int32_t messages, count;
    const uint8_t* at = report + 4;
    memcpy(&messages, report, 4);
    for (; messages > 0; messages--) {
      at += 16;
      for (int i = 0; i < 2; i++) {
        memcpy(&count, at, 4);
        at += 4 + count;
      }
    }
    memcpy(&count, at, 4);
    scan_some(rules, count, s);
    winnow_rules_destroy(rules);
  }
  winnow_report_destroy(report);
  if (winnow_live_handles() != 0) finding("handles that stay behind", s);
  return result == 0;
}

int main(int argc, char** argv) {
  if (argc != 4 || winnow_initialize() != 0) return 3;
  state = strtoull(argv[3], NULL, 10) * 2654435761u + 1;
  read_seeds(argv[1]);
  int seeds = corpus_size;
  for (int i = 0; i < seeds; i++) compile_and_scan(corpus[i]);
  covers_more();

  long tried = 0, compiled = 0;
  time_t end = time(NULL) + atoi(argv[2]);
  while (time(NULL) < end) {
    source s = *corpus[below((uint32_t) corpus_size)];
    for (uint32_t i = 1 + below(4); i > 0; i--) mutate(&s);
    previous = 0;
    tried++;
    compiled += compile_and_scan(&s);
    if (covers_more()) keep(&s);
  }
  printf("%ld sources tried, %ld compiled, %d seeds grew to %d\n", tried, compiled, seeds, corpus_size);
  printf("result native_fuzz_findings 0 bar <= 0 ok\n");
  return 0;
}
