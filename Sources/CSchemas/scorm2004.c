#include "CSchemas.h"

// The control documents of a package of SCORM 2004, and those of the 3rd Edition that differ.

const unsigned char sala_scorm2004_manifest_schema[] = {
#embed "scorm2004/imscp_v1p1.xsd"
};
const size_t sala_scorm2004_manifest_schema_length = sizeof sala_scorm2004_manifest_schema;

const unsigned char sala_scorm2004_extension_schema[] = {
#embed "scorm2004/adlcp_v1p3.xsd"
};
const size_t sala_scorm2004_extension_schema_length = sizeof sala_scorm2004_extension_schema;

const unsigned char sala_scorm2004_sequencing_extension_schema[] = {
#embed "scorm2004/adlseq_v1p3.xsd"
};
const size_t sala_scorm2004_sequencing_extension_schema_length = sizeof sala_scorm2004_sequencing_extension_schema;

const unsigned char sala_scorm2004_navigation_schema[] = {
#embed "scorm2004/adlnav_v1p3.xsd"
};
const size_t sala_scorm2004_navigation_schema_length = sizeof sala_scorm2004_navigation_schema;

const unsigned char sala_scorm2004_sequencing_schema[] = {
#embed "scorm2004/imsss_v1p0.xsd"
};
const size_t sala_scorm2004_sequencing_schema_length = sizeof sala_scorm2004_sequencing_schema;

const unsigned char sala_scorm2004_metadata_schema[] = {
#embed "scorm2004/lom.xsd"
};
const size_t sala_scorm2004_metadata_schema_length = sizeof sala_scorm2004_metadata_schema;

const unsigned char sala_scorm2004_xml_schema[] = {
#embed "scorm2004/xml.xsd"
};
const size_t sala_scorm2004_xml_schema_length = sizeof sala_scorm2004_xml_schema;

const unsigned char sala_scorm2004_third_extension_schema[] = {
#embed "scorm2004/third/adlcp_v1p3.xsd"
};
const size_t sala_scorm2004_third_extension_schema_length = sizeof sala_scorm2004_third_extension_schema;

const unsigned char sala_scorm2004_third_sequencing_extension_schema[] = {
#embed "scorm2004/third/adlseq_v1p3.xsd"
};
const size_t sala_scorm2004_third_sequencing_extension_schema_length = sizeof sala_scorm2004_third_sequencing_extension_schema;
