package dev.garrison.runscript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.ProxyServers;
import dev.garrison.mecm.script.ScriptReport;
import dev.garrison.runscript.TestResult.Host;
import dev.garrison.runscript.TestResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tests whether servers reach the hosts that the onboarding package names (F30). It uses their
 * ring's proxy if the manifest states one. Run Scripts passes no parameters on, so hosts and proxy
 * are written into the script: those who approve it see them, and other values are another script.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/configure-device-connectivity">Onboard
 *     devices using streamlined connectivity</a>
 */
public final class ConnectivityScript implements TestKind {
  private static final String PURPOSE = "connectivity test";
  private static final Pattern HOSTS = Pattern.compile("(?m)^\\$Hosts = @\\(\\)(?=\\r?$)");
  private static final Pattern PROXY = Pattern.compile("(?m)^\\$Proxy = ''(?=\\r?$)");

  /** States in which the test would show nothing. */
  private static final Set<ServerState> NOT_ASKED =
      EnumSet.of(ServerState.OBSOLETE, ServerState.EXEMPT, ServerState.NO_CLIENT);

  private final Supplier<byte[]> template;
  private final Supplier<List<String>> hosts;
  private final List<Ring> rings;
  private final Reading reading;

  /**
   * @param template reads Garrison's script, before hosts and proxy are written into it
   * @param hosts reads the hosts that the proven package names; nothing else of it is needed
   */
  public ConnectivityScript(
      Supplier<byte[]> template, Supplier<List<String>> hosts, List<Ring> rings, Json json) {
    this.template = template;
    this.hosts = hosts;
    this.rings = List.copyOf(rings);
    this.reading = new Reading(json);
  }

  @Override
  public String command() {
    return "garrison test-connectivity";
  }

  @Override
  public Text burden() {
    return Text.of("server-test.burden-connectivity");
  }

  @Override
  public Optional<String> standing(Server server, Verdict verdict) {
    return NOT_ASKED.contains(verdict.state()) ? Optional.empty() : Optional.of(verdict.why());
  }

  @Override
  public TestScript script(List<TestServer> servers) {
    List<String> named = hosts.get();
    if (named.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(TestCode.NO_HOST_IN_PACKAGE, Message.of("server-test.no-host")));
    }
    String text = new String(template.get(), StandardCharsets.US_ASCII);
    String list =
        named.stream().map(host -> "'" + host + "'").collect(Collectors.joining(", ", "@(", ")"));
    String withHosts = written(text, HOSTS, "$Hosts = " + list);
    return TestScript.of(
        PURPOSE, written(withHosts, PROXY, "$Proxy = '" + proxy(servers).orElse("") + "'"));
  }

  private static String written(String text, Pattern line, String by) {
    Matcher found = line.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("the script of the connectivity test has no line for " + by);
    }
    return found.replaceFirst(Matcher.quoteReplacement(by));
  }

  /** The proxy that all these servers have, because the script holds only one. */
  private Optional<String> proxy(List<TestServer> servers) {
    List<Optional<String>> proxies =
        servers.stream().map(server -> proxy(server.ring())).distinct().toList();
    if (proxies.size() > 1) {
      throw new RefusalException(
          Diagnostic.error(
              TestCode.SERVERS_OF_TWO_PROXIES,
              Message.of(
                  "server-test.two-proxies",
                  "proxies",
                  proxies.stream()
                      .<Object>map(proxy ->
                          proxy
                              .<Object>map(each -> each)
                              .orElseGet(() -> Text.of("server-test.no-proxy")))
                      .toList())));
    }
    return proxies.getFirst();
  }

  private Optional<String> proxy(String ring) {
    return rings.stream()
        .filter(each -> each.name().equals(ring))
        .findFirst()
        .flatMap(Ring::proxy)
        .flatMap(ProxyServers::sensor);
  }

  /** The hosts that a script of this test tries. */
  public static List<String> hosts(TestScript script) {
    return Pattern.compile("'([^']+)'")
        .matcher(
            Pattern.compile("(?m)^\\$Hosts = @\\((.*)\\)\\r?$")
                .matcher(script.text())
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.joining()))
        .results()
        .map(host -> host.group(1))
        .toList();
  }

  /** The proxy that a script of this test uses; empty where it needs none. */
  public static Optional<String> proxy(TestScript script) {
    return Pattern.compile("(?m)^\\$Proxy = '([^']+)'\\r?$")
        .matcher(script.text())
        .results()
        .map(line -> line.group(1))
        .findFirst();
  }

  @Override
  public TestResult result(TestServer server, long operation, ScriptReport report) {
    return reading.result(server, operation, report, ConnectivityScript::meaning);
  }

  private static Reading.Meaning meaning(JsonNode said) {
    List<Host> found = new ArrayList<>();
    for (JsonNode host : said.path("hosts")) {
      found.add(
          new Host(
              Reading.plain(host.path("host").asText("")),
              host.path("reached").asBoolean(false),
              Reading.plain(host.path("why").asText(""))));
    }
    long reached = found.stream().filter(Host::reached).count();
    String words =
        Text.of(
                "test-result.hosts",
                "reached",
                reached,
                "total",
                found.size(),
                "message",
                Reading.plain(said.path("message").asText("")))
            .toString();
    if (found.isEmpty()) {
      return new Reading.Meaning(Outcome.FAILED, Text.of("test-result.no-host").toString());
    }
    return new Reading.Meaning(
        reached == found.size() ? Outcome.RAN : Outcome.NOT_REACHED, words, found);
  }
}
