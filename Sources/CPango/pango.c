#include "CPango.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// What of the libraries is used, declared here: no development package is needed to build. The
// layouts and values below are part of their stable interfaces (Pango 1.x, Cairo 1.x).

typedef struct { int x, y, width, height; } Rectangle;

enum { PANGO_SCALE = 1024 };
enum { CAIRO_FORMAT_A8 = 2 };
enum { CAIRO_ANTIALIAS_GRAY = 2 };
enum { CAIRO_HINT_STYLE_NONE = 1, CAIRO_HINT_STYLE_SLIGHT = 2, CAIRO_HINT_STYLE_FULL = 4 };
enum { CAIRO_HINT_METRICS_OFF = 1 };

// Each function: result, name, parameters.
#define FUNCTIONS(X)                                                                             \
  X(void *, pango_cairo_font_map_new, (void))                                                    \
  X(void, pango_cairo_context_set_font_options, (void *, const void *))                          \
  X(void, pango_cairo_show_layout, (void *, void *))                                             \
  X(void *, pango_font_map_create_context, (void *))                                             \
  X(void *, pango_font_map_load_font, (void *, void *, const void *))                            \
  X(void *, pango_font_describe, (void *))                                                       \
  X(void *, pango_font_description_new, (void))                                                  \
  X(void, pango_font_description_free, (void *))                                                 \
  X(void, pango_font_description_set_family, (void *, const char *))                             \
  X(const char *, pango_font_description_get_family, (const void *))                             \
  X(void, pango_font_description_set_absolute_size, (void *, double))                            \
  X(void, pango_font_description_set_weight, (void *, int))                                      \
  X(void *, pango_language_from_string, (const char *))                                          \
  X(void, pango_context_set_language, (void *, void *))                                          \
  X(void *, pango_layout_new, (void *))                                                          \
  X(void, pango_layout_set_font_description, (void *, const void *))                             \
  X(void, pango_layout_set_text, (void *, const char *, int))                                    \
  X(void, pango_layout_set_single_paragraph_mode, (void *, int))                                 \
  X(void, pango_layout_get_extents, (void *, Rectangle *, Rectangle *))                          \
  X(int, pango_layout_get_baseline, (void *))                                                    \
  X(void *, pango_font_get_coverage, (void *, void *))                                           \
  X(int, pango_coverage_get, (void *, int))                                                      \
  X(void *, cairo_font_options_create, (void))                                                   \
  X(void, cairo_font_options_destroy, (void *))                                                  \
  X(void, cairo_font_options_set_antialias, (void *, int))                                       \
  X(void, cairo_font_options_set_hint_style, (void *, int))                                      \
  X(void, cairo_font_options_set_hint_metrics, (void *, int))                                    \
  X(void *, cairo_image_surface_create, (int, int, int))                                         \
  X(unsigned char *, cairo_image_surface_get_data, (void *))                                     \
  X(int, cairo_image_surface_get_stride, (void *))                                               \
  X(int, cairo_surface_status, (void *))                                                         \
  X(void, cairo_surface_flush, (void *))                                                         \
  X(void, cairo_surface_destroy, (void *))                                                       \
  X(void *, cairo_create, (void *))                                                              \
  X(int, cairo_status, (void *))                                                                 \
  X(void, cairo_destroy, (void *))                                                               \
  X(void, cairo_scale, (void *, double, double))                                                 \
  X(void, cairo_move_to, (void *, double, double))                                               \
  X(void, g_object_unref, (void *))

#define DECLARE(result, name, parameters) result(*name) parameters;
struct sala_pango {
  void *libraries[4];
  FUNCTIONS(DECLARE)
  void *map;
  void *context;
  char family[128];
};

static const char *const library_names[] = {
    "libgobject-2.0.so.0", "libcairo.so.2", "libpango-1.0.so.0", "libpangocairo-1.0.so.0"};

static void say(char *detail, size_t capacity, const char *text) {
  if (detail && capacity > 0) snprintf(detail, capacity, "%s", text);
}

static void *find(sala_pango *pango, const char *name) {
  for (size_t at = sizeof pango->libraries / sizeof *pango->libraries; at-- > 0;) {
    void *function = dlsym(pango->libraries[at], name);
    if (function) return function;
  }
  return NULL;
}

