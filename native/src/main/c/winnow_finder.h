/*
 * Finds the places of a text where a string of a rule set may match, in place of libyara's automaton: the same candidates in the same
 * order, less those whose surroundings show that the string does not match. What a text meets of the tables fits into the nearest caches.
 */
#ifndef WINNOW_FINDER_H
#define WINNOW_FINDER_H

#include <stdint.h>
#include <yara.h>

/* Bytes before a text, and on both sides of its copy in lower case, that are read and whose values have no effect. */
#define WINNOW_MARGIN 8

typedef struct winnow_finder winnow_finder;

/* Read-only once it is made; any thread. NULL when memory is short. The rules must outlive it. */
winnow_finder* winnow_finder_create(const YR_RULES* rules);

void winnow_finder_destroy(winnow_finder* finder);

/*
 * Lets libyara verify the candidates of a text, with a margin before it, in order. Returns the first error, or ERROR_SUCCESS. Sets the
 * context's visited bit of every string that is verified.
 *
 * room: for the text in lower case, with a margin on both sides
 */
int winnow_finder_scan(const winnow_finder* finder, YR_SCAN_CONTEXT* context, const uint8_t* text, uint32_t size, uint8_t* room);

#endif
