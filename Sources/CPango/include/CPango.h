#ifndef SALA_CPANGO_H
#define SALA_CPANGO_H

#include <stddef.h>
#include <stdint.h>

// Pango, Cairo and GObject are opened when somebody asks and never linked, so that a machine
// without them runs everything else, and no command that prints plain text pays for them.

/// Pango with one Khmer font, for one thread at a time.
typedef struct sala_pango sala_pango;

/// Why something could not be done.
typedef enum {
  SALA_PANGO_OK = 0,
  SALA_PANGO_NO_LIBRARY,
  SALA_PANGO_NO_FUNCTION,
  SALA_PANGO_NO_FONT,
  SALA_PANGO_NO_MEMORY,
  SALA_PANGO_BAD_ARGUMENT,
  SALA_PANGO_TOO_LARGE,
} sala_pango_status;

/// How a line is drawn.
typedef struct {
  /// The height of the font, in pixels: 4 to 200.
  double size;
  /// How much wider than high a pixel of the font becomes: 0.25 to 4.
  double stretch;
  /// The weight: 100 to 1000, with 400 regular and 700 bold.
  int32_t weight;
  /// 0 without hints, 1 with slight hints, 2 with full hints.
  int32_t hinting;
} sala_pango_style;

/// The ink of one line: a byte a pixel, 0 for none, `width` by `height`, no gap between rows.
typedef struct {
  int32_t width;
  int32_t height;
  /// The row, from the top, on which the letters stand.
  int32_t baseline;
  /// Owned by the caller; see `sala_pango_bitmap_free`.
  uint8_t *pixels;
} sala_pango_bitmap;

/// The longest line that is drawn, in bytes of UTF-8.
#define SALA_PANGO_LONGEST 8192
/// The widest and the highest drawing, in pixels.
#define SALA_PANGO_WIDEST 16384
#define SALA_PANGO_HIGHEST 1024

/// Opens the libraries and the first font of `families` that has every Khmer letter.
///
/// `families` holds names with a line end between them. A family that is not installed, or that
/// lacks Khmer, is passed over; when none is left, the font that fontconfig names for Khmer is
/// tried. Returns NULL with `status` set when there is nothing to draw with; `detail` then names
/// the library or the function that is missing.
sala_pango *sala_pango_open(const char *families, sala_pango_status *status, char *detail,
                            size_t capacity);

/// Begins to open on another thread; the next `sala_pango_open` of the same families waits for it
/// and takes what it opened.
///
/// Opening takes a third of the time in which a first screen of Khmer shows, and nothing else of it
/// needs Pango. Only the first call does anything. A process that ends waits for the thread.
void sala_pango_prepare(const char *families);

/// Returns the family of the font that was opened; it lives as long as the handle.
const char *sala_pango_family(const sala_pango *pango);

/// Writes the pixels that `text` takes in `style` from left to right into `width`.
sala_pango_status sala_pango_measure(sala_pango *pango, const char *text, size_t length,
                                     const sala_pango_style *style, int32_t *width);

/// Draws one line of UTF-8 into `result`, whose pixels the caller then owns.
///
/// The height is that of the ink, and 0 where there is none. Line ends and other controls are
/// drawn as a space. Text that is not UTF-8, or holds a NUL, is refused.
sala_pango_status sala_pango_draw(sala_pango *pango, const char *text, size_t length,
                                  const sala_pango_style *style, sala_pango_bitmap *result);

/// Frees the pixels of a bitmap; NULL is allowed.
void sala_pango_bitmap_free(sala_pango_bitmap *bitmap);

/// Frees the handle; NULL is allowed.
void sala_pango_close(sala_pango *pango);

#endif