static sala_pango_status load(sala_pango *pango, char *detail, size_t capacity) {
  for (size_t at = 0; at < sizeof library_names / sizeof *library_names; at++) {
    // GObject keeps pointers to its types for as long as the process runs: never unmapped.
    pango->libraries[at] = dlopen(library_names[at], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!pango->libraries[at]) {
      say(detail, capacity, library_names[at]);
      return SALA_PANGO_NO_LIBRARY;
    }
  }
#define FIND(result, name, parameters)                                                           \
  if (!(pango->name = (result(*) parameters)find(pango, #name))) {                               \
    say(detail, capacity, #name);                                                                \
    return SALA_PANGO_NO_FUNCTION;                                                               \
  }
  FUNCTIONS(FIND)
  return SALA_PANGO_OK;
}

/// Tells whether a font has every consonant, vowel sign, coeng and sign in common use.
static bool covers_khmer(sala_pango *pango, void *font) {
  void *coverage = pango->pango_font_get_coverage(font, pango->pango_language_from_string("km"));
  if (!coverage) return false;
  bool all = true;
  for (int letter = 0x1780; letter <= 0x17A2 && all; letter++)
    all = pango->pango_coverage_get(coverage, letter) != 0;
  for (int sign = 0x17B6; sign <= 0x17D4 && all; sign++)
    all = pango->pango_coverage_get(coverage, sign) != 0;
  for (int digit = 0x17E0; digit <= 0x17E9 && all; digit++)
    all = pango->pango_coverage_get(coverage, digit) != 0;
  pango->g_object_unref(coverage);
  return all;
}

/// Loads the font that the font map has for `family` and, where it has Khmer, takes its name.
///
/// A font map answers with another font where it lacks the family; `exactly` refuses that.
static bool take(sala_pango *pango, const char *family, bool exactly) {
  void *wanted = pango->pango_font_description_new();
  pango->pango_font_description_set_family(wanted, family);
  pango->pango_font_description_set_absolute_size(wanted, 16.0 * PANGO_SCALE);
  void *font = pango->pango_font_map_load_font(pango->map, pango->context, wanted);
  pango->pango_font_description_free(wanted);
  if (!font) return false;
  void *found = pango->pango_font_describe(font);
  const char *name = found ? pango->pango_font_description_get_family(found) : NULL;
  bool good = name && strlen(name) < sizeof pango->family &&
              (!exactly || strcasecmp(name, family) == 0) && covers_khmer(pango, font);
  if (good) snprintf(pango->family, sizeof pango->family, "%s", name);
  if (found) pango->pango_font_description_free(found);
  pango->g_object_unref(font);
  return good;
}

/// Takes the first family of a list, one a line, that will do.
static bool take_first(sala_pango *pango, const char *families) {
  while (families && *families) {
    size_t length = strcspn(families, "\n");
    char family[sizeof pango->family];
    if (length > 0 && length < sizeof family) {
      memcpy(family, families, length);
      family[length] = 0;
      if (take(pango, family, true)) return true;
    }
    families += length;
    if (*families) families += 1;
  }
  return false;
}

static sala_pango *open_now(const char *families, sala_pango_status *status, char *detail,
                            size_t capacity) {
  sala_pango *pango = calloc(1, sizeof *pango);
  if (!pango) {
    *status = SALA_PANGO_NO_MEMORY;
    return NULL;
  }
  *status = load(pango, detail, capacity);
  if (*status == SALA_PANGO_OK) {
    pango->map = pango->pango_cairo_font_map_new();
    pango->context = pango->map ? pango->pango_font_map_create_context(pango->map) : NULL;
    if (!pango->context) *status = SALA_PANGO_NO_MEMORY;
  }
  if (*status == SALA_PANGO_OK) {
    pango->pango_context_set_language(pango->context, pango->pango_language_from_string("km"));
    if (!take_first(pango, families) && !take(pango, "Sans", false)) *status = SALA_PANGO_NO_FONT;
  }
  if (*status != SALA_PANGO_OK) {
    sala_pango_close(pango);
    return NULL;
  }
  return pango;
}

/// What another thread opens; `lock` guards all but what the thread itself writes before it ends.
static struct {
  pthread_mutex_t lock;
  bool was_begun, is_running;
  pthread_t thread;
  char *families;
  sala_pango *pango;
  sala_pango_status status;
  char detail[128];
} prepared = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void *open_prepared(void *nothing) {
  prepared.pango = open_now(prepared.families, &prepared.status, prepared.detail,
                            sizeof prepared.detail);
  return nothing;
}

/// Waits for the thread, so that nothing of it runs while the process takes its libraries down.
static void wait_for_prepared(void) {
  pthread_mutex_lock(&prepared.lock);
  if (prepared.is_running) {
    pthread_join(prepared.thread, NULL);
    prepared.is_running = false;
  }
  pthread_mutex_unlock(&prepared.lock);
}

void sala_pango_prepare(const char *families) {
  pthread_mutex_lock(&prepared.lock);
  if (!prepared.was_begun) {
    prepared.was_begun = true;
    prepared.families = strdup(families);
    prepared.is_running = prepared.families && atexit(wait_for_prepared) == 0 &&
                          pthread_create(&prepared.thread, NULL, open_prepared, NULL) == 0;
  }
  pthread_mutex_unlock(&prepared.lock);
}

/// Gives away what was prepared for these families; false where nothing was.
static bool take_prepared(const char *families, sala_pango **pango, sala_pango_status *status,
                          char *detail, size_t capacity) {
  pthread_mutex_lock(&prepared.lock);
  bool fits = prepared.is_running && strcmp(prepared.families, families) == 0;
  if (fits) {
    pthread_join(prepared.thread, NULL);
    prepared.is_running = false;
    *pango = prepared.pango;
    *status = prepared.status;
    say(detail, capacity, prepared.detail);
  }
  pthread_mutex_unlock(&prepared.lock);
  return fits;
}

sala_pango *sala_pango_open(const char *families, sala_pango_status *status, char *detail,
                            size_t capacity) {
  sala_pango_status ignored;
  if (!status) status = &ignored;
  say(detail, capacity, "");
  sala_pango *pango = NULL;
  if (take_prepared(families, &pango, status, detail, capacity)) return pango;
  return open_now(families, status, detail, capacity);
}

const char *sala_pango_family(const sala_pango *pango) { return pango ? pango->family : ""; }

static bool within(double value, double least, double most) {
  return isfinite(value) && value >= least && value <= most;
}

/// Tells whether bytes are UTF-8 without NUL; Pango would print its complaint to the terminal.
static bool is_utf8(const unsigned char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    unsigned char first = text[at];
    size_t more = first < 0x80 ? 0 : first < 0xC2 ? 4 : first < 0xE0 ? 1 : first < 0xF0 ? 2
                  : first < 0xF5 ? 3 : 4;
    if (first == 0 || more == 4 || at + more >= length) return false;
    for (size_t next = 1; next <= more; next++)
      if ((text[at + next] & 0xC0) != 0x80) return false;
    unsigned char second = more > 1 ? text[at + 1] : 0;
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
      return false;
    at += more + 1;
  }
  return true;
}

/// Lays `text` out on one line; the caller unrefs the layout.
static sala_pango_status lay_out(sala_pango *pango, const char *text, size_t length,
                                 const sala_pango_style *style, void **result) {
  *result = NULL;
  if (!pango || !style || (!text && length > 0)) return SALA_PANGO_BAD_ARGUMENT;
  if (!within(style->size, 4, 200) || !within(style->stretch, 0.25, 4) || style->weight < 100 ||
      style->weight > 1000)
    return SALA_PANGO_BAD_ARGUMENT;
  if (length > SALA_PANGO_LONGEST) return SALA_PANGO_TOO_LARGE;
  if (!is_utf8((const unsigned char *)text, length)) return SALA_PANGO_BAD_ARGUMENT;
  char *line = malloc(length + 1);
  if (!line) return SALA_PANGO_NO_MEMORY;
  // A control is a space: neither a second line nor a box with its number is wanted.
  for (size_t at = 0; at < length; at++)
    line[at] = (unsigned char)text[at] < 0x20 || text[at] == 0x7F ? ' ' : text[at];
  line[length] = 0;

  void *options = pango->cairo_font_options_create();
  pango->cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango->cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango->cairo_font_options_set_hint_style(options, style->hinting <= 0 ? CAIRO_HINT_STYLE_NONE
                                                    : style->hinting == 1
                                                        ? CAIRO_HINT_STYLE_SLIGHT
                                                        : CAIRO_HINT_STYLE_FULL);
  pango->pango_cairo_context_set_font_options(pango->context, options);
  pango->cairo_font_options_destroy(options);

  void *font = pango->pango_font_description_new();
  pango->pango_font_description_set_family(font, pango->family);
  pango->pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
  pango->pango_font_description_set_weight(font, style->weight);
  void *layout = pango->pango_layout_new(pango->context);
  pango->pango_layout_set_font_description(layout, font);
  pango->pango_font_description_free(font);
  pango->pango_layout_set_single_paragraph_mode(layout, 1);
  pango->pango_layout_set_text(layout, line, (int)length);
  free(line);
  *result = layout;
  return SALA_PANGO_OK;
}

/// The box of a line's ink and advance: whole pixels to each side of its start and its baseline.
typedef struct { double left, right, above, below, baseline; } Box;

static Box box(sala_pango *pango, void *layout, double stretch) {
  Rectangle ink, logical;
  pango->pango_layout_get_extents(layout, &ink, &logical);
  double across = stretch / PANGO_SCALE;
  double baseline = (double)pango->pango_layout_get_baseline(layout) / PANGO_SCALE;
  double end = fmax((double)ink.x + ink.width, (double)logical.x + logical.width);
  bool blank = ink.width <= 0 || ink.height <= 0;
  // A vowel may reach left of the first letter, and a subscript below the line.
  return (Box){
      .left = ink.x < 0 && !blank ? ceil(-ink.x * across) : 0,
      .right = fmax(0, ceil(end * across)),
      .above = blank ? 0 : ceil(baseline - (double)ink.y / PANGO_SCALE),
      .below = blank ? 0 : ceil(((double)ink.y + ink.height) / PANGO_SCALE - baseline),
      .baseline = baseline};
}

sala_pango_status sala_pango_measure(sala_pango *pango, const char *text, size_t length,
                                     const sala_pango_style *style, int32_t *width) {
  if (!width) return SALA_PANGO_BAD_ARGUMENT;
  *width = 0;
  void *layout;
  sala_pango_status status = lay_out(pango, text, length, style, &layout);
  if (status != SALA_PANGO_OK) return status;
  Box bounds = box(pango, layout, style->stretch);
  pango->g_object_unref(layout);
  double wide = bounds.left + bounds.right;
  if (!within(wide, 0, SALA_PANGO_WIDEST)) return SALA_PANGO_TOO_LARGE;
  *width = (int32_t)wide;
  return SALA_PANGO_OK;
}

/// Draws a layout on a surface of a byte a pixel, moved right and down, and copies the bytes.
static sala_pango_status paint(sala_pango *pango, void *layout, double stretch, double left,
                               double top, sala_pango_bitmap *result) {
  void *surface =
      pango->cairo_image_surface_create(CAIRO_FORMAT_A8, result->width, result->height);
  void *cairo = pango->cairo_create(surface);
  sala_pango_status status = SALA_PANGO_NO_MEMORY;
  if (pango->cairo_surface_status(surface) == 0 && pango->cairo_status(cairo) == 0) {
    pango->cairo_scale(cairo, stretch, 1);
    pango->cairo_move_to(cairo, left / stretch, top);
    pango->pango_cairo_show_layout(cairo, layout);
    pango->cairo_surface_flush(surface);
    const unsigned char *data = pango->cairo_image_surface_get_data(surface);
    int stride = pango->cairo_image_surface_get_stride(surface);
    size_t width = (size_t)result->width;
    result->pixels = malloc(width * (size_t)result->height);
    if (result->pixels && data) {
      for (int32_t row = 0; row < result->height; row++)
        memcpy(result->pixels + (size_t)row * width, data + (ptrdiff_t)row * stride, width);
      status = SALA_PANGO_OK;
    }
  }
  pango->cairo_destroy(cairo);
  pango->cairo_surface_destroy(surface);
  return status;
}

sala_pango_status sala_pango_draw(sala_pango *pango, const char *text, size_t length,
                                  const sala_pango_style *style, sala_pango_bitmap *result) {
  if (!result) return SALA_PANGO_BAD_ARGUMENT;
  *result = (sala_pango_bitmap){0};
  void *layout;
  sala_pango_status status = lay_out(pango, text, length, style, &layout);
  if (status != SALA_PANGO_OK) return status;
  Box bounds = box(pango, layout, style->stretch);
  double width = bounds.left + bounds.right, height = bounds.above + bounds.below;
  if (!within(width, 0, SALA_PANGO_WIDEST) || !within(height, 0, SALA_PANGO_HIGHEST)) {
    status = SALA_PANGO_TOO_LARGE;
  } else {
    *result = (sala_pango_bitmap){.width = (int32_t)width,
                                  .height = (int32_t)height,
                                  .baseline = (int32_t)bounds.above};
    if (width >= 1 && height >= 1)
      status = paint(pango, layout, style->stretch, bounds.left, bounds.above - bounds.baseline,
                     result);
  }
  pango->g_object_unref(layout);
  if (status != SALA_PANGO_OK) *result = (sala_pango_bitmap){0};
  return status;
}

void sala_pango_bitmap_free(sala_pango_bitmap *bitmap) {
  if (!bitmap) return;
  free(bitmap->pixels);
  *bitmap = (sala_pango_bitmap){0};
}

void sala_pango_close(sala_pango *pango) {
  if (!pango) return;
  if (pango->context) pango->g_object_unref(pango->context);
  if (pango->map) pango->g_object_unref(pango->map);
  for (size_t at = sizeof pango->libraries / sizeof *pango->libraries; at-- > 0;)
    if (pango->libraries[at]) dlclose(pango->libraries[at]);
  free(pango);
}
