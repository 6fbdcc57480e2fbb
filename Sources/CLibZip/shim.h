#ifndef SALA_CLIBZIP_SHIM_H
#define SALA_CLIBZIP_SHIM_H

#include <stdlib.h>
#include <zip.h>

#endif
