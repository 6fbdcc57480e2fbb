#ifndef SALA_CRESOURCES_H
#define SALA_CRESOURCES_H

#include <stddef.h>

#endif
