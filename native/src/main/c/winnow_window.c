#include "winnow_window.h"

#include "winnow_regex.h"

#include <yara/globals.h>

/* Whether libyara runs the string's code, or compares its bytes, on the text as it is. */
static int is_plain(const YR_STRING* string) {
  return STRING_IS_ASCII(string) && !STRING_IS_WIDE(string) && !STRING_IS_XOR(string) && !STRING_IS_BASE64(string) &&
         !STRING_IS_BASE64_WIDE(string);
}

/* Notes what the byte at a place of the window has to be. */
static void expect_byte(winnow_window* out, int32_t place, uint8_t byte) {
  if (place < 0 || place >= WINNOW_WINDOW) return;
  ((uint8_t*) &out->value)[place] = yr_lowercase[byte];
  ((uint8_t*) &out->mask)[place] = 0xFF;
}

static void expect_literal(winnow_window* out, const YR_AC_MATCH* match, int32_t start) {
  const YR_STRING* string = match->string;
  int32_t after = string->length - match->backtrack;
  out->after = (uint16_t) (after < 0 ? 0 : after > UINT16_MAX ? UINT16_MAX : after);
  for (int32_t i = 0; i < string->length && start + i < WINNOW_WINDOW; i++) expect_byte(out, start + i, string->string[i]);
}

/* The first bytes of a regex's code, as far as each is one instruction. */
static void expect_code(winnow_window* out, const YR_AC_MATCH* match, int32_t start) {
  int32_t read = 0;
  for (const uint8_t* ip = match->forward_code; read < UINT16_MAX;) {
    int size = winnow_reading_size(ip);
    if (*ip == RE_OPCODE_LITERAL) expect_byte(out, start + read, ip[1]);
    if (size > 0)
      read++;
    else if (*ip == RE_OPCODE_WORD_BOUNDARY || *ip == RE_OPCODE_NON_WORD_BOUNDARY)
      size = 1;
    else
      break;
    ip += size;
  }
  out->after = (uint16_t) (read > match->backtrack ? read - match->backtrack : 0);
}

winnow_window winnow_window_of(const winnow_atom* a) {
  const YR_AC_MATCH* match = a->source.match;
  if (a->letters == WINNOW_LISTED) return (winnow_window){.letters = WINNOW_LISTED};
  winnow_window out = {
      .before = match->backtrack,
      .back = (uint8_t) (match->backtrack < WINNOW_WINDOW ? match->backtrack : WINNOW_WINDOW),
      .letters = (uint8_t) a->letters};
  int32_t start = out.back - match->backtrack;
  if (is_plain(match->string) && STRING_IS_LITERAL(match->string))
    expect_literal(&out, match, start);
  else if (is_plain(match->string) && match->forward_code != NULL)
    expect_code(&out, match, start);
  for (uint32_t i = 0; i < a->length; i++) expect_byte(&out, out.back - (int32_t) (a->length - i), a->bytes[i]);
  return out;
}
