#ifndef SALA_CPREVIEW_H
#define SALA_CPREVIEW_H

#include <stddef.h>
#include <stdint.h>

// The page of the stub LMS, compiled in. An array of unknown size is not visible to Swift, hence a
// function for each file that gives its first byte, and a constant that says how many there are.

extern const unsigned char sala_preview_page[];
extern const size_t sala_preview_page_length;
extern const unsigned char sala_preview_done[];
extern const size_t sala_preview_done_length;
extern const unsigned char sala_preview_style[];
extern const size_t sala_preview_style_length;
extern const unsigned char sala_preview_script[];
extern const size_t sala_preview_script_length;

/// The page.
static inline const unsigned char *sala_preview_page_bytes(void) { return sala_preview_page; }
/// The page that a unit of cmi5 goes to when it ends.
static inline const unsigned char *sala_preview_done_bytes(void) { return sala_preview_done; }
/// Its style sheet.
static inline const unsigned char *sala_preview_style_bytes(void) { return sala_preview_style; }
/// Its script.
static inline const unsigned char *sala_preview_script_bytes(void) { return sala_preview_script; }

#endif
