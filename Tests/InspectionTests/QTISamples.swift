import Archive

/// Small packages of QTI 2.1 and 2.2 with two questions, a picture and a test; synthetic.
enum QTISamples {
  /// Returns the files of a package of a version, `v2p1` or `v2p2`.
  static func files(_ version: String) -> [ArchiveEntry] {
    let name = version.replacing("v2p", with: "QTIv2.")
    return [
      sample("imsmanifest.xml", manifest(version, name)),
      sample("items/choice.xml", choice(version)), sample("items/order.xml", order(version)),
      sample("items/map.txt", "A map."), sample("tests/test.xml", test(version)),
    ]
  }

  private static func manifest(_ version: String, _ name: String) -> String {
    """
    <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="package">
      <metadata><schema>\(name) Package</schema><schemaversion>1.0.0</schemaversion></metadata>
      <organizations/>
      <resources>
        <resource identifier="choice" type="imsqti_item_xml\(version)" href="items/choice.xml">
          <file href="items/choice.xml"/><file href="items/map.txt"/>
        </resource>
        <resource identifier="order" type="imsqti_item_xml\(version)" href="items/order.xml">
          <file href="items/order.xml"/>
        </resource>
        <resource identifier="test" type="imsqti_test_xml\(version)" href="tests/test.xml">
          <file href="tests/test.xml"/>
          <dependency identifierref="choice"/>
          <dependency identifierref="order"/>
        </resource>
      </resources>
    </manifest>
    """
  }

  private static func choice(_ version: String) -> String {
    """
    <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_\(version)" identifier="choice"
      title="Choice" adaptive="false" timeDependent="false">
      <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
        <correctResponse><value>b</value></correctResponse>
        <mapping defaultValue="0"><mapEntry mapKey="b" mappedValue="1"/></mapping>
      </responseDeclaration>
      <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
      <itemBody>
        <p><object data="map.txt" type="text/plain">A map</object></p>
        <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
          <prompt>Which?</prompt>
          <simpleChoice identifier="a">A</simpleChoice>
          <simpleChoice identifier="b">B</simpleChoice>
        </choiceInteraction>
      </itemBody>
    </assessmentItem>
    """
  }

  private static func order(_ version: String) -> String {
    """
    <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_\(version)" identifier="order"
      title="" adaptive="false" timeDependent="false">
      <responseDeclaration identifier="ORDER" cardinality="ordered" baseType="identifier">
        <correctResponse><value>d</value><value>c</value></correctResponse>
      </responseDeclaration>
      <responseDeclaration identifier="PAIRS" cardinality="multiple" baseType="directedPair">
        <correctResponse><value>s t</value></correctResponse>
      </responseDeclaration>
      <itemBody>
        <orderInteraction responseIdentifier="ORDER" shuffle="false">
          <simpleChoice identifier="c">C</simpleChoice>
          <simpleChoice identifier="d">D</simpleChoice>
        </orderInteraction>
        <matchInteraction responseIdentifier="PAIRS" shuffle="false" maxAssociations="1">
          <simpleMatchSet>
            <simpleAssociableChoice identifier="s" matchMax="1">S</simpleAssociableChoice>
          </simpleMatchSet>
          <simpleMatchSet>
            <simpleAssociableChoice identifier="t" matchMax="1">T</simpleAssociableChoice>
          </simpleMatchSet>
        </matchInteraction>
      </itemBody>
    </assessmentItem>
    """
  }

  private static func test(_ version: String) -> String {
    """
    <assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_\(version)" identifier="test"
      title="Test">
      <testPart identifier="part" navigationMode="linear" submissionMode="individual">
        <assessmentSection identifier="section" title="Section" visible="true">
          <assessmentItemRef identifier="ref-choice" href="../items/choice.xml"/>
          <assessmentItemRef identifier="ref-order" href="../items/order.xml"/>
        </assessmentSection>
      </testPart>
    </assessmentTest>
    """
  }
}
