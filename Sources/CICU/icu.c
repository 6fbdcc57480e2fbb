#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>

// MARK: Break iterators, one of each kind a thread: opening one takes longer than breaking a title.

enum kind { LINE, WORD, KINDS };

struct iterators {
  UBreakIterator *of[KINDS];
  char locale[KINDS][16];
};

static tss_t slot;
static bool has_slot;
static once_flag slot_once = ONCE_FLAG_INIT;

static void close_iterators(void *pointer) {
  struct iterators *iterators = pointer;
  for (int kind = 0; kind < KINDS; kind += 1) {
    if (iterators->of[kind]) ubrk_close(iterators->of[kind]);
  }
  free(iterators);
}

static void make_slot(void) { has_slot = tss_create(&slot, close_iterators) == thrd_success; }

static struct iterators *iterators_of_thread(void) {
  call_once(&slot_once, make_slot);
  if (!has_slot) return NULL;
  struct iterators *iterators = tss_get(slot);
  if (iterators) return iterators;
  iterators = calloc(1, sizeof *iterators);
  if (iterators && tss_set(slot, iterators) != thrd_success) {
    free(iterators);
    return NULL;
  }
  return iterators;
}

static UBreakIterator *iterator(enum kind kind, const char *locale) {
  struct iterators *iterators = iterators_of_thread();
  if (!iterators || strlen(locale) >= sizeof iterators->locale[kind]) return NULL;
  if (iterators->of[kind] && strcmp(iterators->locale[kind], locale) == 0) {
    return iterators->of[kind];
  }
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *opened =
      ubrk_open(kind == LINE ? UBRK_LINE : UBRK_WORD, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  if (iterators->of[kind]) ubrk_close(iterators->of[kind]);
  iterators->of[kind] = opened;
  strcpy(iterators->locale[kind], locale);
  return opened;
}

static int32_t breaks_of(enum kind kind, const uint16_t *text, int32_t length, const char *locale,
                         int32_t *breaks, int32_t capacity) {
  UBreakIterator *found = iterator(kind, locale);
  if (!found) return -1;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(found, text, length, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  for (int32_t at = ubrk_first(found); at != UBRK_DONE; at = ubrk_next(found)) {
    if (count < capacity) breaks[count] = at;
    count += 1;
  }
  // The iterator outlives the text: it must not keep looking at it.
  status = U_ZERO_ERROR;
  ubrk_setText(found, u"", 0, &status);
  return count;
}

int32_t sala_icu_line_breaks(const uint16_t *text, int32_t length, const char *locale,
                             int32_t *breaks, int32_t capacity) {
  return breaks_of(LINE, text, length, locale, breaks, capacity);
}

int32_t sala_icu_word_breaks(const uint16_t *text, int32_t length, const char *locale,
                             int32_t *breaks, int32_t capacity) {
  return breaks_of(WORD, text, length, locale, breaks, capacity);
}

// MARK: Normal form

int32_t sala_icu_nfc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(normalizer, text, length, result, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return needed;
  return U_FAILURE(status) ? -1 : needed;
}

// MARK: Order. A collator is safe to share once it is made.

static UCollator *khmer_order, *root_order;
static once_flag orders_once = ONCE_FLAG_INIT;

static void open_orders(void) {
  UErrorCode status = U_ZERO_ERROR;
  khmer_order = ucol_open("km", &status);
  if (U_FAILURE(status)) khmer_order = NULL;
  status = U_ZERO_ERROR;
  root_order = ucol_open("root", &status);
  if (U_FAILURE(status)) root_order = NULL;
}

int32_t sala_icu_sort_key(const uint16_t *text, int32_t length, const char *locale,
                          uint8_t *result, int32_t capacity) {
  call_once(&orders_once, open_orders);
  const UCollator *order = strcmp(locale, "km") == 0 ? khmer_order : root_order;
  if (!order) return -1;
  int32_t needed = ucol_getSortKey(order, text, length, result, capacity);
  return needed > 0 ? needed : -1;
}
