#ifndef SALA_CRESOURCES_H
#define SALA_CRESOURCES_H

#include <stddef.h>

// An array of unknown size is not visible to Swift, hence a function for each file that gives its
// first byte, and a constant that says how many there are.

extern const unsigned char sala_runtime_script[];
extern const size_t sala_runtime_script_length;
extern const unsigned char sala_page_script[];
extern const size_t sala_page_script_length;
extern const unsigned char sala_course_script[];
extern const size_t sala_course_script_length;
extern const unsigned char sala_page_style[];
extern const size_t sala_page_style_length;

/// The script that speaks with an LMS.
static inline const unsigned char *sala_runtime_script_bytes(void) { return sala_runtime_script; }
/// The script that moves a page.
static inline const unsigned char *sala_page_script_bytes(void) { return sala_page_script; }
/// The script that holds the pages of a course together, where they are one SCO.
static inline const unsigned char *sala_course_script_bytes(void) { return sala_course_script; }
/// The style sheet of a page.
static inline const unsigned char *sala_page_style_bytes(void) { return sala_page_style; }

#endif
