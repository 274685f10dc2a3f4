#include "winnow_regex.h"

#include <ctype.h>
#include <string.h>
#include <yara/globals.h>
#include <yara/limits.h>
#include <yara/strutils.h>
#include <yara/unaligned.h>

/* Enough for all but one in a hundred regexes of the bundled pack. */
#define MAX_STEPS 256
#define MAX_BRANCHES 32
#define MAX_LENGTHS 16
/* Of a repetition's first and last instruction: the opcode, how often at least and at most (16 bits each), where to (32 bits). */
#define REPEAT_SIZE 9

/* A branch to be followed later: the instruction, how much of the text is read, the repetitions of RE_OPCODE_REPEAT_ANY. */
typedef struct {
  const uint8_t* ip;
  int32_t read;
  int32_t repeats;
} branch;

typedef struct {
  const uint8_t* input;
  /* How much of the text may be read. */
  int32_t limit;
  /* 1 forwards, -1 backwards. */
  int direction;
  int flags;
  const uint8_t* start;
  const uint8_t* end;
  branch waiting[MAX_BRANCHES];
  int32_t waiting_count;
  /* The lengths of all matches, in ascending order. */
  int32_t lengths[MAX_LENGTHS];
  int32_t length_count;
  int steps;
} run;

static int is_word(const uint8_t* at) { return yr_isalnum(at) || *at == '_'; }

