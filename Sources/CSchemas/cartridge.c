#include "CSchemas.h"

// The schema documents of a cartridge and of what lies in it, compiled in.

const unsigned char sala_cartridge_manifest_schema[] = {
#embed "cartridge/ccv1p1_imscp_v1p2_v1p0.xsd"
};
const size_t sala_cartridge_manifest_schema_length =
    sizeof sala_cartridge_manifest_schema;

const unsigned char sala_cartridge_metadata_schema[] = {
#embed "cartridge/ccv1p1_lommanifest_v1p0.xsd"
};
const size_t sala_cartridge_metadata_schema_length =
    sizeof sala_cartridge_metadata_schema;

const unsigned char sala_cartridge_resource_metadata_schema[] = {
#embed "cartridge/ccv1p1_lomresource_v1p0.xsd"
};
const size_t sala_cartridge_resource_metadata_schema_length =
    sizeof sala_cartridge_resource_metadata_schema;

const unsigned char sala_cartridge_authorization_schema[] = {
#embed "cartridge/ccv1p1_imsccauth_v1p1.xsd"
};
const size_t sala_cartridge_authorization_schema_length =
    sizeof sala_cartridge_authorization_schema;

const unsigned char sala_cartridge_questions_schema[] = {
#embed "cartridge/ccv1p1_qtiasiv1p2p1_v1p0.xsd"
};
const size_t sala_cartridge_questions_schema_length =
    sizeof sala_cartridge_questions_schema;

const unsigned char sala_cartridge_link_schema[] = {
#embed "cartridge/ccv1p1_imswl_v1p1.xsd"
};
const size_t sala_cartridge_link_schema_length =
    sizeof sala_cartridge_link_schema;

const unsigned char sala_cartridge_topic_schema[] = {
#embed "cartridge/ccv1p1_imsdt_v1p1.xsd"
};
const size_t sala_cartridge_topic_schema_length =
    sizeof sala_cartridge_topic_schema;

const unsigned char sala_cartridge_xml_schema[] = {
#embed "cartridge/xml.xsd"
};
const size_t sala_cartridge_xml_schema_length =
    sizeof sala_cartridge_xml_schema;
