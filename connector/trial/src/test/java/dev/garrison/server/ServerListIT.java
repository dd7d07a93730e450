package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of servers of a site with four, as a page and as a file. */
final class ServerListIT {
  @TempDir private static Path folder;
  private static ServedSite served;
  private static String cookie;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedSite(folder);
    String set =
        served
            .send(
                request("/signin")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString("to=%2F&token=" + served.token(Role.VIEWER)))
                    .build())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    cookie = set.substring(0, set.indexOf(';'));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(served.port(), path)))
        .header("Accept", "text/html");
  }

  private static HttpResponse<String> page(String path) {
    return served.send(request(path).header("Cookie", cookie).GET().build());
  }

  @Test
  void aListOfServersSaysHowManyOfAllItFound() {
    assertThat(page("/servers?state=onboarded&name=0").body())
        .contains("<p>No servers match these filters. <a href=\"/servers\">Clear filters</a></p>");
    assertThat(page("/servers?ring=pilot").body())
        .contains("<caption>4 of 4 servers</caption>")
        .contains("<a href=\"/servers\">Clear filters</a>")
        .contains("<span>1-4 of 4</span>");
    assertThat(page("/servers").body())
        .contains("<caption>4 servers</caption>")
        .doesNotContain("Clear filters");
  }

  @Test
  void theListOfServersIsAFileWithTheSameFilters() {
    HttpResponse<String> file = page("/servers.csv?ring=pilot");

    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"servers.csv\"");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(file.body().lines())
        .hasSize(5)
        .first()
        .isEqualTo(
            "server,ring,state,group,operating system,since,antivirus mode,next step,resource id,cause,last contact,contact source");
    assertThat(page("/servers.csv?name=nobody").body().lines()).hasSize(1);
    assertThat(page("/servers?ring=pilot").body())
        .contains("<a href=\"/servers.csv?ring=pilot\" download>Export CSV</a>");
  }

  @Test
  void theHeadOfAColumnOrdersTheListAndKeepsItsFilters() {
    assertThat(page("/servers?ring=pilot&sort=state").body())
        .contains(
            "<th scope=\"col\" class=\"wide\"><a href=\"/servers?ring=pilot&amp;sort=since\">Since</a></th>")
        .contains(
            "<th scope=\"col\" aria-sort=\"ascending\"><a href=\"/servers?ring=pilot&amp;sort=-state\">State</a>");
  }
}
