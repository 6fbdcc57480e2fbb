#ifndef SALA_SCHEMAS_CARTRIDGE_H
#define SALA_SCHEMAS_CARTRIDGE_H

#include <stddef.h>

extern const unsigned char sala_cartridge_manifest_schema[];
extern const size_t sala_cartridge_manifest_schema_length;
extern const unsigned char sala_cartridge_metadata_schema[];
extern const size_t sala_cartridge_metadata_schema_length;
extern const unsigned char sala_cartridge_resource_metadata_schema[];
extern const size_t sala_cartridge_resource_metadata_schema_length;
extern const unsigned char sala_cartridge_authorization_schema[];
extern const size_t sala_cartridge_authorization_schema_length;
extern const unsigned char sala_cartridge_questions_schema[];
extern const size_t sala_cartridge_questions_schema_length;
extern const unsigned char sala_cartridge_link_schema[];
extern const size_t sala_cartridge_link_schema_length;
extern const unsigned char sala_cartridge_topic_schema[];
extern const size_t sala_cartridge_topic_schema_length;
extern const unsigned char sala_cartridge_xml_schema[];
extern const size_t sala_cartridge_xml_schema_length;

/// The schema of the manifest of a Common Cartridge.
static inline const unsigned char *sala_cartridge_manifest_schema_bytes(void) {
  return sala_cartridge_manifest_schema;
}
/// The schema of what a cartridge says about itself.
static inline const unsigned char *sala_cartridge_metadata_schema_bytes(void) {
  return sala_cartridge_metadata_schema;
}
/// The schema of what a cartridge says about a resource.
static inline const unsigned char *sala_cartridge_resource_metadata_schema_bytes(void) {
  return sala_cartridge_resource_metadata_schema;
}
/// The schema of who may use a cartridge.
static inline const unsigned char *sala_cartridge_authorization_schema_bytes(void) {
  return sala_cartridge_authorization_schema;
}
/// The schema of the quizzes and the question bank of a cartridge.
static inline const unsigned char *sala_cartridge_questions_schema_bytes(void) {
  return sala_cartridge_questions_schema;
}
/// The schema of a web link of a cartridge.
static inline const unsigned char *sala_cartridge_link_schema_bytes(void) {
  return sala_cartridge_link_schema;
}
/// The schema of a discussion topic of a cartridge.
static inline const unsigned char *sala_cartridge_topic_schema_bytes(void) {
  return sala_cartridge_topic_schema;
}
/// The schema of the attributes of the xml namespace.
static inline const unsigned char *sala_cartridge_xml_schema_bytes(void) {
  return sala_cartridge_xml_schema;
}

#endif
