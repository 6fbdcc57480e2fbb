#ifndef SALA_SCHEMAS_CMI5_H
#define SALA_SCHEMAS_CMI5_H

#include <stddef.h>

#endif
