#ifndef SALA_SCHEMAS_SCORM2004_H
#define SALA_SCHEMAS_SCORM2004_H

#include <stddef.h>

extern const unsigned char sala_scorm2004_manifest_schema[];
extern const size_t sala_scorm2004_manifest_schema_length;
extern const unsigned char sala_scorm2004_extension_schema[];
extern const size_t sala_scorm2004_extension_schema_length;
extern const unsigned char sala_scorm2004_sequencing_extension_schema[];
extern const size_t sala_scorm2004_sequencing_extension_schema_length;
extern const unsigned char sala_scorm2004_navigation_schema[];
extern const size_t sala_scorm2004_navigation_schema_length;
extern const unsigned char sala_scorm2004_sequencing_schema[];
extern const size_t sala_scorm2004_sequencing_schema_length;
extern const unsigned char sala_scorm2004_metadata_schema[];
extern const size_t sala_scorm2004_metadata_schema_length;
extern const unsigned char sala_scorm2004_xml_schema[];
extern const size_t sala_scorm2004_xml_schema_length;
extern const unsigned char sala_scorm2004_third_extension_schema[];
extern const size_t sala_scorm2004_third_extension_schema_length;
extern const unsigned char sala_scorm2004_third_sequencing_extension_schema[];
extern const size_t sala_scorm2004_third_sequencing_extension_schema_length;

/// The schema of the manifest of a SCORM 2004 package.
static inline const unsigned char *sala_scorm2004_manifest_schema_bytes(void) {
  return sala_scorm2004_manifest_schema;
}
/// The schema of what SCORM 2004 4th Edition adds to a manifest.
static inline const unsigned char *sala_scorm2004_extension_schema_bytes(void) {
  return sala_scorm2004_extension_schema;
}
/// The schema of what SCORM 2004 4th Edition adds to sequencing.
static inline const unsigned char *sala_scorm2004_sequencing_extension_schema_bytes(void) {
  return sala_scorm2004_sequencing_extension_schema;
}
/// The schema of what the LMS hides beside an item.
static inline const unsigned char *sala_scorm2004_navigation_schema_bytes(void) {
  return sala_scorm2004_navigation_schema;
}
/// The schema of the sequencing of a SCORM 2004 package.
static inline const unsigned char *sala_scorm2004_sequencing_schema_bytes(void) {
  return sala_scorm2004_sequencing_schema;
}
/// The schema of the metadata of a SCORM 2004 package.
static inline const unsigned char *sala_scorm2004_metadata_schema_bytes(void) {
  return sala_scorm2004_metadata_schema;
}
/// The schema of the attributes of the xml namespace.
static inline const unsigned char *sala_scorm2004_xml_schema_bytes(void) {
  return sala_scorm2004_xml_schema;
}
/// The schema of what SCORM 2004 3rd Edition adds to a manifest.
static inline const unsigned char *sala_scorm2004_third_extension_schema_bytes(void) {
  return sala_scorm2004_third_extension_schema;
}
/// The schema of what SCORM 2004 3rd Edition adds to sequencing.
static inline const unsigned char *sala_scorm2004_third_sequencing_extension_schema_bytes(void) {
  return sala_scorm2004_third_sequencing_extension_schema;
}

#endif
