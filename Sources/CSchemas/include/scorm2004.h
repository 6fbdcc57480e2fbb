#ifndef SALA_SCHEMAS_SCORM2004_H
#define SALA_SCHEMAS_SCORM2004_H

#include <stddef.h>

#endif
