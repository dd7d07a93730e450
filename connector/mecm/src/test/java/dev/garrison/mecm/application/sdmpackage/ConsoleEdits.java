package dev.garrison.mecm.application.sdmpackage;

import java.util.List;
import java.util.Random;

/** What administrators change in the console without Garrison knowing of it. */
final class ConsoleEdits {
  private record Edit(String before, String insertion) {
    /** A list that is there already takes the insertion's own children. */
    String in(String digest) {
      String list = insertion.substring(1, insertion.indexOf('>'));
      String end = "</" + list + ">";
      boolean there = digest.contains(end);
      int place = digest.indexOf(there ? end : before);
      String added =
          there ? insertion.substring(list.length() + 2, insertion.indexOf(end)) : insertion;
      return place < 0 ? digest : digest.substring(0, place) + added + digest.substring(place);
    }
  }

  private static final String RULES = DigestXmlVocabulary.RULES;

  private static final List<Edit> EDITS =
      List.of(
          new Edit("</Info>", "<Icon Id=\"Icon_1\"/>"),
          new Edit("</Info>", "<InfoUrl>https://example.com/?a=1&amp;b=2</InfoUrl>"),
          new Edit("</Info>", "<UserCategories><Tag>a</Tag><Tag>b</Tag></UserCategories>"),
          new Edit("</DisplayInfo>", "<Info Language=\"de-DE\"><Title>Titel</Title></Info>"),
          new Edit("</Application>", "<SendToProtectedDP>true</SendToProtectedDP>"),
          new Edit(
              "<DeploymentTechnology>",
              "<Dependencies><DeploymentTypeRule xmlns=\""
                  + RULES
                  + "\" id=\"DTRule_1\" Severity=\"Critical\"><DeploymentTypeExpression>"
                  + "<Operator>Or</Operator><Operands><DeploymentTypeIntentExpression"
                  + " DesiredState=\"Required\"><DeploymentTypeApplicationReference"
                  + " AuthoringScopeId=\"S\" LogicalName=\"A\"/><DeploymentTypeReference"
                  + " AuthoringScopeId=\"S\" LogicalName=\"D\"/></DeploymentTypeIntentExpression>"
                  + "</Operands></DeploymentTypeExpression></DeploymentTypeRule></Dependencies>"),
          new Edit("<Requirements>", "<Languages><Lang>de</Lang></Languages>"),
          new Edit(
              "<CustomData>", "<RepairAction><Provider>Script</Provider><Args/></RepairAction>"),
          new Edit("</CustomData>", "<InstallProcessDetection>a.exe</InstallProcessDetection>"),
          new Edit("</CustomData>", "<x:New xmlns:x=\"urn:x\" x:y=\"1\" z=\"x:v\">new</x:New>"),
          new Edit(
              "</AppMgmtDigest>",
              "<Resources><Icon Id=\"Icon_1\"><Data>AA==</Data></Icon></Resources>"));

  private ConsoleEdits() {}

  static String apply(String digest, Random random) {
    String edited = digest;
    for (Edit edit : EDITS) {
      if (random.nextBoolean()) {
        edited = edit.in(edited);
      }
    }
    if (random.nextBoolean()) {
      edited = edited.replace("<AutoInstall>true<", "<AutoInstall>false<");
    }
    if (random.nextBoolean()) {
      edited =
          edited.replaceFirst(
              "<Owners/>", "<Owners><User Qualifier=\"LogonName\" Id=\"A\\\\b\"/></Owners>");
    }
    return edited;
  }
}
