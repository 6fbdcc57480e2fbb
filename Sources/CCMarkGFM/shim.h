#ifndef SALA_CCMARKGFM_SHIM_H
#define SALA_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdlib.h>

// cmark hands out memory of its own allocator; the default one is the C library's.
static inline void sala_cmark_free(void *pointer) { free(pointer); }

#endif
