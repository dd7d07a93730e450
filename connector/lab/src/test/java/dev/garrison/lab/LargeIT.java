package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LargeIT {
  @Test
  void threeHundredThousandRowsAreStreamed() throws Exception {
    try (RawSite site = RawSite.start("large");
        HttpClient client = HttpClient.newHttpClient()) {
      URI uri =
          URI.create(
              site.lab().adminService()
                  + "/wmi/SMS_AppDeploymentAssetDetails?$filter=AssignmentID%20eq%2016778000"
                  + "&$select=AssignmentID,DTCI,DTModelID,MachineName,UserName,EnforcementState");
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
      int rows = 0;
      try (JsonParser json = new JsonFactory().createParser(response.body())) {
        while (json.nextToken() != null) {
          if (json.currentToken() == JsonToken.FIELD_NAME
              && "MachineName".equals(json.currentName())) {
            rows++;
          }
        }
      }
      assertThat(rows).isEqualTo(300_000);
      assertThat(site.get("wmi/SMS_R_System/$count").text()).isEqualTo("300000");
      assertThat(site.get("wmi/SMS_Collection/$count").text()).isEqualTo("205");
      assertThat(
              site.list("SMS_Collection", "Name eq 'Slice 007'").get(0).path("MemberCount").asInt())
          .isEqualTo(1500);
    }
  }

  @Test
  void manyWritersAtOnceLeaveOneCollectionEach() throws Exception {
    try (RawSite site = RawSite.start("2207");
        ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 40)
              .<Callable<RawSite.Reply>>mapToObj(i ->
                  () ->
                      site.post(
                          "wmi/SMS_Collection",
                          "{\"Name\":\"Ring "
                              + i % 20
                              + "\",\"LimitToCollectionID\":\"SMS00001\"}"))
              .toList();
      var replies = writers.invokeAll(tasks);
      int created = 0;
      for (var reply : replies) {
        created += reply.get().status() == 201 ? 1 : 0;
      }
      assertThat(created).isEqualTo(20);
      assertThat(site.list("SMS_Collection", "startswith(Name,'Ring')")).hasSize(20);
    }
  }

  @Test
  void membershipInAHierarchyWaitsForReplication() throws Exception {
    try (RawSite site = RawSite.start("hierarchy")) {
      String body = "{\"Name\":\"Ring\",\"LimitToCollectionID\":\"SMS00001\",\"RefreshType\":4}";
      String id = site.post("wmi/SMS_Collection", body).json().path("CollectionID").asText();
      site.post(
          "wmi/SMS_Collection('" + id + "')/AdminService.AddMembershipRule",
          "{\"collectionRule\":{\"@odata.type\":\"#AdminService.SMS_CollectionRuleDirect\","
              + "\"ResourceClassName\":\"SMS_R_System\",\"ResourceID\":16777219,\"RuleName\":\"DC01\"}}");
      site.pass(Duration.ofSeconds(10));
      assertThat(site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'"))
          .isEmpty();
      site.pass(Duration.ofSeconds(60));
      assertThat(site.list("SMS_FullCollectionMembership", "CollectionID eq '" + id + "'"))
          .hasSize(1);
      assertThat(site.list("SMS_Site", "Type eq 2"))
          .extracting(row -> row.path("BuildNumber").asInt())
          .containsExactly(9141, 9135);
    }
  }
}
