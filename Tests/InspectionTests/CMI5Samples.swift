import Archive

/// A small course structure of cmi5 with its files; synthetic.
enum CMI5Samples {
  static let structure = """
    <?xml version="1.0" encoding="UTF-8"?>
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
      xmlns:own="https://example.org/own">
      <course id="https://example.org/course" own:level="2">
        <title>
          <langstring lang="en">Listening</langstring>
          <langstring lang="km">ការស្តាប់</langstring>
        </title>
        <description><langstring lang="en">How to listen.</langstring></description>
        <own:note>kept</own:note>
      </course>
      <objectives>
        <objective id="https://example.org/objective/1">
          <title><langstring lang="en">Asks</langstring></title>
          <description><langstring lang="en">Asks before answering.</langstring></description>
        </objective>
        <objective id="https://example.org/objective/2">
          <description><langstring lang="en">Repeats what was said.</langstring></description>
          <title><langstring lang="en">Repeats</langstring></title>
        </objective>
      </objectives>
      <au id="https://example.org/pre-test" moveOn="Completed" launchMethod="OwnWindow"
        activityType="http://adlnet.gov/expapi/activities/assessment">
        <title><langstring lang="en">Pre-test</langstring></title>
        <description><langstring lang="en">Before the course.</langstring></description>
        <objectives><objective idref="https://example.org/objective/1"/></objectives>
        <url>pre-test.html?mode=pre&amp;x=1#top</url>
        <launchParameters>form=a</launchParameters>
        <entitlementKey>none</entitlementKey>
      </au>
      <block id="https://example.org/block">
        <title><langstring lang="en">Modules</langstring></title>
        <description><langstring lang="en">What is learnt.</langstring></description>
        <objectives><objective idref="https://example.org/objective/2"/></objectives>
        <block id="https://example.org/block/inner">
          <title><langstring lang="en">Module 1</langstring></title>
          <description><langstring lang="en">The first.</langstring></description>
          <au id="https://example.org/module-1" masteryScore="0.75">
            <title><langstring lang="en">Lesson</langstring></title>
            <description><langstring lang="en">The lesson.</langstring></description>
            <url>./lessons/lesson%201.html</url>
          </au>
        </block>
        <au id="https://example.org/film">
          <title><langstring lang="en">Film</langstring></title>
          <description><langstring lang="en">Elsewhere.</langstring></description>
          <url>
            https://example.org/film.html
          </url>
        </au>
      </block>
    </courseStructure>
    """

  static let files = [
    sample("cmi5.xml", structure), sample("pre-test.html", "<p>Pre-test</p>"),
    sample("lessons/lesson 1.html", "<p>Lesson</p>"), sample("notes/anything.txt", "Not listed."),
  ]
}
