#ifndef SALA_SCHEMAS_CMI5_H
#define SALA_SCHEMAS_CMI5_H

#include <stddef.h>

extern const unsigned char sala_cmi5_structure_schema[];
extern const size_t sala_cmi5_structure_schema_length;

/// The schema of the course structure of a cmi5 package.
static inline const unsigned char *sala_cmi5_structure_schema_bytes(void) {
  return sala_cmi5_structure_schema;
}

#endif
