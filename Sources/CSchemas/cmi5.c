#include "CSchemas.h"

// The schema document of a course structure, compiled in like the control documents of a package.

const unsigned char sala_cmi5_structure_schema[] = {
#embed "cmi5/CourseStructure.xsd"
};
const size_t sala_cmi5_structure_schema_length = sizeof sala_cmi5_structure_schema;
