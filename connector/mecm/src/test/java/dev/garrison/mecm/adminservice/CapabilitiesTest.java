package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.HttpAnswer;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.xml.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CapabilitiesTest {
  static final String METADATA =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
       <edmx:DataServices><Schema Namespace="AdminService" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        <EntityType Name="SMS_BaseClass" Abstract="true"><Property Name="__CLASS" Type="Edm.String"/></EntityType>
        <EntityType Name="SMS_Collection" BaseType="AdminService.SMS_BaseClass">
         <Key><PropertyRef Name="CollectionID"/></Key>
         <Property Name="CollectionID" Type="Edm.String"/><Property Name="Comment" Type="Edm.String"/>
        </EntityType>
        <EntityType Name="SMS_Identification"><Property Name="ThisSiteCode" Type="Edm.String"/></EntityType>
        <ComplexType Name="SMS_CollectionRule"><Property Name="RuleName" Type="Edm.String"/></ComplexType>
        <Action Name="RequestRefresh" IsBound="true">
         <Parameter Name="bindingParameter" Type="AdminService.SMS_Collection"/>
         <Parameter Name="Other" Type="AdminService.SMS_Identification"/>
         <ReturnType Type="AdminService.__PARAMETERS"/>
        </Action>
        <Action Name="SMS_Identification.GetSiteID"><ReturnType Type="AdminService.__PARAMETERS"/></Action>
        <EntityContainer Name="Container">
         <EntitySet Name="SMS_Collection" EntityType="AdminService.SMS_Collection"/>
         <EntitySet Name="SMS_Identification" EntityType="AdminService.SMS_Identification"/>
         <ActionImport Name="SMS_Identification.GetSiteID" Action="AdminService.SMS_Identification.GetSiteID"/>
        </EntityContainer>
       </Schema></edmx:DataServices>
      </edmx:Edmx>
      """;

  private static Capabilities read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Capabilities read(byte[] bytes) throws IOException {
    return new MetadataXml(new HardenedXml())
        .read(new HttpAnswer(200, "application/xml", new ByteArrayInputStream(bytes)));
  }

  private final Capabilities capabilities;

  CapabilitiesTest() throws IOException {
    capabilities = read(METADATA);
  }

  @Test
  void listedClassesAreOffered() {
    assertThat(capabilities.offers("SMS_Collection")).isTrue();
    assertThat(capabilities.offers("SMS_Application")).isFalse();
  }

  @Test
  void aPropertyIsOfferedInWhicheverSpellingTheMetadataHasIt() {
    assertThat(capabilities.offers("SMS_Collection.CollectionId")).isTrue();
    assertThat(capabilities.offers("SMS_Collection.__class")).isTrue();
  }

  @Test
  void anEmbeddedClassIsNotOfferedByItselfButItsPropertiesAre() {
    assertThat(capabilities.offers("SMS_CollectionRule")).isFalse();
    assertThat(capabilities.offers("SMS_CollectionRule.RuleName")).isTrue();
  }

  @Test
  void inheritedPropertiesCount() {
    assertThat(capabilities.properties("SMS_Collection"))
        .containsExactly("CollectionID", "Comment", "__CLASS");
    assertThat(capabilities.offers("SMS_Collection.__CLASS")).isTrue();
  }

  @Test
  void aBoundMethodBelongsToItsFirstParameter() {
    assertThat(capabilities.offers("SMS_Collection.RequestRefresh")).isTrue();
    assertThat(capabilities.offers("SMS_Identification.RequestRefresh")).isFalse();
  }

  @Test
  void aMethodOfAClassIsOfferedByItsImport() {
    assertThat(capabilities.offers("SMS_Identification.GetSiteID")).isTrue();
  }

  @Test
  void eachMissingMemberIsNamed() {
    assertThatThrownBy(() ->
            capabilities.require(
                "SMS_Collection.AddMembershipRule", "SMS_Collection.Comment", "SMS_Application"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "This site doesn't offer SMS_Collection.AddMembershipRule. Update the site to a version that offers this member, or don't use the features that require it."
                + " [CAPABILITY_MISSING GAR-0212]\n"
                + "This site doesn't offer SMS_Application. Update the site to a version that offers this member, or don't use the features that require it. [CAPABILITY_MISSING GAR-0212]");
  }

  @Test
  void whatIsOfferedIsNotRefused() {
    capabilities.require("SMS_Collection", "SMS_Collection.RequestRefresh");
  }

  @Test
  void aCircleOfClassesEnds() throws IOException {
    Capabilities circle =
        read(
            METADATA.replace(
                "Name=\"SMS_BaseClass\"", "Name=\"SMS_BaseClass\" BaseType=\"A.SMS_Collection\""));
    assertThat(circle.offers("SMS_Collection.Nothing")).isFalse();
  }

  @Test
  void aPageOfHtmlIsNoMetadata() {
    assertThatThrownBy(() -> read("<html><body/></html>"))
        .isInstanceOf(AnswerFailure.class)
        .hasMessage("the answer isn't OData metadata");
  }

  @Test
  void cutMetadataIsRefusedWhole() {
    assertThatThrownBy(() -> read(METADATA.substring(0, METADATA.length() / 2)))
        .isInstanceOf(AnswerFailure.class)
        .hasMessage("the metadata isn't XML, or is cut off");
  }

  @Test
  void metadataWithMalformedBytesAreNotTakenForACutConnection() {
    for (String encoding : List.of("utf-8", "utf-16", "x")) {
      String text = METADATA.replace("encoding=\"utf-8\"", "encoding=\"" + encoding + "\"");
      byte[] bytes = text.replace("Comment", "\u00e4").getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(AnswerFailure.class)
          .hasMessage("the metadata isn't XML, or is cut off");
    }
  }

  @Test
  void aDocumentTypeInMetadataIsRefused() {
    assertThatThrownBy(
            () -> read(METADATA.replace("?>\n<edmx:Edmx", "?>\n<!DOCTYPE x>\n<edmx:Edmx")))
        .isInstanceOf(AnswerFailure.class);
  }

  @Test
  void metadataOfManyClassesIsRead() throws IOException {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < 800; i++) {
      classes.append("<EntityType Name=\"SMS_C").append(i).append("\">");
      for (int j = 0; j < 60; j++) {
        classes.append("<Property Name=\"Property").append(j).append("\" Type=\"Edm.String\"/>");
      }
      classes.append("</EntityType>");
    }
    Capabilities large = read(METADATA.replace("<EntityContainer", classes + "<EntityContainer"));
    assertThat(large.properties("SMS_C799")).hasSize(60);
  }
}
