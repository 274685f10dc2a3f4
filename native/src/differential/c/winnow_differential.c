/*
 * Scans texts with Winnow's engine and with libyara as it is published, which this program is linked with, and compares the matches.
 *
 *   winnow-differential ENGINE VARIABLES PACK CASES TEXTS [FILE...]
 *
 * ENGINE: Winnow's shared library; VARIABLES: a name and a type a line; PACK: a rule source; CASES: rule sources, each ended by a form feed;
 * TEXTS: how many texts to make up for the pack, and as many again for made-up rules; FILE: its lines are texts for the pack.
 */
#include "pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SPANS 64
#define MAX_WORDS 1000000
#define SHOWN 5
/* Texts for each set of made-up rules. */
#define TEXTS_OF_SET 50

static int32_t words[MAX_WORDS];
static int word_count;
static long compared, matching, limited, different;

static int on_event(YR_SCAN_CONTEXT* context, int message, void* data, void* user_data) {
  YR_RULE* rule = data;
  YR_STRING* string;
  YR_MATCH* match;
  (void) user_data;
  if (message != CALLBACK_MSG_RULE_MATCHING) return CALLBACK_CONTINUE;
  if (word_count + 2 > MAX_WORDS) return CALLBACK_ERROR;
  words[word_count++] = (int32_t) (rule - context->rules->rules_table);
  int place = word_count++;
  yr_rule_strings_foreach(rule, string) {
    int room = SPANS;
    yr_string_matches_foreach(context, string, match) {
      if (room-- <= 0 || word_count + 2 > MAX_WORDS) break;
      words[word_count++] = (int32_t) (match->base + match->offset);
      words[word_count++] = match->match_length;
    }
  }
  words[place] = (word_count - place - 1) / 2;
  return CALLBACK_CONTINUE;
}

static void show_difference(const pair* self, slice source, slice text, int32_t count) {
  if (different++ >= SHOWN) return;
  printf("different: text '%.*s'\n  libyara:", text.size, (const char*) text.bytes);
  for (int i = 0; i < word_count; i++) printf(" %d", words[i]);
  printf("\n  Winnow:");
  for (int i = 1; i < count; i++) printf(" %d", self->engine->words[i]);
  printf("\n");
  if (source.size < 2000) printf("  rules: %.*s\n", source.size, (const char*) source.bytes);
}

/* A text that exhausts one of the two engines is counted as limited. */
static void compare(pair* self, slice source, slice text) {
  define_variables(self);
  word_count = 0;
  int result = yr_scanner_scan_mem(self->scanner, text.bytes, (size_t) text.size);
  memcpy(self->engine->text, text.bytes, (size_t) text.size);
  int32_t count = engine_scan(self->engine, text.size, SPANS);
  compared++;
  matching += word_count > 0;
  if (result != ERROR_SUCCESS || count < 0 || (count > 0 && self->engine->words[0] > 0)) {
    limited++;
  } else if ((count == 0 ? 0 : count - 1) != word_count ||
             (count > 0 && memcmp(self->engine->words + 1, words, (size_t) word_count * sizeof *words) != 0)) {
    show_difference(self, source, text, count);
  }
}

static void compare_made_up(pair* self, slice source, long count) {
  static uint8_t room[WINNOW_MAX_TEXT];
  for (long i = 0; i < count; i++) compare(self, source, make_text(room, source));
}

static void compare_lines(pair* self, slice source, const char* path) {
  slice file = read_file(path);
  for (int32_t from = 0, to; from < file.size; from = to + 1) {
    const uint8_t* end = memchr(file.bytes + from, '\n', (size_t) (file.size - from));
    to = end == NULL ? file.size : (int32_t) (end - file.bytes);
    if (to - from <= WINNOW_MAX_TEXT) compare(self, source, (slice){file.bytes + from, to - from});
  }
}

static void compare_cases(slice cases, long count) {
  for (int32_t from = 0, to; from < cases.size; from = to + 1) {
    const uint8_t* end = memchr(cases.bytes + from, '\f', (size_t) (cases.size - from));
    to = end == NULL ? cases.size : (int32_t) (end - cases.bytes);
    slice source = {cases.bytes + from, to - from};
    pair both;
    open_pair(&both, source, on_event);
    if (both.rules != NULL) compare_made_up(&both, source, count);
    close_pair(&both);
  }
}

static void compare_made_up_rules(long sets) {
  static uint8_t source_room[8192], text_room[WINNOW_MAX_TEXT];
  for (long i = 0; i < sets; i++) {
    slice source = make_rules(source_room, sizeof source_room);
    pair both;
    open_pair(&both, source, on_event);
    for (int k = 0; k < TEXTS_OF_SET && both.rules != NULL; k++) compare(&both, source, make_letters(text_room));
    close_pair(&both);
  }
}

static void note(const char* name, long value, const char* unit) { printf("note differential_%s %ld %s\n", name, value, unit); }

int main(int count, char** arguments) {
  if (count < 6) fail("usage: winnow-differential ENGINE VARIABLES PACK CASES TEXTS [FILE...]");
  if (yr_initialize() != ERROR_SUCCESS) fail("libyara does not start");
  yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0);
  load_engine(arguments[1]);
  read_variables(arguments[2]);
  slice pack = read_file(arguments[3]);
  long texts = strtol(arguments[5], NULL, 10);

  compare_cases(read_file(arguments[4]), texts / 1000 + 20);
  note("cases", compared, "made-up texts, with the rules of the engine cases");
  long before = compared;
  compare_made_up_rules(texts / TEXTS_OF_SET);
  note("made_up", compared - before, "texts, with made-up rules");
  pair both;
  open_pair(&both, pack, on_event);
  if (both.rules == NULL) fail("the pack does not compile");
  for (int i = 6; i < count; i++) compare_lines(&both, pack, arguments[i]);
  compare_made_up(&both, pack, texts);
  close_pair(&both);

  note("texts", compared, "texts");
  note("matching", matching, "of them match a rule");
  note("limited", limited, "of them exhaust a limit of an engine and are not compared");
  printf("result differential_different %ld bar <= 0 %s\n", different, different == 0 ? "ok" : "short");
  return different == 0 ? 0 : 1;
}
