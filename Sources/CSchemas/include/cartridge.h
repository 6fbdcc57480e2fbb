#ifndef SALA_SCHEMAS_CARTRIDGE_H
#define SALA_SCHEMAS_CARTRIDGE_H

#include <stddef.h>

#endif
