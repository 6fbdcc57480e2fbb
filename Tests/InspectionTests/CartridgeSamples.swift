import Archive

/// A small Common Cartridge 1.1 with a page, a quiz, a bank, a link, a topic and a tool; synthetic.
enum CartridgeSamples {
  static let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="cartridge"
      xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
      xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
      xmlns:lomr="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource"
      xmlns:auth="http://www.imsglobal.org/xsd/imsccv1p1/imsccauth_v1p1">
      <metadata>
        <schema>IMS Common Cartridge</schema>
        <schemaversion>1.1.0</schemaversion>
        <lom:lom>
          <lom:general>
            <lom:title>
              <lom:string language="km">ការស្តាប់</lom:string>
              <lom:string language="en">Listening</lom:string>
            </lom:title>
            <lom:language>km</lom:language>
            <lom:keyword><lom:string language="en">listening</lom:string></lom:keyword>
            <lom:keyword><lom:string language="en">dialogue</lom:string></lom:keyword>
          </lom:general>
          <lom:lifeCycle>
            <lom:contribute>
              <lom:role><lom:value>author</lom:value></lom:role>
              <lom:entity>A trainer</lom:entity>
            </lom:contribute>
          </lom:lifeCycle>
          <lom:rights><lom:cost><lom:value>no</lom:value></lom:cost></lom:rights>
        </lom:lom>
      </metadata>
      <organizations>
        <organization identifier="organization" structure="rooted-hierarchy">
          <item identifier="root">
            <item identifier="item-module">
              <title>Module &amp; tasks</title>
              <item identifier="item-page" identifierref="page"><title>Page</title></item>
              <item identifier="item-quiz" identifierref="quiz"><title>Quiz</title></item>
              <item identifier="item-link" identifierref="link"><title>Link</title></item>
            </item>
            <item identifier="item-topic" identifierref="topic"><title>Topic</title></item>
            <item identifier="item-tool" identifierref="tool"><title>Tool</title></item>
          </item>
        </organization>
      </organizations>
      <resources>
        <resource identifier="page" type="webcontent" href="pages/page.html"
          intendeduse="lessonplan">
          <metadata>
            <lomr:lom>
              <lomr:educational>
                <lomr:intendedEndUserRole>
                  <lomr:source>IMSGLC_CC_Rolesv1p1</lomr:source>
                  <lomr:value>Learner</lomr:value>
                </lomr:intendedEndUserRole>
              </lomr:educational>
            </lomr:lom>
          </metadata>
          <file href="pages/page.html"/>
          <dependency identifierref="style"/>
        </resource>
        <resource identifier="style" type="webcontent">
          <file href="pages/style.css"/>
        </resource>
        <resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
          <file href="quiz/quiz.xml"/>
          <dependency identifierref="style"/>
        </resource>
        <resource identifier="bank" type="imsqti_xmlv1p2/imscc_xmlv1p1/question-bank">
          <file href="bank/bank.xml"/>
        </resource>
        <resource identifier="link" type="imswl_xmlv1p1">
          <file href="link/link.xml"/>
        </resource>
        <resource identifier="topic" type="imsdt_xmlv1p1">
          <file href="topic/topic.xml"/>
          <dependency identifierref="picture"/>
        </resource>
        <resource identifier="tool" type="imsbasiclti_xmlv1p0" auth:protected="true">
          <file href="tool/tool.xml"/>
        </resource>
        <resource identifier="picture"
          type="associatedcontent/imscc_xmlv1p1/learning-application-resource">
          <file href="topic/picture.txt"/>
        </resource>
      </resources>
      <auth:authorizations access="resource">
        <auth:authorization><auth:cartridgeId>cartridge</auth:cartridgeId></auth:authorization>
      </auth:authorizations>
    </manifest>
    """

  static let link = """
    <webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
      <title>A law</title>
      <url href="https://example.org/law?year=2008" target="_blank"/>
    </webLink>
    """

  static let topic = """
    <topic xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1">
      <title>What did you hear?</title>
      <text texttype="text/html">&lt;p&gt;Write it.&lt;/p&gt;</text>
      <attachments><attachment href="picture.txt"/></attachments>
    </topic>
    """

  static let tool = """
    <cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/imslticc_v1p0"
      xmlns:blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0">
      <blti:title>A tool</blti:title>
      <blti:launch_url>https://example.org/launch</blti:launch_url>
    </cartridge_basiclti_link>
    """

  static let files = [
    sample("imsmanifest.xml", manifest), sample("pages/page.html", "<p>Page</p>"),
    sample("pages/style.css", "p { margin: 0 }"), sample("quiz/quiz.xml", CartridgeQuizSample.quiz),
    sample("bank/bank.xml", CartridgeQuizSample.bank), sample("link/link.xml", link),
    sample("topic/topic.xml", topic), sample("tool/tool.xml", tool),
    sample("topic/picture.txt", "A picture."),
  ]
}