static int is_space(uint8_t byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

static int is_in_class(const uint8_t* ip, uint8_t byte, int no_case) {
  const RE_CLASS* class = (const RE_CLASS*) (ip + 1);
  int found = class->bitmap[byte / 8] >> byte % 8 & 1;
  if (no_case) found |= class->bitmap[yr_altercase[byte] / 8] >> yr_altercase[byte] % 8 & 1;
  return class->negated ? !found : found;
}

static int is_boundary(const run* self, const uint8_t* at) {
  const uint8_t* previous = at - self->direction;
  int before = previous >= self->start && previous < self->end && is_word(previous);
  int here = at >= self->start && at < self->end && is_word(at);
  return before != here;
}

/* Whether there is room for the branch. */
static int wait(run* self, const uint8_t* ip, int32_t read, int32_t repeats) {
  if (self->waiting_count == MAX_BRANCHES) return 0;
  self->waiting[self->waiting_count++] = (branch){ip, read, repeats};
  return 1;
}

/* Whether there is room for the length. */
static int add_length(run* self, int32_t length) {
  int32_t place = self->length_count;
  while (place > 0 && self->lengths[place - 1] > length) place--;
  if (place > 0 && self->lengths[place - 1] == length) return 1;
  if (self->length_count == MAX_LENGTHS) return 0;
  memmove(self->lengths + place + 1, self->lengths + place, (size_t) (self->length_count++ - place) * sizeof *self->lengths);
  self->lengths[place] = length;
  return 1;
}

int winnow_reading_size(const uint8_t* ip) {
  switch (*ip) {
    case RE_OPCODE_LITERAL:
      return 2;
    case RE_OPCODE_CLASS:
      return 1 + sizeof(RE_CLASS);
    case RE_OPCODE_ANY:
    case RE_OPCODE_WORD_CHAR:
    case RE_OPCODE_NON_WORD_CHAR:
    case RE_OPCODE_SPACE:
    case RE_OPCODE_NON_SPACE:
    case RE_OPCODE_DIGIT:
    case RE_OPCODE_NON_DIGIT:
      return 1;
    default:
      return 0;
  }
}

/* Follows all branches until one matches, or until there are none left. Whether everything could be decided. */
static int follow(run* self, const uint8_t* ip) {
  int32_t read = 0, repeats = -1;
  int no_case = self->flags & RE_FLAGS_NO_CASE, any_byte = self->flags & RE_FLAGS_DOT_ALL;
  for (; self->steps < MAX_STEPS; self->steps++) {
    const uint8_t* at = self->input + (self->direction > 0 ? read : -read);
    int matches;
    switch (*ip) {
      case RE_OPCODE_LITERAL:
        matches = read < self->limit && (no_case ? yr_lowercase[*at] == yr_lowercase[ip[1]] : *at == ip[1]);
        ip += 2;
        read++;
        break;
      case RE_OPCODE_CLASS:
        matches = read < self->limit && is_in_class(ip, *at, no_case);
        ip += 1 + sizeof(RE_CLASS);
        read++;
        break;
      case RE_OPCODE_ANY:
        matches = read < self->limit && (any_byte || *at != '\n');
        ip++;
        read++;
        break;
      case RE_OPCODE_WORD_CHAR:
      case RE_OPCODE_NON_WORD_CHAR:
        matches = read < self->limit && is_word(at) == (*ip == RE_OPCODE_WORD_CHAR);
        ip++;
        read++;
        break;
      case RE_OPCODE_SPACE:
      case RE_OPCODE_NON_SPACE:
        matches = read < self->limit && is_space(*at) == (*ip == RE_OPCODE_SPACE);
        ip++;
        read++;
        break;
      case RE_OPCODE_DIGIT:
      case RE_OPCODE_NON_DIGIT:
        matches = read < self->limit && (isdigit(*at) != 0) == (*ip == RE_OPCODE_DIGIT);
        ip++;
        read++;
        break;
      case RE_OPCODE_WORD_BOUNDARY:
      case RE_OPCODE_NON_WORD_BOUNDARY:
        matches = is_boundary(self, at) == (*ip == RE_OPCODE_WORD_BOUNDARY);
        ip++;
        break;
      case RE_OPCODE_SPLIT_A:
      case RE_OPCODE_SPLIT_B: {
        const uint8_t *next = ip + 4, *other = ip + (int16_t) yr_unaligned_i16(ip + 2);
        int next_first = *ip == RE_OPCODE_SPLIT_A;
        if (!wait(self, next_first ? other : next, read, -1)) return 0;
        ip = next_first ? next : other;
        continue;
      }
      case RE_OPCODE_JUMP:
        ip += (int16_t) yr_unaligned_i16(ip + 1);
        continue;
      case RE_OPCODE_REPEAT_ANY_GREEDY:
      case RE_OPCODE_REPEAT_ANY_UNGREEDY: {
        int32_t least = yr_unaligned_u16(ip + 1), most = yr_unaligned_u16(ip + 3);
        const uint8_t* next = ip + 5;
        int again = read < self->limit && (any_byte || *at != '\n');
        if (repeats < 0) repeats = 0;
        if (repeats < least) {
          matches = again;
          read++;
          repeats++;
          break;
        }
        if (repeats < most && again) {
          int again_first = *ip == RE_OPCODE_REPEAT_ANY_GREEDY;
          if (!(again_first ? wait(self, next, read, -1) : wait(self, ip, read + 1, repeats + 1))) return 0;
          if (again_first) {
            read++;
            repeats++;
            continue;
          }
        }
        ip = next;
        repeats = -1;
        continue;
      }
      case RE_OPCODE_REPEAT_START_GREEDY:
      case RE_OPCODE_REPEAT_START_UNGREEDY: {
        const uint8_t *body = ip + REPEAT_SIZE, *after = ip + (int32_t) yr_unaligned_u32(ip + 5);
        int size = winnow_reading_size(body), body_first = *ip == RE_OPCODE_REPEAT_START_GREEDY;
        if (size == 0 || body + size + REPEAT_SIZE != after) return 0;
        int optional = yr_unaligned_u16(ip + 1) == 0;
        if (optional && !(body_first ? wait(self, after, read, -1) : wait(self, body, read, 0))) return 0;
        int enters = !optional || body_first;
        ip = enters ? body : after;
        repeats = enters ? 0 : -1;
        continue;
      }
      case RE_OPCODE_REPEAT_END_GREEDY:
      case RE_OPCODE_REPEAT_END_UNGREEDY: {
        const uint8_t *body = ip + (int32_t) yr_unaligned_u32(ip + 5), *after = ip + REPEAT_SIZE;
        int again_first = *ip == RE_OPCODE_REPEAT_END_GREEDY;
        repeats++;
        int must = repeats < yr_unaligned_u16(ip + 1), may = repeats < yr_unaligned_u16(ip + 3);
        if (!must && may && !(again_first ? wait(self, after, read, -1) : wait(self, body, read, repeats))) return 0;
        int again = must || (may && again_first);
        ip = again ? body : after;
        if (!again) repeats = -1;
        continue;
      }
      case RE_OPCODE_MATCH_AT_START:
        matches = self->direction > 0 ? self->input == self->start && read == 0 : at < self->start;
        ip++;
        break;
      case RE_OPCODE_MATCH_AT_END:
        matches = self->direction > 0 && at >= self->end;
        ip++;
        break;
      case RE_OPCODE_MATCH:
        if (!add_length(self, read)) return 0;
        if (!(self->flags & RE_FLAGS_EXHAUSTIVE)) return 1;
        matches = 0;
        break;
      default:
        return 0;
    }
    if (matches) continue;
    if (self->waiting_count == 0) return 1;
    const branch* next = &self->waiting[--self->waiting_count];
    ip = next->ip;
    read = next->read;
    repeats = next->repeats;
  }
  return 0;
}

int winnow_run_regex(
    YR_SCAN_CONTEXT* context,
    const uint8_t* code,
    const uint8_t* input,
    size_t ahead,
    size_t behind,
    int flags,
    RE_MATCH_CALLBACK_FUNC callback,
    void* arguments,
    int* length) {
  int backwards = flags & RE_FLAGS_BACKWARDS, exhaustive = flags & RE_FLAGS_EXHAUSTIVE;
  if (flags & (RE_FLAGS_WIDE | RE_FLAGS_SCAN) || !backwards != !exhaustive) return WINNOW_UNDECIDED;
  size_t room = backwards ? behind : ahead;
  run self;
  self.input = backwards ? input - 1 : input;
  self.limit = (int32_t) (room < YR_RE_SCAN_LIMIT ? room : YR_RE_SCAN_LIMIT);
  self.direction = backwards ? -1 : 1;
  self.flags = flags;
  self.start = input - behind;
  self.end = input + ahead;
  self.waiting_count = self.length_count = self.steps = 0;
  int decided = follow(&self, code);
  context->fuel -= self.steps;
  if (!decided) return WINNOW_UNDECIDED;
  if (length != NULL) *length = self.length_count > 0 ? self.lengths[0] : -1;
  int result = ERROR_SUCCESS;
  for (int32_t i = 0; exhaustive && i < self.length_count && result == ERROR_SUCCESS; i++)
    result = callback(input - self.lengths[i], self.lengths[i], flags, arguments);
  return result;
}
