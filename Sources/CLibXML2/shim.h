#ifndef SALA_CLIBXML2_SHIM_H
#define SALA_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian's libxml2 declares its encoding handler with ICU types, which clash with the ICU that
// Foundation carries; the hidden fields are private to libxml2.
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/dict.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read.
static inline void sala_xml_free(void *pointer) { xmlFree(pointer); }

#endif
