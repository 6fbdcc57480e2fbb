#ifndef SALA_SCHEMAS_SCORM12_H
#define SALA_SCHEMAS_SCORM12_H

#include <stddef.h>

// An array of unknown size is not visible to Swift, hence a function for each that gives its first
// byte, and a constant that says how many there are.

extern const unsigned char sala_scorm12_manifest_schema[];
extern const size_t sala_scorm12_manifest_schema_length;
extern const unsigned char sala_scorm12_extension_schema[];
extern const size_t sala_scorm12_extension_schema_length;
extern const unsigned char sala_scorm12_metadata_schema[];
extern const size_t sala_scorm12_metadata_schema_length;
extern const unsigned char sala_scorm12_xml_schema[];
extern const size_t sala_scorm12_xml_schema_length;
extern const unsigned char sala_scorm12_structure_schema[];
extern const size_t sala_scorm12_structure_schema_length;

/// The schema of the manifest of a SCORM 1.2 package.
static inline const unsigned char *sala_scorm12_manifest_schema_bytes(void) {
  return sala_scorm12_manifest_schema;
}
/// The schema of what SCORM 1.2 adds to a manifest.
static inline const unsigned char *sala_scorm12_extension_schema_bytes(void) {
  return sala_scorm12_extension_schema;
}
/// The schema of the metadata of a SCORM 1.2 package.
static inline const unsigned char *sala_scorm12_metadata_schema_bytes(void) {
  return sala_scorm12_metadata_schema;
}
/// The schema of the attributes of the xml namespace.
static inline const unsigned char *sala_scorm12_xml_schema_bytes(void) {
  return sala_scorm12_xml_schema;
}
/// The schema of the structure of anybody's manifest of SCORM 1.2.
static inline const unsigned char *sala_scorm12_structure_schema_bytes(void) {
  return sala_scorm12_structure_schema;
}

#endif
