package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections with the bodies that public clients send, and a site was seen to take. */
@Tag("first")
final class ForeignCollectionsIT {
  private final RawSite site = RawSite.start("2207");

  @AfterEach
  void stop() {
    site.close();
  }

  private RawSite.Reply post(String more) throws Exception {
    return site.post("wmi/SMS_Collection", "{\"Name\":\"Theirs\"," + more + "}");
  }

  private String made() throws Exception {
    return post("\"CollectionType\":2,\"LimitToCollectionID\":\"SMS00001\"")
        .json()
        .path("CollectionID")
        .asText();
  }

  private long resource() throws Exception {
    return site.list("SMS_R_System", "Name eq 'WEB01'").get(0).path("ResourceId").asLong();
  }

  /** Names are those of the clients' repositories. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          configmgr-hub | "CollectionType":2,"LimitToCollectionID":"SMS00001","Comment":"theirs","RefreshType":1
          MECM_Toolkit  | "CollectionType":2,"LimitToCollectionName":"All Systems"
          sccmhunter    | "CollectionType":2,"LimitToCollectionID":"SMS00001"
          """)
  void theBodyOfAPublicClientIsTaken(String client, String more) throws Exception {
    RawSite.Reply reply = post(more);

    assertThat(reply.status()).as(client + reply.text()).isEqualTo(201);
    assertThat(reply.json().path("RefreshType").asInt()).isEqualTo(1);
    assertThat(reply.json().path("LimitToCollectionID").asText()).isEqualTo("SMS00001");
    assertThat(reply.json().path("CurrentStatus").asInt()).isEqualTo(5);
  }

  @Test
  void aLimitByIdAndByNameIsRefused() throws Exception {
    assertThat(
            post("\"CollectionType\":2,\"LimitToCollectionID\":\"SMS00001\",\"LimitToCollectionName\":\"All Systems\"")
                .status())
        .isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMS_CollectionRuleDirect\",\"ResourceClassName\":\"SMS_R_System\",\"ResourceID\":%d,\"RuleName\":\"r\"",
        "SMS_CollectionRuleQuery\",\"RuleName\":\"r\",\"QueryExpression\":\"select * from SMS_R_System where SMS_R_System.ResourceID = %d\"",
        "SMS_CollectionRuleIncludeCollection\",\"RuleName\":\"r\",\"IncludeCollectionID\":\"SMS00001\"",
        "SMS_CollectionRuleExcludeCollection\",\"RuleName\":\"r\",\"ExcludeCollectionID\":\"SMS00001\""
      })
  void eachKindOfRuleIsAddedAndTakenAway(String rule) throws Exception {
    String path = "wmi/SMS_Collection('" + made() + "')";
    String body =
        "{\"collectionRule\":{\"@odata.type\":\"#AdminService." + rule.formatted(resource()) + "}}";

    assertThat(site.post(path + "/AdminService.AddMembershipRule", body).status()).isEqualTo(201);
    assertThat(rules(path)).hasSize(1);
    assertThat(site.post(path + "/AdminService.DeleteMembershipRule", body).status())
        .isEqualTo(201);
    assertThat(rules(path)).isEmpty();
    assertThat(site.post(path + "/AdminService.RequestRefresh", "{}").status()).isEqualTo(201);
  }

  private JsonNode rules(String path) throws Exception {
    JsonNode answer = site.get(path).json();
    return answer.path("value").path(0).path("CollectionRules");
  }
}
