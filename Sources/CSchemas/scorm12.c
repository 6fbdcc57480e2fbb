#include "CSchemas.h"

// The control documents of a package, compiled in like the files of a page.

const unsigned char sala_scorm12_manifest_schema[] = {
#embed "scorm12/imscp_rootv1p1p2.xsd"
};
const size_t sala_scorm12_manifest_schema_length = sizeof sala_scorm12_manifest_schema;

const unsigned char sala_scorm12_extension_schema[] = {
#embed "scorm12/adlcp_rootv1p2.xsd"
};
const size_t sala_scorm12_extension_schema_length = sizeof sala_scorm12_extension_schema;

const unsigned char sala_scorm12_metadata_schema[] = {
#embed "scorm12/imsmd_rootv1p2p1.xsd"
};
const size_t sala_scorm12_metadata_schema_length = sizeof sala_scorm12_metadata_schema;

const unsigned char sala_scorm12_xml_schema[] = {
#embed "scorm12/ims_xml.xsd"
};
const size_t sala_scorm12_xml_schema_length = sizeof sala_scorm12_xml_schema;

const unsigned char sala_scorm12_structure_schema[] = {
#embed "scorm12/structure.xsd"
};
const size_t sala_scorm12_structure_schema_length = sizeof sala_scorm12_structure_schema;
