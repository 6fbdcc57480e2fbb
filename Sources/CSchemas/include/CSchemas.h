#ifndef SALA_CSCHEMAS_H
#define SALA_CSCHEMAS_H

// Sala's own schema documents, compiled in; a header for each standard.

#include "cartridge.h"
#include "cmi5.h"
#include "scorm12.h"
#include "scorm2004.h"

#endif
