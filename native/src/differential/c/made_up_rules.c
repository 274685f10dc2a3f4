#include "made_up.h"

#include <stdarg.h>
#include <stdio.h>

/* Few letters, so that patterns meet texts often. */
static const char letters[] = "aabbcABC1 2.";

typedef struct {
  char* bytes;
  int32_t size;
  int32_t room;
  /* What stands after each repeat of a regex: libyara does not mix greedy and other ones. */
  const char* greed;
} writer;

static void put(writer* out, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(out->bytes + out->size, (size_t) (out->room - out->size), format, arguments);
  va_end(arguments);
  if (size > 0 && size < out->room - out->size) out->size += size;
}

static char any_letter(void) { return letters[below(sizeof letters - 1)]; }

static void put_character(writer* out) {
  static const char* const classes[] = {".", "[ab]", "[^a]", "[a-c1]", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\x00"};
  char letter = any_letter();
  if (below(3) == 0)
    put(out, "%s", classes[below(sizeof classes / sizeof *classes)]);
  else
    put(out, letter == '.' ? "\\%c" : "%c", letter);
}

static void put_repeat(writer* out) {
  uint32_t least = below(4), most = least + 1 + below(4);
  switch (below(9)) {
    case 0: put(out, "?%s", out->greed); break;
    case 1: put(out, "*%s", out->greed); break;
    case 2: put(out, "+%s", out->greed); break;
    case 3: put(out, "{%u}", least + 1); break;
    case 4:
    case 5: put(out, "{%u,%u}%s", least, most, out->greed); break;
    default: return;
  }
}

/* A group neither repeats much nor is empty: libyara as it is published takes minutes for some that are. */
static void put_regex(writer* out, int depth) {
  for (uint32_t count = 1 + below(4); count > 0; count--) {
    switch (below(depth > 0 ? 9 : 7)) {
      case 0:
        if (depth > 0) {
          put(out, below(4) != 0 ? "\\b" : "\\B");
          continue;
        }
        put_character(out);
        break;
      case 7:
      case 8:
        put(out, "(");
        put_regex(out, depth - 1);
        for (uint32_t more = below(3); more > 0; more--) {
          put(out, "|");
          put_regex(out, depth - 1);
        }
        put(out, ")");
        break;
      default: put_character(out);
    }
    if (depth > 0)
      put_repeat(out);
    else if (below(4) == 0 && count > 1)
      put(out, "?%s", out->greed);
  }
}

static void put_string(writer* out) {
  static const char* const regex_words[] = {"", "", " nocase", " fullword", " wide", " ascii wide", " nocase fullword"};
  static const char* const text_words[] = {
      "", "", " nocase", " fullword", " wide", " ascii wide nocase", " nocase fullword", " xor", " base64", " private"};
  switch (below(8)) {
    case 0:
      put(out, "{ %02x %02x ", any_letter(), any_letter());
      put(out, below(2) == 0 ? "?? %02x" : "[0-%u] ", any_letter() % 9u);
      put(out, "( %02x | %02x 62 ) %02x }", any_letter(), any_letter(), any_letter());
      return;
    case 1:
    case 2:
      put(out, "\"");
      for (uint32_t count = 1 + below(9); count > 0; count--) put(out, "%c", any_letter());
      put(out, "\"%s", text_words[below(10)]);
      return;
    default:
      out->greed = below(3) == 0 ? "?" : "";
      put(out, below(12) == 0 ? "/^" : "/");
      put_regex(out, 1);
      put(out, below(12) == 0 ? "$/%s%s" : "/%s%s", below(4) == 0 ? "s" : "", regex_words[below(7)]);
  }
}

slice make_rules(uint8_t* room, int32_t size) {
  static const char* const conditions[] = {
      "any of them", "all of them", "2 of them", "none of them", "any of ($a*)", "#a1 > 1", "not $a1", "any of ($a*, $b)", "50% of them",
      "$a1 in (0..9)", "for any of them : ( @ < 5 )", "$b and !b[1] > 2"};
  writer out = {(char*) room, 0, size, ""};
  for (uint32_t rule = 0, count = 1 + below(3); rule < count; rule++) {
    put(&out, "%srule r%u { strings: $a1 = ", below(6) == 0 ? "private " : below(20) == 0 ? "global " : "", rule);
    put_string(&out);
    put(&out, "\n$a2 = ");
    put_string(&out);
    put(&out, "\n$b = ");
    put_string(&out);
    put(&out, "\ncondition: ($a1 or $a2 or $b or true) and %s }\n", conditions[below(sizeof conditions / sizeof *conditions)]);
  }
  return (slice){room, out.size};
}

slice make_letters(uint8_t* room) {
  int32_t size = 0, end = (int32_t) below(80);
  int wide = below(6) == 0;
  while (size < end) {
    uint8_t letter = (uint8_t) (below(40) == 0 ? "\n\0x"[below(3)] : any_letter());
    for (uint32_t count = below(5) == 0 ? 1 + below(8) : 1; count > 0 && size < end; count--) {
      room[size++] = letter;
      if (wide && size < end) room[size++] = 0;
    }
  }
  return (slice){room, size};
}
